import { defineErrors } from '#core/errors';

export const formsErrors = defineErrors('forms', {
  formNotFound: {
    status: 404,
    zh: '填报目录中没有 {form}。',
    en: 'The register has no form {form}.',
    remedy: { zh: '请从填报目录进入。', en: 'Start from the register.' },
  },
  fieldKnown: {
    status: 422,
    zh: '“{field}”已有，不得再向学校要：{where}（共 {count} 项已有）。',
    en: '“{field}” is known and may not be asked again: {where} ({count} fields are known).',
    remedy: {
      zh: '请改为从该处预填；如果所要的确实不同，请把名称写具体。',
      en: 'Pre-fill it from there; where something else is meant, name it precisely.',
    },
  },
  fieldTwice: {
    status: 422,
    zh: '填报项“{field}”出现了两次。',
    en: 'The field “{field}” is asked twice.',
    remedy: { zh: '请删去重复的一项。', en: 'Take one of them out.' },
  },
  sourceUnknown: {
    status: 422,
    zh: '“{field}”的预填来源 {source} 不存在。',
    en: '“{field}” is to be pre-filled from {source}, which does not exist.',
    remedy: { zh: '请从给出的来源中选择。', en: 'Choose one of the places offered.' },
  },
  nothingNew: {
    status: 422,
    zh: '这张表的全部填报项都已有，无需再让学校填报。',
    en: 'Everything that the form asks is known: schools need not fill it in.',
    remedy: { zh: '请直接从数据中导出。', en: 'Export it from the data instead.' },
  },
  officeUnknown: {
    status: 422,
    zh: '部门目录中没有 {office}。',
    en: 'The list of departments has no {office}.',
    remedy: { zh: '请从部门目录中选择。', en: 'Choose one from the list.' },
  },
  daysWrong: {
    status: 422,
    zh: '日期不对：{from} 至 {until}。一张表最长三年，截止日期不能早于今天。',
    en: 'The days are wrong: {from} to {until}. A form lasts three years at most and cannot end in the past.',
    remedy: { zh: '请改日期；到期后可说明理由延长。', en: 'Change the days; it may be extended later, with a reason.' },
  },
  policyRefused: {
    status: 500,
    zh: 'policies/forms.yaml 不符合要求：{place}。',
    en: 'policies/forms.yaml is not as it should be: {place}.',
    remedy: { zh: '请改正该文件。', en: 'Mend that file.' },
  },
});
