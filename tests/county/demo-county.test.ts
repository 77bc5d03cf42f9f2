import { describe, expect, it } from 'vitest';
import { demoCounty, factsOf, latest } from '#county';

const county = demoCounty([2025, latest]);
const fact = factsOf(county);
const before = factsOf(county, 2025);
const compulsory = county.units.filter((unit) => unit.stages.includes('primary') || unit.stages.includes('junior'));
const pupilsOf = (id: string) =>
  ['primary', 'junior'].reduce((sum, stage) => sum + (fact(id, stage, 'students') || 0), 0);

describe('the demo county', () => {
  it('has about sixty schools of every category in twelve townships', () => {
    expect(county.units.length).toBeGreaterThanOrEqual(55);
    expect(county.units.length).toBeLessThanOrEqual(70);
    expect(new Set(county.units.map((unit) => unit.category)).size).toBe(9);
    expect(county.townships).toHaveLength(12);
    expect(new Set(county.units.map((unit) => unit.townshipCode)).size).toBe(12);
    expect(new Set(county.units.map((unit) => unit.ownership)).size).toBe(3);
  });

  it('has a legal person with several campuses', () => {
    const campuses = county.units.filter((unit) => unit.kind === 'campus');
    const [owner, ...others] = new Set(campuses.map((unit) => unit.legalPersonId));
    expect(others).toEqual([]);
    expect(county.units.filter((unit) => unit.legalPersonId === owner && unit.kind !== 'teaching-point')).toHaveLength(
      3,
    );
  });

  it('has a case for each exclusion', () => {
    expect(county.units.some((unit) => unit.category === 'special')).toBe(true);
    expect(county.units.some((unit) => unit.category === 'vocational')).toBe(true);
    const points = county.units.filter((unit) => unit.kind === 'teaching-point').map((unit) => pupilsOf(unit.id));
    expect(points.filter((n) => n < 50).length).toBeGreaterThanOrEqual(2);
    expect(points.filter((n) => n >= 50).length).toBeGreaterThanOrEqual(2);
  });

  it('has a case for each exception', () => {
    const small = compulsory.filter(
      (unit) => unit.urbanRural === 'rural' && pupilsOf(unit.id) >= 50 && pupilsOf(unit.id) < 100,
    );
    expect(small.some((unit) => fact(unit.id, 'primary', 'visitingPeArtsTeachers') > 0)).toBe(true);
    const dense = county.units.filter((unit) => unit.denseCentre);
    expect(dense.some((unit) => fact(unit.id, 'all', 'leasedSportsAreaM2') > 0)).toBe(true);
    expect(compulsory.some((unit) => unit.yearBuilt <= 2016 && fact(unit.id, 'all', 'musicRoomM2') < 96)).toBe(true);
    expect(
      compulsory.some(
        (unit) =>
          unit.urbanRural === 'rural' &&
          fact(unit.id, 'primary', 'largestClass') < 30 &&
          fact(unit.id, 'all', 'musicRoomM2') < 73,
      ),
    ).toBe(true);
    const large = compulsory.filter((unit) => pupilsOf(unit.id) > 2_000);
    expect(large.some((unit) => unit.yearBuilt <= 2010)).toBe(true);
    const migrants = (id: string) => fact(id, 'primary', 'migrantStudents') / fact(id, 'primary', 'students');
    expect(large.some((unit) => unit.yearBuilt > 2010 && migrants(unit.id) > 0.5)).toBe(true);
  });

  it('has classes above 45 in its town schools', () => {
    const crowded = county.units.filter((unit) => fact(unit.id, 'primary', 'largestClass') > 45);
    expect(crowded.length).toBeGreaterThanOrEqual(2);
    expect(crowded.filter((unit) => unit.urbanRural !== 'town')).toEqual([]);
  });

  it('has figures that the data-quality page should find', () => {
    const missing = compulsory.filter((unit) => Number.isNaN(fact(unit.id, 'all', 'equipmentValueYuan')));
    expect(missing).toHaveLength(1);
    const jumped = county.units.filter((unit) => fact(unit.id, 'all', 'books') > 5 * before(unit.id, 'all', 'books'));
    expect(jumped).toHaveLength(1);
    const repeated = compulsory.filter((unit) =>
      ['students', 'fullTimeTeachers', 'entrants', 'graduates'].every(
        (measure) => fact(unit.id, 'primary', measure) === before(unit.id, 'primary', measure),
      ),
    );
    expect(repeated.length).toBeGreaterThanOrEqual(1);
  });
});
