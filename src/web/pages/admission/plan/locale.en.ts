import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  answerOpen: (until) => `Applications are taken until ${until}.`,
  answerState: (state) => `Now: ${state}.`,
  answerResult: (applicants, first, other, placed, none) =>
    `${applicants} children: ${first} by first choice, ${other} by another choice, ${placed} placed nearby, ${none} without a place.`,
  apply: 'Apply',
  rules: 'Rules',
  who: 'Who',
  order: 'Order of admission',
  tie: 'Within a category',
  most: 'Most choices',
  apply1: 'Applications',
  announce: 'Result on',
  register: 'Register until',
  basis: 'Basis',
  version: (n, hash) => `Rules, version ${n}, hash ${hash}`,
  needs: (lists) => `compared with: ${lists}`,
  needsNone: 'no list needed',
  schools: 'Schools and seats',
  draw: 'The public draw',
  drawHint:
    'The list is frozen and its hash published before the public seed is entered. Anybody may save these files and compute everything again.',
  check: 'How: the chapter “A public draw” of the handbook, junheng draw verify.',
};
