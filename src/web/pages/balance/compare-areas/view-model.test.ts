import { expect, it } from 'vitest';
import type { ComparisonCell, ComparisonRow } from '#contracts/balance';
import { cellStatus, cellValue, slipping, worstRow } from './view-model.ts';

const cell: ComparisonCell = {
  indicator: 'R1',
  stage: 'primary',
  coefficientOfVariation: 0.48,
  limit: 0.5,
  mean: 5,
  metShare: 0.9,
  schools: 10,
  verdict: 'met',
  status: 'near',
  previousCoefficient: null,
  previousMean: null,
};
const row = (key: string, rank: number, previousRank: number | null, outside: number): ComparisonRow => ({
  key,
  name: { zh: key, en: key },
  area: null,
  schools: 10,
  areas: { total: 1, met: 0, notMet: 1, noData: 0 },
  pupils: 100,
  verdict: 'met',
  coefficientsOutside: outside,
  schoolStagesOutside: 0,
  schoolStages: 10,
  rank,
  previousRank,
  cells: [cell],
});

it('colours a coefficient by its verdict, a share only when whole, a mean not at all', () => {
  expect(cellStatus(cell, 'coefficient')).toBe('near');
  expect(cellStatus(cell, 'metShare')).toBe('notMet');
  expect(cellStatus({ ...cell, metShare: 1 }, 'metShare')).toBe('met');
  expect(cellStatus(cell, 'mean')).toBe('notApplicable');
  expect(cellStatus({ ...cell, mean: null }, 'mean')).toBe('noData');
  expect(cellValue(undefined, 'mean')).toBeNull();
});

it('names who slips and who is worst', () => {
  const rows = [row('a', 3, 1, 2), row('b', 1, 2, 0), row('c', 2, 1, 1), row('d', 4, null, 5)];
  expect(slipping(rows).map((one) => one.key)).toEqual(['a', 'c']);
  expect(worstRow(rows)?.key).toBe('d');
  expect(worstRow([row('b', 1, 1, 0)])).toBeNull();
});
