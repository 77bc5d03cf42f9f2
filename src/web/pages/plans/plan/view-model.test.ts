import { expect, test } from 'vitest';
import { latestOf, readNumber, targetFigure } from './view-model.ts';

const print = {
  number: (value: number, decimals: number) => value.toFixed(decimals),
  unit: (text: { zh: string }) => text.zh,
};
const measuredBy = { standard: 'S', indicator: 'I', stage: 'all' as const, name: { zh: '', en: '' }, decimals: 4 };

test('a share is shown as per cent, a blank as nothing', () => {
  const share = { unit: { zh: '比例', en: 'share' }, measuredBy };
  expect(targetFigure(0.6, share, print)).toBe('60.00 %');
  expect(targetFigure(null, share, print)).toBeNull();
  expect(targetFigure(600, { unit: { zh: '元', en: 'yuan' }, measuredBy: null }, print)).toBe('600.00 元');
});

test('the newest year that was reported counts', () => {
  expect(
    latestOf({
      readings: [
        { year: 2025, value: 1 },
        { year: 2026, value: null },
      ],
    }),
  ).toBe(1);
  expect(latestOf({ readings: [] })).toBeNull();
});

test.each([
  ['', null],
  ['0.6', 0.6],
  ['60%', 0.6],
  ['sixty', undefined],
])('%j is read as %j', (typed, value) => {
  expect(readNumber(typed)).toBe(value);
});
