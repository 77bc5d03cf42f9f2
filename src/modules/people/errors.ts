import { defineErrors } from '#core/errors';

export const errors = defineErrors('people', {
  personNotFound: {
    status: 404,
    zh: '没有这个人员。',
    en: 'There is no such person.',
    remedy: { zh: '请从人员列表中选择。', en: 'Choose one from the list of people.' },
  },
  grantNotFound: {
    status: 404,
    zh: '没有这项授权，或它已经收回。',
    en: 'There is no such grant, or it was taken back.',
    remedy: { zh: '请刷新人员页面。', en: 'Open the person again.' },
  },
  delegationNotFound: {
    status: 404,
    zh: '没有这项代理，或它已经结束。',
    en: 'There is no such delegation, or it has ended.',
    remedy: { zh: '请刷新代理列表。', en: 'Open the list of delegations again.' },
  },
  roleNotFound: {
    status: 422,
    zh: '没有角色 {role}，或它不能授予人员。',
    en: 'There is no role {role}, or it cannot be granted to a person.',
    remedy: { zh: '请从角色列表中选择。', en: 'Choose one from the list of roles.' },
  },
  roleNotHere: {
    status: 422,
    zh: '角色 {role} 不能授予在 {area}。',
    en: 'The role {role} cannot be granted at {area}.',
    remedy: {
      zh: '学校角色要选学校；地区角色要选角色允许的级别。',
      en: 'A role of a school needs the school; a role of an area needs a level at which it is granted.',
    },
  },
  rolesApart: {
    status: 409,
    zh: '一个人不能同时担任 {held} 和 {role}。',
    en: 'One person cannot be {held} and {role} together.',
    remedy: {
      zh: '系统管理员、安全管理员、审计管理员必须由三个人分别担任：请授予另一个人，或先收回原来的角色。',
      en: 'The administrators of system, security and audit are three people: grant it to another person, or take the other role back first.',
    },
  },
  notYourself: {
    status: 403,
    zh: '不能为自己授权、收回、审核或注销。',
    en: 'Nobody grants, takes back, reviews or closes for themselves.',
    remedy: { zh: '请由另一位管理员办理。', en: 'Ask another administrator.' },
  },
  spanRefused: {
    status: 422,
    zh: '起止日期 {from} 至 {to} 不能用。',
    en: 'The days from {from} to {to} cannot be used.',
    remedy: {
      zh: '止期不能早于起期，也不能早于今天；代理最长 92 天。',
      en: 'The last day is not before the first, nor before today; a delegation lasts at most 92 days.',
    },
  },
  alreadyAppointed: {
    status: 409,
    zh: '{area} 已有安全管理员。',
    en: '{area} has a security administrator already.',
    remedy: { zh: '请由安全管理员授权。', en: 'Ask the security administrator to grant it.' },
  },
  notHeld: {
    status: 422,
    zh: '您没有角色 {role}，或它不能由人代理。',
    en: 'You do not hold the role {role}, or it cannot be lent.',
    remedy: {
      zh: '只能委托自己被直接授予的角色；紧急取得和他人委托的不能再委托。',
      en: 'Only what was granted to you can be lent, not an emergency nor what another lent you.',
    },
  },
  noEmergency: {
    status: 422,
    zh: '角色 {role} 不能紧急取得。',
    en: 'The role {role} cannot be taken in an emergency.',
    remedy: { zh: '请联系安全管理员授权。', en: 'Ask the security administrator for it.' },
  },
  notAPerson: {
    status: 409,
    zh: '只有登记的人员可以这样做。',
    en: 'Only a registered person can do this.',
    remedy: { zh: '请登录，或在试用中选择一位演示人员。', en: 'Sign in, or act as an invented person in a trial.' },
  },
  noTrial: {
    status: 403,
    zh: '本系统不在试用状态，不能以他人身份操作。',
    en: 'This installation is no trial; nobody acts as another.',
    remedy: { zh: '请用自己的账号登录。', en: 'Sign in with your own account.' },
  },
});
