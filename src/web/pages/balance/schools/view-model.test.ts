import { expect, it } from 'vitest';
import type { SchoolRow } from '#contracts/balance';
import { countSchools, neediestFirst, ofStage } from './view-model.ts';

const row = (unit: string, part: Partial<SchoolRow>): SchoolRow => ({
  unit,
  name: unit,
  county: '330421',
  stage: 'primary',
  category: 'primary',
  ownership: 'public',
  urbanRural: null,
  pupils: 100,
  met: 7,
  of: 7,
  verdict: 'met',
  status: 'met',
  excludedBy: null,
  values: {},
  ...part,
});
const rows = [
  row('a', {}),
  row('b', { verdict: 'notMet', status: 'notMet', met: 5 }),
  row('c', { verdict: 'notMet', status: 'notMet', met: 3, stage: 'junior' }),
  row('d', { verdict: 'notApplicable', status: 'notApplicable', excludedBy: 'smallPoint' }),
  row('e', { verdict: 'noData', status: 'noData', met: 0 }),
];

it('counts one stage, or all together', () => {
  const counts = [
    { stage: 'primary', all: 3, failing: 1, noData: 1, excluded: 1 },
    { stage: 'junior', all: 1, failing: 1, noData: 0, excluded: 0 },
  ] as const;
  expect(countSchools([...counts], null)).toEqual({ all: 4, failing: 2, noData: 1, excluded: 1 });
  expect(countSchools([...counts], 'junior')).toEqual({ all: 1, failing: 1, noData: 0, excluded: 0 });
});

it('chooses by stage and puts the neediest first', () => {
  expect(ofStage(rows, 'junior').map((r) => r.unit)).toEqual(['c']);
  expect(neediestFirst(rows).map((r) => r.unit)).toEqual(['c', 'b', 'e', 'a', 'd']);
});
