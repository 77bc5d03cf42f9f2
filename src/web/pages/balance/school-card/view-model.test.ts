import { expect, it } from 'vitest';
import {
  type CardIndicator,
  cellText,
  judgedOf,
  type StageCard,
  shortfalls,
  wholeShort,
  yearsOf,
} from './view-model.ts';

const indicator = (id: string, value: number | null, verdict: CardIndicator['verdict']): CardIndicator => ({
  indicator: id,
  value,
  threshold: 2,
  verdict,
  status: verdict,
  countyMean: null,
  groupMean: null,
  rank: null,
  rankOf: 0,
  amountShort: null,
  resource: { zh: '间', en: 'rooms' },
  gap: null,
  exceptions: [],
  history: [{ schoolYear: id === 'R1' ? 2025 : 2024, value, threshold: 2, verdict }],
});
const stage: StageCard = {
  stage: 'primary',
  pupils: 100,
  met: 1,
  of: 3,
  verdict: 'notMet',
  excludedBy: null,
  indicators: [indicator('R1', 1.9, 'notMet'), indicator('R2', 3, 'met'), indicator('R3', 1, 'notMet')],
};

it('names the shortfalls, the furthest below first', () => {
  expect(shortfalls(stage).map((row) => row.indicator)).toEqual(['R3', 'R1']);
});

it('lists the years of its history once and in order', () => {
  expect(yearsOf(stage)).toEqual([2024, 2025]);
});

it('writes a source cell as a person finds it', () => {
  const source = { batch: 'b', file: '县.xlsx', sheet: '校舍', row: 14, column: 'F', importedAt: '', importedBy: '' };
  expect(cellText(source)).toBe('县.xlsx › 校舍 › F14');
  expect(cellText({ ...source, row: 0, column: '' })).toBe('县.xlsx › 校舍');
  expect(cellText(null)).toBe('');
});

it('judges a whole school by what applies to it', () => {
  const indicators = [indicator('G4', 1, 'met'), indicator('G6', null, 'notApplicable')];
  expect(judgedOf({ ...stage, stage: 'all', of: 2, indicators })).toBe(1);
  expect(judgedOf({ ...stage, of: 7 })).toBe(7);
});

it('rounds what is missing up to whole pieces', () => {
  const row = indicator('R7', 1.9, 'notMet');
  expect(wholeShort({ ...row, amountShort: 1.2 })).toBe(2);
  expect(wholeShort({ ...row, amountShort: 2.000_000_000_1 })).toBe(2);
  expect(wholeShort({ ...row, amountShort: 0 })).toBeNull();
  expect(wholeShort({ ...row, verdict: 'met', amountShort: 3 })).toBeNull();
});
