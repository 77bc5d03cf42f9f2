export const zh = {
  title: '填写问卷',
  anonymous: '匿名填写：不记录您是谁，也不记录填答码与回答的对应关系。',
  code: '填答码（见发给您的通知）',
  begin: '开始填写',
  notRequired: '（选填）',
  missing: '请回答这一题',
  open: (n: string) => `还有 ${n} 题未答`,
  send: '提交',
  thanks: '谢谢，已经收到',
  thanksHint: '您可以关闭本页。',
};

export type Messages = typeof zh;
