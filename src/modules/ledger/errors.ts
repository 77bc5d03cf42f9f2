import { defineErrors } from '#core/errors';

export const ledgerErrors = defineErrors('ledger', {
  lineNotFound: {
    status: 404,
    zh: '台账中没有这一条（{line}）。',
    en: 'The ledger has no line {line}.',
    remedy: { zh: '请从台账列表打开。', en: 'Open it from the list of the ledger.' },
  },
  notACounty: {
    status: 422,
    zh: '台账按县建立，{area} 不是县。',
    en: 'The ledger is kept by county; {area} is none.',
    remedy: { zh: '请选择县（市、区）。', en: 'Choose a county or district.' },
  },
  policyRefused: {
    status: 422,
    zh: '台账规则文件有误：{place}',
    en: 'The rules of the ledger are wrong: {place}',
    remedy: { zh: '请按 policies/ledger.yaml 的格式填写。', en: 'Write them in the form of policies/ledger.yaml.' },
  },
  reasonMissing: {
    status: 422,
    zh: '请说明理由。',
    en: 'A reason is needed.',
    remedy: { zh: '写一句话说明为什么改动。', en: 'Say in a sentence why it is changed.' },
  },
  projectNotFound: {
    status: 404,
    zh: '没有项目 {project}。',
    en: 'There is no project {project}.',
    remedy: { zh: '请从项目列表打开。', en: 'Open it from the list of projects.' },
  },
  doubleFunding: {
    status: 409,
    zh: '{school}的这条台账（{line}）已在项目“{project}”中，不能重复安排资金。',
    en: 'This line of {school} ({line}) is already in the project “{project}”; it cannot be funded twice.',
    remedy: {
      zh: '请从本项目中去掉它，或先从另一项目中移出。',
      en: 'Leave it out here, or take it out of the other project first.',
    },
  },
  otherSchool: {
    status: 409,
    zh: '本项目只属于一所学校，不能加入{school}的台账。',
    en: 'This project is one school’s; it cannot take a line of {school}.',
    remedy: { zh: '请为几所学校另立项目。', en: 'Draw up another project for several schools.' },
  },
  lineNotOpen: {
    status: 409,
    zh: '{school}的这条台账（{line}）已经销号，无需立项。',
    en: 'This line of {school} ({line}) is closed and needs no project.',
    remedy: { zh: '请去掉它再保存。', en: 'Leave it out and save again.' },
  },
  overFunding: {
    status: 422,
    zh: '资金合计 {funds} 元，超过台账造价 {cost} 元。',
    en: 'The funds come to {funds} yuan, above the cost of the lines, {cost} yuan.',
    remedy: { zh: '请核减资金，或写明超出的理由。', en: 'Lower the funds, or say why they are above the cost.' },
  },
  noFunds: {
    status: 422,
    zh: '项目还没有落实资金，不能申报。',
    en: 'The project has no funds yet and cannot be submitted.',
    remedy: { zh: '请先填写资金来源、年度和金额。', en: 'Give the source, the year and the amount first.' },
  },
  overContracted: {
    status: 422,
    zh: '合同合计 {contracts} 元，超过项目资金 {funds} 元。',
    en: 'The contracts come to {contracts} yuan, above the funds, {funds} yuan.',
    remedy: { zh: '请核对合同金额。', en: 'Check the amount of the contract.' },
  },
  overPaid: {
    status: 422,
    zh: '付款合计 {paid} 元，超过合同金额 {contracts} 元。',
    en: 'The payments come to {paid} yuan, above the contracts, {contracts} yuan.',
    remedy: { zh: '请核对付款金额，或先登记合同。', en: 'Check the amount, or record the contract first.' },
  },
  milestoneNotFound: {
    status: 422,
    zh: '项目没有第 {milestone} 个节点。',
    en: 'The project has no milestone {milestone}.',
    remedy: { zh: '请从节点列表中选择。', en: 'Choose one from the list.' },
  },
  dayPassed: {
    status: 422,
    zh: '完工日期 {day} 已经过去。',
    en: 'The day to finish, {day}, has passed.',
    remedy: { zh: '请填写今天或以后的日期。', en: 'Give today or a later day.' },
  },
  stepRefused: {
    status: 422,
    zh: '不能把 {unit} 的 {indicator} 列入台账。',
    en: 'The step {indicator} of {unit} cannot be taken into the ledger.',
    remedy: {
      zh: '学校须在本县当年数据中，指标须有单价。',
      en: 'The school must be in the county’s figures of the year, and the indicator must have a price.',
    },
  },
});
