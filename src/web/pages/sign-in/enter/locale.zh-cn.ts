export const zh = {
  title: '登录',
  trial: '目前为试用，本机上不必登录。',
  trialHint: '设立首位管理员的一次性链接在程序启动时显示；设立之后，每个人都须登录。',
  goOn: '直接进入',
  login: '用户名',
  password: '口令',
  code: '动态验证码',
  codeHint: '验证器应用上的 6 位数字，或一个恢复码。',
  enter: '登录',
  or: '或者',
  lost: '忘记口令：请系统管理员给您一个一次性链接。',
};

export type Messages = typeof zh;
