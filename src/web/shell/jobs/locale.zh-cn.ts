export const zh = {
  region: '后台任务',
  running: (n: number) => `${n} 项后台任务进行中`,
  stays: '可以离开本页，任务会继续；回来仍能看到。',
  recent: '最近结束',
  queued: '排队中',
  cancel: '取消',
  cancelOf: (title: string) => `取消：${title}`,
  done: '已完成',
  failed: '未完成',
  cancelled: '已取消',
  open: '查看',
  openOf: (title: string) => `查看：${title}`,
  share: (percent: string) => `已完成 ${percent}`,
};

export type JobWords = typeof zh;
