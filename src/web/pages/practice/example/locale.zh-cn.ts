export const zh = {
  answer: (name: string, from: string, before: string, to: string, after: string) =>
    `${name}：${from} ${before}，${to} ${after}。`,
  unmeasured: '成效以文字说明，没有对应的指标。',
  clause: (id: string, title: string) => `条款 ${id}：${title}`,
  trace: '指标和依据',
};

export type Messages = typeof zh;
