import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  answer: (name, from, before, to, after) => `${name}: ${before} (${from}), ${after} (${to}).`,
  unmeasured: 'The effect is said in words; no indicator measures it.',
  clause: (id, title) => `Clause ${id}: ${title}`,
  trace: 'Indicator and trace',
};
