import { expect, it } from 'vitest';
import type { IndicatorSchool } from '#contracts/balance';
import { betweenShare, commonLine, defaultIndicator, furthestFirst } from './view-model.ts';

const school = (unit: string, value: number | null, threshold: number | null): IndicatorSchool => ({
  unit,
  name: unit,
  county: '330421',
  value,
  threshold,
  verdict: 'met',
  status: 'met',
  pupils: 1,
  amountShort: null,
  contributionShare: null,
  ownership: null,
  urbanRural: null,
  township: null,
  group: null,
  previous: null,
});

it('takes the line of most schools as the line of the drawing', () => {
  expect(commonLine([school('a', 1, 96), school('b', 1, 73), school('c', 1, 96)])).toBe(96);
  expect(commonLine([school('a', 1, null)])).toBeNull();
});

it('puts the furthest below first and what is not known last', () => {
  const rows = [school('a', 5, 4), school('b', null, 4), school('c', 1, 4)];
  expect(furthestFirst(rows).map((row) => row.unit)).toEqual(['c', 'a', 'b']);
});

it('splits no inequality where there is none', () => {
  const split = { by: 'urbanRural' as const, total: 0, within: 0, between: 0, groups: [] };
  expect(betweenShare(split)).toBeNull();
  expect(betweenShare({ ...split, total: 0.2, between: 0.05 })).toBe(0.25);
});

it('opens the worst coefficient of the chosen stage', () => {
  const rows = [
    { indicator: 'R1', stage: 'primary' as const },
    { indicator: 'R2', stage: 'junior' as const },
  ];
  expect(defaultIndicator(rows, 'junior')?.indicator).toBe('R2');
  expect(defaultIndicator(rows, 'senior')?.indicator).toBe('R1');
  expect(defaultIndicator([], null)).toBeNull();
});
