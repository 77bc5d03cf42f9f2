import { defineErrors } from '#core/errors';

export const errors = defineErrors('signIn', {
  refused: {
    status: 401,
    zh: '用户名、口令或验证码不对。',
    en: 'The name, the password or the code is wrong.',
    remedy: {
      zh: '请核对后重试；忘记口令请联系系统管理员。',
      en: 'Check them and try again; if the password is lost, ask the system administrator.',
    },
  },
  codeNeeded: {
    status: 401,
    zh: '此账号还需要动态验证码。',
    en: 'This account also needs a code.',
    remedy: {
      zh: '请输入验证器应用上的 6 位数字，或一个恢复码。',
      en: 'Enter the 6 digits of the authenticator app, or a recovery code.',
    },
  },
  waits: {
    status: 429,
    zh: '连续失败次数过多，此账号暂停登录 {minutes} 分钟。',
    en: 'Too many failures in a row: this account waits {minutes} minutes.',
    remedy: { zh: '请稍后再试，或联系系统管理员。', en: 'Try again later, or ask the system administrator.' },
  },
  tooMany: {
    status: 429,
    zh: '来自此地址的登录尝试过多。',
    en: 'There were too many attempts from this address.',
    remedy: { zh: '请 {minutes} 分钟后再试。', en: 'Try again in {minutes} minutes.' },
  },
  passwordRefused: {
    status: 422,
    zh: '口令不符合要求：{rule}。',
    en: 'The password does not meet the rules: {rule}.',
    remedy: {
      zh: '至少 {length} 位并含 {kinds} 类字符，或用 {phrase} 位以上的短句。',
      en: 'Take {length} characters or more of {kinds} kinds, or a phrase of {phrase} or more.',
    },
  },
  loginTaken: {
    status: 409,
    zh: '这个用户名已被使用。',
    en: 'This name is taken.',
    remedy: { zh: '请换一个。', en: 'Take another.' },
  },
  linkRefused: {
    status: 410,
    zh: '这个一次性链接已使用、已过期或不存在。',
    en: 'This one-time link was used, has expired or does not exist.',
    remedy: {
      zh: '首位管理员：重新启动程序会给出新链接；其他人请向系统管理员索取。',
      en: 'For the first administrator, starting the program again prints a new one; others ask the system administrator.',
    },
  },
  accountMissing: {
    status: 404,
    zh: '没有这个账号。',
    en: 'There is no such account.',
    remedy: { zh: '请核对人员。', en: 'Check whom you mean.' },
  },
  contactMissing: {
    status: 404,
    zh: '此人没有登记这一项联系方式。',
    en: 'This person has not told this contact.',
    remedy: { zh: '请本人在“我的账号”中登记。', en: 'They enter it under “My account”.' },
  },
  nameMissing: {
    status: 400,
    zh: '请填写姓名和用户名。',
    en: 'A name and a sign-in name are needed.',
    remedy: { zh: '请补全后重试。', en: 'Fill them in and try again.' },
  },
  providerRefused: {
    status: 401,
    zh: '统一身份认证没有通过（{reason}）。',
    en: 'The identity provider’s answer was refused ({reason}).',
    remedy: { zh: '请从登录页重新开始。', en: 'Begin again from the sign-in page.' },
  },
  providerUnknown: {
    status: 403,
    zh: '统一身份认证中的这个身份没有对应的账号。',
    en: 'No account here belongs to this identity of the provider.',
    remedy: { zh: '请联系系统管理员开通账号。', en: 'Ask the system administrator to open an account.' },
  },
  providerAbsent: {
    status: 404,
    zh: '没有设置统一身份认证。',
    en: 'No identity provider is set up.',
    remedy: { zh: '请用用户名和口令登录。', en: 'Sign in with a name and a password.' },
  },
});
