import { defineErrors } from '#core/errors';

export const recognitionErrors = defineErrors('recognition', {
  notACounty: {
    status: 422,
    zh: '{area} 不是县级地区，不能申请认定。',
    en: '{area} is not a county: it cannot apply for recognition.',
    remedy: { zh: '请进入具体的县（市、区）。', en: 'Go to one of its counties.' },
  },
  applicationNotFound: {
    status: 404,
    zh: '{area} 没有这份申请。',
    en: 'There is no such application in {area}.',
    remedy: { zh: '请从本地区的申请列表进入。', en: 'Open it from the list of applications of its own area.' },
  },
  underWay: {
    status: 409,
    zh: '{area} 已有一份按“{standard}”的申请正在办理。',
    en: 'An application of {area} by “{standard}” is under way already.',
    remedy: { zh: '请在原申请上继续；或先撤回原申请。', en: 'Go on with it, or take it back first.' },
  },
  itemNotFound: {
    status: 404,
    zh: '这次自评中没有条目 {item}。',
    en: 'This self-assessment has no item {item}.',
    remedy: { zh: '请刷新页面后重试。', en: 'Reload the page and try again.' },
  },
  notYourTurn: {
    status: 409,
    zh: '申请现为“{state}”，{level}此时不记录核查结果。',
    en: 'The application is at “{state}”: findings of this level ({level}) are not recorded now.',
    remedy: { zh: '请等申请到达本级后再记录。', en: 'Wait until the application has come to your level.' },
  },
  reasonMissing: {
    status: 422,
    zh: '判断数据真实性疑点必须写明理由。',
    en: 'Judging a signal of false data needs a reason.',
    remedy: {
      zh: '请在“说明”中写明看了什么、依据是什么。',
      en: 'Say in the note what was looked at and on what ground.',
    },
  },
  notDrawn: {
    status: 409,
    zh: '学校 {unit} 不在抽查名单内。',
    en: 'The school {unit} was not drawn.',
    remedy: { zh: '实地核查只记录抽中的学校。', en: 'Only schools that were drawn are visited.' },
  },
});
