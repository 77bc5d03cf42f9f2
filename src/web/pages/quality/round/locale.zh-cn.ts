export const zh = {
  answer: (handedIn: string, all: string, weak: string) =>
    `${all} 所学校中 ${handedIn} 所已提交自评；外部评价发现 ${weak} 项待改进。`,
  due: (on: string) => `自评期限 ${on}`,
  schools: '学校',
  school: '学校',
  state: '进展',
  done: '自评完成',
  differing: '与自评不同的项',
  weak: '待改进的项',
  handle: '办理',
  openCase: '办理',
  states: {
    self: '自评中',
    external: '外部评价中',
    compared: '已比对',
    rectifying: '整改中',
    verifying: '整改复核中',
    closed: '已办结',
  },
};

export type Messages = typeof zh;
