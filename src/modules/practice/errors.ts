import { defineErrors } from '#core/errors';

export const practiceErrors = defineErrors('practice', {
  exampleNotFound: {
    status: 404,
    zh: '没有案例 {example}，或尚未发布、已撤下。',
    en: 'There is no example {example}, or it is not published.',
    remedy: { zh: '请从案例列表进入。', en: 'Start from the list of examples.' },
  },
  clauseUnknown: {
    status: 422,
    zh: '条款目录中没有 {clause}。',
    en: 'The catalogue has no clause {clause}.',
    remedy: { zh: '请从条款目录中选择。', en: 'Choose one from the catalogue of clauses.' },
  },
  daysWrong: {
    status: 422,
    zh: '日期不对：{from} 开始，{midterm} 中期，{until} 结束。',
    en: 'The days are wrong: from {from}, mid-term {midterm}, until {until}.',
    remedy: { zh: '中期须在开始和结束之间。', en: 'The mid-term must lie between the first and the last day.' },
  },
  indicatorUnknown: {
    status: 422,
    zh: '标准 {standard} 没有地区指标 {indicator}（{stage}）。',
    en: 'The standard {standard} has no indicator {indicator} of an area ({stage}).',
    remedy: { zh: '请在标准阅读页查看可用的地区指标。', en: 'See the standards reader for the indicators of an area.' },
  },
});
