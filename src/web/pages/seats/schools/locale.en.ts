import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Seats school by school',
  answer: (over, all) => `${over} of ${all} school stages have more pupils than seats.`,
  risky: (n, size) => `${n} have, or within three years may have, a class of ${size} or more.`,
  list: 'Schools and stages',
  listHint:
    'Seats are the least of what rooms, area, teachers and licence allow. Schools too small or too new get no line of their own.',
  use: 'Used',
  binds: 'Limited by',
  limits: { rooms: 'rooms', area: 'area', staffing: 'teachers', licence: 'licence', none: 'not reported' },
  assumed: ' (as many as classes)',
  later: (years) => `In ${years} years`,
  state: 'State',
  largestClass: 'Largest class',
  risk: 'Large classes',
  risks: { over: 'now', likely: 'may come', none: 'no' },
  verdicts: { projected: 'projected', tooNew: 'too new', tooSmall: 'too small', closed: 'no pupils' },
  seatsBy: { rooms: 'By rooms', area: 'By area', staffing: 'By teachers', licence: 'By licence' },
};
