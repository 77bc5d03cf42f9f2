import { describe, expect, it } from 'vitest';
import type { StageOutlook } from '#contracts/seats';
import { axisTicks, chartSteps, placesIn, stageShown, yearShown } from './view-model.ts';

const year = (at: number, pupils: number, seats: number, probability: number) => ({
  year: at,
  pupils,
  low: pupils - 10,
  high: pupils + 10,
  seats,
  gap: pupils - seats,
  probability,
});
const junior: StageOutlook = {
  stage: 'junior',
  known: [90, 100],
  years: [year(2027, 105, 100, 0.7), year(2028, 96, 100, 0.3), year(2029, 50, 100, 0)],
  alarm: 'short',
  firstShort: 2027,
  worst: year(2027, 105, 100, 0.7),
};
const parameter = (value: number) => ({ value, confidence: 'own' as const, clause: '' });

describe('what the page shows at first', () => {
  it('is the stage that runs short first', () => {
    const warnings = [
      {
        area: { code: 'T', name: 'T' },
        stage: 'junior' as const,
        alarm: 'short' as const,
        firstShort: 2027,
        worst: year(2027, 1, 1, 1),
      },
    ];
    const primary = { ...junior, stage: 'primary' as const };
    expect(stageShown({ stages: [primary, junior], warnings }, null)).toBe('junior');
    expect(stageShown({ stages: [primary, junior], warnings }, 'primary')).toBe('primary');
    expect(stageShown({ stages: [primary], warnings: [] }, 'special')).toBe('primary');
  });

  it('is the last year within reach of a warning, or the one asked for', () => {
    expect(yearShown(junior, '', 2)).toBe(2028);
    expect(yearShown(junior, '2029', 2)).toBe(2029);
    expect(yearShown(junior, '1999', 6)).toBe(2029);
    expect(yearShown(undefined, '', 6)).toBe(0);
  });
});

describe('the chart', () => {
  it('joins what was and what comes in the last known year', () => {
    const steps = chartSteps(junior, 2025);
    expect(steps.map((step) => step.year)).toEqual([2025, 2026, 2027, 2028, 2029]);
    expect(steps[0]).toMatchObject({ known: 90, pupils: null });
    expect(steps[1]).toMatchObject({ known: 100, pupils: 100, low: 100, high: 100, seats: null });
    expect(steps[2]).toMatchObject({ known: null, pupils: 105, seats: 100 });
  });

  it.each([
    [100, [0, 25, 50, 75, 100]],
    [12_400, [0, 5000, 10_000, 15_000]],
    [0, [0, 0.25, 0.5, 0.75, 1]],
  ])('has round steps up to %i', (largest, ticks) => expect(axisTicks(largest)).toEqual(ticks));
});

it('a place is short, tight or has enough in that very year', () => {
  const overview = {
    places: [{ area: { code: 'T', name: 'T' }, lng: 1, lat: 2, stages: [junior] }],
    warning: { probability: parameter(0.5), yearsAhead: parameter(6), tight: parameter(0.9) },
  };
  expect([2027, 2028, 2029].map((at) => placesIn(overview, 'junior', at)[0]?.alarm)).toEqual([
    'short',
    'tight',
    'enough',
  ]);
  expect(placesIn(overview, 'senior', 2027)).toEqual([]);
});
