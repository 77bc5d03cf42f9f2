import { describe, expect, it } from 'vitest';
import type { Coefficient, Overview } from '#contracts/balance';
import { headlineOf, worstFirst } from './view-model.ts';

const counts: Overview['counts'] = {
  coefficients: { total: 14, outside: 0, noData: 0 },
  schoolStages: { total: 148, outside: 0, noData: 0, excluded: 0 },
  attestationsOpen: 0,
  schools: 120,
  schoolsWithoutFacts: 0,
  areas: { total: 0, met: 0, notMet: 0, noData: 0 },
};
const overview: Overview = {
  area: { code: '330421', name: '县', level: 'county' },
  path: [],
  schoolYear: 2026,
  years: [2026],
  standard: { id: 's', version: '1', name: { zh: '', en: '' } },
  inputsHash: '',
  snapshot: null,
  verdict: 'met',
  counts,
  indicators: [],
  coefficients: [],
  parts: [],
  areaIndicators: [],
  gaps: [],
  map: [],
  previousYear: null,
  changes: [],
  schoolsWithoutFacts: [],
};
const coefficient = (indicator: string, value: number | null, limit: number | null): Coefficient => ({
  indicator,
  stage: 'primary',
  schools: 10,
  missing: 0,
  mean: 1,
  standardDeviation: 1,
  coefficientOfVariation: value,
  limit,
  verdict: 'met',
  status: 'met',
  previous: null,
  drivers: [],
});

describe('the first line of the overview', () => {
  it('says how many are outside as soon as one is, whatever else is missing', () => {
    const failing: Overview = {
      ...overview,
      verdict: 'notMet',
      counts: {
        ...counts,
        attestationsOpen: 9,
        coefficients: { total: 14, outside: 5, noData: 1 },
        schoolStages: { total: 148, outside: 23, noData: 2, excluded: 0 },
      },
    };
    expect(headlineOf(failing)).toMatchObject({ kind: 'notYet', numbers: [5, 14, 23, 148] });
  });

  it('names the other parts when the resources are in order', () => {
    const part = {
      part: 'government',
      name: { zh: '政府保障', en: 'Government' },
      met: 14,
      notMet: 1,
      noData: 0,
      verdict: 'notMet' as const,
    };
    expect(headlineOf({ ...overview, verdict: 'notMet', parts: [part] })).toMatchObject({
      kind: 'otherReasons',
      parts: [part],
    });
  });

  it('speaks of the counties inside, above a county', () => {
    const areas = { total: 8, met: 3, notMet: 5, noData: 0 };
    expect(headlineOf({ ...overview, verdict: 'notMet', counts: { ...counts, areas } })).toMatchObject({
      kind: 'areas',
      numbers: [3, 8],
    });
  });

  it('concludes nothing while answers are missing', () => {
    expect(headlineOf({ ...overview, verdict: 'noData', counts: { ...counts, attestationsOpen: 7 } })).toMatchObject({
      kind: 'unknown',
      numbers: [7],
    });
    expect(headlineOf(overview).kind).toBe('met');
  });
});

it('orders coefficients by their distance to their own limits', () => {
  const rows = [
    coefficient('a', 0.44, 0.5),
    coefficient('b', 0.44, 0.45),
    coefficient('c', null, 0.5),
    coefficient('d', 0.6, 0.5),
  ];
  expect(worstFirst(rows, null).map((row) => row.indicator)).toEqual(['d', 'b', 'a', 'c']);
  expect(worstFirst(rows, 'junior')).toEqual([]);
});
