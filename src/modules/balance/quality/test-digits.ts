import { testHeaping } from '#kernels/digits';
import { columnsOf, type Issue, type QualityInput } from './model.ts';

/** Counted figures of an area that end in 0 or 5 far more often than counting gives: a sign of rounding or guessing. */
export function testDigits(input: QualityInput): Issue[] {
  const { smallest, figures, tail } = input.checks.digits;
  return columnsOf(input).flatMap(({ measure, stage, values }): Issue[] => {
    if (measure.kind !== 'count') return [];
    const fit = testHeaping(values, smallest);
    const share = (fit.observed[0] as number) / fit.figures;
    if (fit.figures < figures || !(fit.tail < tail) || share <= 0.2) return [];
    return [
      {
        rule: 'digits',
        gravity: 'hint',
        unit: null,
        stage,
        measures: [measure.id],
        message: {
          zh: `${measure.words.zh}：${fit.figures} 个数中有 ${Math.round(share * 100)} % 以 0 或 5 结尾（通常约 20 %），可能是估填`,
          en: `${measure.words.en}: ${Math.round(share * 100)} % of ${fit.figures} figures end in 0 or 5 (about 20 % is usual): they may be estimates`,
        },
        remedy: { zh: '请抽查原始名册。', en: 'Check a sample against the registers.' },
        evidence: [
          { label: { zh: '以 0 或 5 结尾', en: 'ending in 0 or 5' }, value: String(fit.observed[0]) },
          { label: { zh: '偶然出现的概率', en: 'probability by chance' }, value: fit.tail.toExponential(1) },
        ],
        chance: {
          zh: `如实清点时偶然出现的概率约为 ${fit.tail.toExponential(0)}；整班、整百编制的数会自然偏多`,
          en: `about ${fit.tail.toExponential(0)} by chance where everything was counted; what is planned in round numbers has more of them honestly`,
        },
      },
    ];
  });
}
