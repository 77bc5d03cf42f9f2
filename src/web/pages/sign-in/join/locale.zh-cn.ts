export const zh = {
  titles: { first: '设立首位管理员', invite: '接受邀请', reset: '设置口令' },
  intro: {
    first: '您将成为系统管理员：管理账号和运行。授予角色的安全管理员、查看审计的审计管理员须由另外的人担任。',
    invite: '您将担任：',
    reset: '设置口令后即可登录；其他会话随之结束。',
  },
  roles: {
    'system-administrator': '系统管理员',
    'security-administrator': '安全管理员',
    'audit-administrator': '审计管理员',
  } as Readonly<Record<string, string>>,
  name: '姓名',
  login: '用户名',
  loginHint: '登录时使用，字母、数字均可。',
  password: '口令',
  passwordHint: '至少 10 位并含小写、大写、数字、符号中的三类；或 20 位以上的短句。',
  again: '再输一次口令',
  differs: '两次输入的口令不一致。',
  accept: '确定',
  missing: '这个地址不完整',
  missingHint: '请用收到的完整链接打开本页。',
  done: '已设立系统管理员，您已登录。',
  hand: '请把下面两个一次性链接分别交给另外两个人（72 小时内有效，各用一次）。离开本页后不再显示。',
  copy: '复制链接',
  copied: '已复制',
  goOn: '进入系统',
};

export type Messages = typeof zh;
