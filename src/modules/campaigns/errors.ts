import { defineErrors } from '#core/errors';

export const campaignErrors = defineErrors('campaigns', {
  campaignNotFound: {
    status: 404,
    zh: '没有专项检查 {campaign}。',
    en: 'There is no campaign {campaign}.',
    remedy: { zh: '请从列表中重新打开。', en: 'Open it again from the list.' },
  },
  notAChecklist: {
    status: 422,
    zh: '{instrument} 不是针对学校的检查表，不能用来开展专项检查。',
    en: '{instrument} is not a checklist of schools: it cannot serve a campaign.',
    remedy: { zh: '请选择一份检查表。', en: 'Choose a checklist.' },
  },
  nobodyToVisit: {
    status: 422,
    zh: '{area} 没有这份检查表适用的学校。',
    en: '{area} has no school to which this checklist applies.',
    remedy: {
      zh: '请换一份检查表，或核对学校的学段。',
      en: 'Choose another checklist, or check the stages of the schools.',
    },
  },
  tooMany: {
    status: 422,
    zh: '范围内有 {schools} 所学校，一次专项检查最多 {most} 所。',
    en: '{schools} schools are in scope; a campaign takes {most} at most.',
    remedy: { zh: '请由各市、县分别开展。', en: 'Let the cities or counties run it each.' },
  },
  daysWrong: {
    status: 422,
    zh: '日期不对：检查期 {from} 至 {until}，整改期限 {rectify}。',
    en: 'The days are wrong: visits from {from} to {until}, mending by {rectify}.',
    remedy: { zh: '整改期限不能早于检查结束。', en: 'Mending cannot be due before the visits end.' },
  },
  sheetCounted: {
    status: 409,
    zh: '“{title}”属于一次专项检查，提交后不能单独重新打开。',
    en: '“{title}” belongs to a campaign: handed in, it is not opened again by itself.',
    remedy: { zh: '请在整改办理页说明。', en: 'Say in the case of rectification what is wrong in it.' },
  },
  closed: {
    status: 409,
    zh: '专项检查“{title}”已结束。',
    en: 'The campaign “{title}” is closed.',
    remedy: { zh: '如需继续检查，请另行开展。', en: 'Open another one to go on.' },
  },
  unfinished: {
    status: 422,
    zh: '还有 {planned} 所学校没有检查，结束须说明理由。',
    en: '{planned} schools have not been visited: closing needs a reason.',
    remedy: { zh: '请填写理由，或先完成检查。', en: 'Give the reason, or finish the visits.' },
  },
});
