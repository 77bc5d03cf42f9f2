import { defineErrors } from '#core/errors';

export const balanceErrors = defineErrors('balance', {
  noFacts: {
    status: 404,
    zh: '{area} 在 {year} 学年没有任何数据。',
    en: '{area} has no data for the school year {year}.',
    remedy: {
      zh: '请先导入该学年的报表，或换一个学年。',
      en: 'Import the returns of that year first, or choose another year.',
    },
  },
  indicatorNotFound: {
    status: 404,
    zh: '标准 {standard} 没有指标 {indicator}，或该学段不适用。',
    en: 'The standard {standard} has no indicator {indicator}, or not for this stage.',
    remedy: { zh: '请在标准阅读页查看指标编号。', en: 'See the standards reader for the indicator ids.' },
  },
  itemNotFound: {
    status: 404,
    zh: '标准 {standard} 没有需要填报的条目 {item}。',
    en: 'The standard {standard} has no item {item} to attest.',
    remedy: { zh: '请在填报列表中选择条目。', en: 'Choose an item from the list.' },
  },
  answerRefused: {
    status: 422,
    zh: '条目“{item}”的答复类型不对。',
    en: 'The answer to “{item}” is of the wrong kind.',
    remedy: {
      zh: '是否类条目请答“是”或“否”，数值类条目请填数。',
      en: 'Answer a yes-or-no item with yes or no, a numeric item with a number.',
    },
  },
  answerOutOfRange: {
    status: 422,
    zh: '条目“{item}”不能是 {given} {unit}。',
    en: '“{item}” cannot be {given} {unit}.',
    remedy: {
      zh: '请填 {least} 至 {most} 之间的数（单位：{unit}）。',
      en: 'Give a number from {least} to {most} ({unit}).',
    },
  },
  answerNotWhole: {
    status: 422,
    zh: '条目“{item}”不能是 {given}。',
    en: '“{item}” cannot be {given}.',
    remedy: { zh: '请填整数。', en: 'Give a whole number.' },
  },
  notACounty: {
    status: 422,
    zh: '{area} 不是县级地区，不能在此填报。',
    en: '{area} is not a county: nothing can be attested for it.',
    remedy: { zh: '请进入具体的县（市、区）填报。', en: 'Go to one of its counties.' },
  },
  areaTooLarge: {
    status: 422,
    zh: '{area} 有 {schools} 所学校，超过此功能的上限 {limit}。',
    en: '{area} has {schools} schools, more than the {limit} this can take.',
    remedy: { zh: '请进入下一级地区。', en: 'Go to an area below it.' },
  },
  noUnitCosts: {
    status: 422,
    zh: '标准 {standard} 没有可用的单价表，或其学校规则不是“若干项达标、其余不低于下限”的形式。',
    en: 'The standard {standard} has no unit costs, or its school rule is not of the form "so many met, the rest above a floor".',
    remedy: {
      zh: '请选择有单价的标准，或在 policies/costs.yaml 中补充单价。',
      en: 'Choose a standard with unit costs, or add them to policies/costs.yaml.',
    },
  },
  costsRefused: {
    status: 400,
    zh: '单价表有误：{place}。',
    en: 'The table of unit costs has a mistake: {place}.',
    remedy: { zh: '请按 policies/costs.yaml 的格式填写。', en: 'Write it in the form of policies/costs.yaml.' },
  },
  snapshotNotFound: {
    status: 404,
    zh: '没有快照 {snapshot}。',
    en: 'There is no snapshot {snapshot}.',
    remedy: { zh: '请在快照列表中选择。', en: 'Choose one from the list of snapshots.' },
  },
  findingNotFound: {
    status: 404,
    zh: '没有编号为 {finding} 的疑点：数据可能已经改正。',
    en: 'There is no finding {finding}: the data may have been mended.',
    remedy: { zh: '请刷新数据质量页。', en: 'Reload the data quality page.' },
  },
  reasonMissing: {
    status: 422,
    zh: '说明或接受疑点必须写明理由。',
    en: 'Explaining or accepting a finding needs a reason.',
    remedy: { zh: '请填写理由。', en: 'Give a reason.' },
  },
});
