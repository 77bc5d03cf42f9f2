import { findCopiedRuns } from '#kernels/digits';
import type { Measure, Words } from '#standards';
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
  const all = input.units.id.map((_, unit) => toldOf(unit));
  const lastingShare = shareUnchanged(all);
  input.units.id.forEach((_, unit) => {
    const told = all[unit] ?? [];
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
      chance: chanceOfRun(lastingShare, copied.filter(({ now, earlier }) => now === earlier).length),
    });
  });
  return issues;

  /** The figures of a school that were told in either year, in the order of the form. */
  function toldOf(unit: number): readonly Told[] {
    const old = rowBefore.get(input.units.id[unit] ?? '');
    if (old === undefined) return [];
    return columns
      .map(({ measure, values }, at) => ({
        measure,
        now: values[unit] ?? Number.NaN,
        earlier: before[at]?.[old] ?? Number.NaN,
      }))
      .filter(({ now, earlier }) => now > 0 || earlier > 0);
  }
}

interface Told {
  readonly measure: Measure;
  readonly now: number;
  readonly earlier: number;
}

/** How often a figure stays what it was, over all schools; the copied ones count too, so that the chance is not told too small. */
function shareUnchanged(all: readonly (readonly Told[])[]): number {
  let same = 1;
  let told = 2;
  for (const { now, earlier } of all.flat()) {
    told += 1;
    if (now === earlier) same += 1;
  }
  return same / told;
}

function chanceOfRun(lastingShare: number, length: number): Words {
  const share = Math.round(lastingShare * 100);
  const chance = (lastingShare ** length).toExponential(0);
  return {
    zh: `本地区有 ${share} % 的数与上年相同；若各数互不相关，连续 ${length} 个偶然相同的概率约为 ${chance}`,
    en: `${share} % of the area's figures stay what they were; if each stood for itself, ${length} in a row would by chance about ${chance}`,
  };
}
