import { columnsOf, figure, type Issue, type QualityInput } from './model.ts';

/** Values that no school can have, by the range of the measure dictionary. */
export function checkRanges(input: QualityInput): Issue[] {
  return columnsOf(input).flatMap(({ measure, stage, values }) => {
    const [low, high] = measure.range;
    const issues: Issue[] = [];
    values.forEach((value, unit) => {
      const isWhole = measure.kind !== 'count' || Number.isInteger(value);
      if (Number.isNaN(value) || (value >= low && value <= high && isWhole)) return;
      issues.push({
        rule: 'range',
        gravity: 'grave',
        unit,
        stage,
        measures: [measure.id],
        message: isWhole
          ? {
              zh: `${measure.words.zh} ${figure(value)} 不在 ${low}～${high} 之间`,
              en: `${measure.words.en} is ${figure(value)}, outside ${low} to ${high}`,
            }
          : {
              zh: `${measure.words.zh} ${figure(value)} 不是整数`,
              en: `${measure.words.en} is ${figure(value)}, not a whole number`,
            },
        remedy: {
          zh: '请核对原表的数值和计量单位（元／万元、平方米）。',
          en: 'Check the figure and its unit (yuan or ten thousand yuan, m²) in the source form.',
        },
        evidence: [{ label: measure.words, value: figure(value) }],
      });
    });
    return issues;
  });
}
