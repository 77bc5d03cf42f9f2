export const zh = {
  title: '我的填报与检查',
  answer: (open: string) => `${open} 张表待填写。`,
  ready: '打开过的表可以离线填写，联网后自动上传。',
  none: '没有要填写的表',
  noneHint: '有了评价、检查任务后会显示在这里。',
  offline: (n: string) => `离线：连不上服务器，下面是保存在本机的 ${n} 张表。`,
  sides: { self: '自评', external: '外部评价', inspection: '现场检查' },
  states: { open: '填写中', submitted: '已提交' },
  due: (on: string) => `${on} 前`,
  kept: (at: string) => `本机存有 ${at} 的内容`,
};

export type Messages = typeof zh;
