import type { StageOrAll, UnitTable } from '#standards';
import { figure, type Issue, type QualityInput, type RelationCheck } from './model.ts';

/** Figures of one school that contradict each other: a part larger than its whole, parts that do not add up. */
export function checkRelations(input: QualityInput): Issue[] {
  return input.checks.relations.flatMap((check) => check.stages.flatMap((stage) => checkStage(input, check, stage)));
}

function checkStage(input: QualityInput, check: RelationCheck, stage: StageOrAll): Issue[] {
  const left = sumOf(input.units, check.left, stage);
  const right = sumOf(input.units, check.right, stage);
  const issues: Issue[] = [];
  for (let unit = 0; unit < input.units.size; unit++) {
    const a = left[unit] as number;
    const b = right[unit] as number;
    const holds = check.relation === 'atMost' ? a <= b : a === b;
    if (holds || Number.isNaN(a) || Number.isNaN(b)) continue;
    const names = (ids: readonly string[], language: 'zh' | 'en') =>
      ids.map((id) => input.dictionary.measures.get(id)?.words[language] ?? id).join(' + ');
    issues.push({
      rule: 'logic',
      gravity: 'grave',
      unit,
      stage,
      measures: [...check.left, ...check.right],
      message: {
        zh: `${check.words.zh}：${figure(a)} ${check.relation === 'atMost' ? '大于' : '不等于'} ${figure(b)}`,
        en: `${check.words.en}: ${figure(a)} ${check.relation === 'atMost' ? 'is more than' : 'is not'} ${figure(b)}`,
      },
      remedy: { zh: '请核对两个数并改正填错的一个。', en: 'Check both figures and mend the wrong one.' },
      evidence: [
        { label: { zh: names(check.left, 'zh'), en: names(check.left, 'en') }, value: figure(a) },
        { label: { zh: names(check.right, 'zh'), en: names(check.right, 'en') }, value: figure(b) },
      ],
    });
  }
  return issues;
}

/** NaN where none of the measures is reported; an unreported one among reported ones counts as nothing. */
function sumOf(units: UnitTable, measures: readonly string[], stage: StageOrAll): Float64Array {
  const sum = new Float64Array(units.size).fill(Number.NaN);
  for (const measure of measures) {
    units.columns.get(`${measure}@${stage}`)?.forEach((value, unit) => {
      if (!Number.isNaN(value)) sum[unit] = (Number.isNaN(sum[unit]) ? 0 : (sum[unit] as number)) + value;
    });
  }
  return sum;
}
