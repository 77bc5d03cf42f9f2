import { findCopiedRuns } from '#kernels/digits';
import { columnsOf, figure, type Issue, type QualityInput } from './model.ts';

/** Measures that honestly stay the same from year to year. */
const lasting = new Set(['area', 'share']);

/** Schools that sent last year's figures again: a long run of counted figures, in the order of the form, that did not change. */
export function findCopies(input: QualityInput): Issue[] {
  const { previous } = input;
  if (previous === null) return [];
  const rowBefore = new Map(previous.units.id.map((id, row) => [id, row]));
  const columns = columnsOf(input).filter(({ measure }) => !lasting.has(measure.kind) && measure.level === 'unit');
  const before = columns.map(({ measure, stage }) => previous.units.columns.get(`${measure.id}@${stage}`));
  const issues: Issue[] = [];
  input.units.id.forEach((id, unit) => {
    const old = rowBefore.get(id);
    if (old === undefined) return;
    const told = columns
      .map(({ measure, values }, at) => ({
        measure,
        now: values[unit] ?? Number.NaN,
        earlier: before[at]?.[old] ?? Number.NaN,
      }))
      .filter(({ now, earlier }) => now > 0 || earlier > 0);
    const run = findCopiedRuns(
      told.map(({ earlier }) => earlier),
      told.map(({ now }) => now),
      input.checks.copies.figures,
    ).find(({ distinct }) => distinct >= input.checks.copies.distinct);
    if (run === undefined) return;
    const copied = told.slice(run.from, run.from + run.length);
    issues.push({
      rule: 'copiedYear',
      gravity: 'check',
      unit,
      stage: null,
      measures: copied.map(({ measure }) => measure.id),
      message: {
        zh: `连续 ${run.length} 项与 ${previous.schoolYear} 学年完全相同，可能误交了上一年的报表`,
        en: `${run.length} figures in a row are those of ${previous.schoolYear}: last year's return may have been sent again`,
      },
      remedy: { zh: '请核对是否为本学年的报表。', en: 'Check that this is the return of this school year.' },
      evidence: copied.slice(0, 8).map(({ measure, now }) => ({ label: measure.words, value: figure(now) })),
    });
  });
  return issues;
}
