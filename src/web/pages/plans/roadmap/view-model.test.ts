import { expect, test } from 'vitest';
import type { RoadmapRowShown } from '#contracts/plans';
import { standingStatus } from '#web/pages/plans/standing';
import { countRows, failingText } from './view-model.ts';

const row = (standing: RoadmapRowShown['standing'], year: number | null): RoadmapRowShown => ({
  county: { code: '900121', name: '甲县', level: 'county' },
  entry:
    year === null
      ? null
      : { targetYear: year, setBy: '900000', responsible: '', document: '', signedOn: null, recognisedOn: null },
  failing: [
    { year: 2024, value: null },
    { year: 2025, value: 9 },
    { year: 2026, value: 7 },
  ],
  unknown: 0,
  standing,
  expected: null,
});

test('the first line counts years set and counties that slip', () => {
  const rows = [row('slipping', 2027), row('missed', 2025), row('reached', 2026), row('unset', null)];
  expect(countRows(rows)).toEqual({ total: 4, set: 3, slipping: 2 });
  expect(rows.map(({ standing }) => standingStatus[standing])).toEqual(['notMet', 'notMet', 'met', 'noData']);
});

test('years that were not evaluated are left out', () => {
  expect(failingText(row('slipping', 2027))).toBe('2025: 9 → 2026: 7');
  expect(failingText({ failing: [] })).toBeNull();
});
