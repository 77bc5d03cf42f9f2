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
});
