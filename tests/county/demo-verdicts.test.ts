import { describe, expect, it } from 'vitest';
import { demoCounty, evaluateDemo, latest } from '#county';

const county = demoCounty();
const quality = evaluateDemo(county, latest, 'CN-CQB-2017');
const verdictsOf = (indicator: string) =>
  quality.schools.flatMap((school) =>
    school.indicators.filter((result) => result.indicator === indicator).map(({ verdict }) => verdict),
  );

describe('the demo county against the quality-balance measure', () => {
  it('has two to five of its fourteen coefficients beyond the limit', () => {
    expect(quality.coefficients).toHaveLength(14);
    const beyond = quality.coefficients.filter(({ verdict }) => verdict === 'notMet');
    expect(beyond.length).toBeGreaterThanOrEqual(2);
    expect(beyond.length).toBeLessThanOrEqual(5);
  });

  it('has schools that pass and schools that fail, also by R3 and R7', () => {
    const verdicts = quality.schools.map(({ verdict }) => verdict);
    const share = verdicts.filter((verdict) => verdict === 'met').length / verdicts.length;
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(0.8);
    for (const indicator of ['R3', 'R7']) expect(verdictsOf(indicator)).toContain('notMet');
    expect(verdicts).toContain('noData');
  });

  it('uses every exception, and excludes a teaching point', () => {
    const results = [...quality.schools, ...quality.wholeSchools].flatMap(({ indicators }) => indicators);
    const used = new Set(results.flatMap(({ exceptions }) => exceptions));
    expect([...used].sort()).toEqual(['X1', 'X2', 'X3a', 'X3b', 'X4', 'X5']);
    expect(quality.schools.some(({ excludedBy }) => excludedBy === 'E3')).toBe(true);
  });

  it('leaves one item to be attested and has one refused', () => {
    const attested = quality.areas[0]?.attested ?? [];
    expect(attested.filter(({ verdict }) => verdict === 'noData').map(({ item }) => item)).toEqual(['G2']);
    expect(attested.filter(({ verdict }) => verdict === 'notMet').map(({ item }) => item)).toEqual(['Q8']);
  });
});

it.each(['CN-CPU-2020', 'CN-CBB-2012', 'CN-BPE-2023'])('everything that %s asks of people is answered', (standard) => {
  const { areas } = evaluateDemo(county, latest, standard);
  expect(areas[0]?.attested.length).toBeGreaterThan(0);
  expect(areas[0]?.attested.filter(({ verdict }) => verdict !== 'met')).toEqual([]);
});

it('is universal and inclusive in its preschool education', () => {
  const { areas } = evaluateDemo(county, latest, 'CN-CPU-2020');
  expect(areas[0]?.verdict).toBe('met');
});
