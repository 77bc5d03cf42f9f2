import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseSettings, cutAfter } from './choose-settings.ts';
import { type EnrolmentHistory, projectEnrolment } from './index.ts';
import { forecastLevels, levelsOf } from './levels.ts';
import { memoryOf } from './settings.ts';
import { intervalOf, normalReach, probabilityAbove, spreadOf } from './spread.ts';

const horizons = 3;

const histories = fc
  .record({
    schools: fc.integer({ min: 1, max: 6 }),
    grades: fc.integer({ min: 1, max: 5 }),
    years: fc.integer({ min: 1, max: 7 }),
  })
  .chain(({ schools, grades, years }) =>
    fc
      .record({
        pupils: fc.array(fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 200 }) }, fc.constant(0)), {
          minLength: schools * grades * years,
          maxLength: schools * grades * years,
        }),
        district: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: schools, maxLength: schools }),
      })
      .map(
        ({ pupils, district }): EnrolmentHistory => ({
          schools,
          districts: 2,
          grades,
          years,
          pupils: Float64Array.from(pupils),
          district: Int32Array.from(district),
        }),
      ),
  );

describe('laws', () => {
  it('sums agree on every level, nothing is negative, intervals hold their number', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { schools, districts, region } = projectEnrolment(history, { horizons, fewestPupils: 0, fewestYears: 1 });
        const sum = (values: Float64Array): number => values.reduce((all, each) => all + (each || 0), 0);
        expect(sum(districts.grades.pupils)).toBeCloseTo(sum(region.total.pupils), 6);
        expect(sum(schools.grades.pupils)).toBeCloseTo(sum(region.total.pupils), 6);
        for (const { pupils, low, high } of [schools.total, districts.grades, region.total]) {
          pupils.forEach((expected, at) => {
            if (Number.isNaN(expected) || Number.isNaN(low[at])) return;
            expect(low[at]).toBeGreaterThanOrEqual(0);
            expect(low[at]).toBeLessThanOrEqual(expected);
            expect(high[at]).toBeGreaterThanOrEqual(expected);
          });
        }
      }),
      { numRuns: 25 },
    );
  });

  it('bands are the sums of their grades', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const of = Int32Array.from({ length: history.grades }, (_, grade) => grade % 2);
        const { districts } = projectEnrolment({ ...history, bands: { count: 2, of } }, { horizons });
        const { grades, bands, total } = districts;
        for (let at = 0; at < 2 * horizons; at++) {
          const [district, horizon] = [Math.floor(at / horizons), at % horizons];
          const pair = [0, 1].map((band) => bands.pupils[(district * 2 + band) * horizons + horizon] ?? 0);
          expect((pair[0] ?? 0) + (pair[1] ?? 0)).toBeCloseTo(total.pupils[at] ?? 0, 6);
          let even = 0;
          for (let grade = 0; grade < history.grades; grade += 2) {
            even += grades.pupils[(district * history.grades + grade) * horizons + horizon] ?? 0;
          }
          expect(pair[0]).toBeCloseTo(even, 6);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('a projection never reads what came after its origin', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 500 }), (history, other) => {
        const last = history.years - 2;
        if (last < 0) return;
        const spoilt = history.pupils.map((pupils, at) => (at % history.years > last ? other : pupils));
        const seriesOf = (pupils: Float64Array) =>
          levelsOf(
            {
              units: history.schools,
              grades: history.grades,
              years: history.years,
              pupils,
              group: history.district,
              groups: 2,
            },
            [],
          );
        const [real, changed] = [seriesOf(history.pupils), seriesOf(spoilt)].map((levels) => {
          const settings = chooseSettings(levels, last);
          return {
            settings,
            ...forecastLevels(levels, last, horizons, settings),
            cut: cutAfter(levels, last).region.pupils,
          };
        });
        expect(changed).toEqual(real);
      }),
      { numRuns: 25 },
    );
  });

  it('does not depend on the order of schools', () => {
    const first = [50, 60, 70, 80, 40, 45, 55, 66];
    const second = [20, 30, 25, 30, 20, 22, 28, 27];
    const shape = { schools: 2, districts: 2, grades: 2, years: 4 };
    const one = { ...shape, pupils: Float64Array.from([...first, ...second]), district: Int32Array.from([0, 1]) };
    const turned = { ...shape, pupils: Float64Array.from([...second, ...first]), district: Int32Array.from([1, 0]) };
    const a = projectEnrolment(one, { horizons }).region.total.pupils;
    const b = projectEnrolment(turned, { horizons }).region.total.pupils;
    a.forEach((pupils, at) => {
      expect(b[at]).toBeCloseTo(pupils, 8);
    });
  });
});

describe('the parts', () => {
  it('forgets at once what is large and keeps what is small', () => {
    expect(memoryOf(0.01, 70_000)).toBeLessThan(0.15);
    expect(memoryOf(0.01, 60)).toBeGreaterThan(0.9);
    expect(memoryOf(0, 100)).toBe(1);
  });

  it('z of 80 and 95 %', () => {
    expect(normalReach(0.8)).toBeCloseTo(1.2816, 3);
    expect(normalReach(0.95)).toBeCloseTo(1.96, 3);
  });

  it.each([
    [110, 0.1],
    [100, 0.5],
    [80, 0.9],
    [1000, 0],
  ])('the chance of more than %i', (limit, chance) => {
    expect(probabilityAbove({ pupils: 100, low: 80, high: 110 }, limit, 0.8)).toBeCloseTo(chance, 4);
  });

  it('no chance is given without an interval, and a sure one without width', () => {
    expect(probabilityAbove({ pupils: 100, low: Number.NaN, high: Number.NaN }, 50, 0.8)).toBeNaN();
    expect(probabilityAbove({ pupils: 100, low: 100, high: 100 }, 99, 0.8)).toBe(1);
    expect(probabilityAbove({ pupils: 100, low: 100, high: 100 }, 100, 0.8)).toBe(0);
  });

  it('puts a tenth of past errors on each side, a little further for having few', () => {
    const forecast = Array.from({ length: 99 }, () => 100);
    const actual = forecast.map((size, i) => size + i - 49);
    const spread = spreadOf({ forecast, actual }, 0.8);
    if (spread === undefined) throw new Error('99 outcomes give a spread');
    const { low, high } = intervalOf(100, spread);
    const widened = Math.sqrt((99 + 7) / (99 - 7));
    expect(low).toBeCloseTo(100 - 40 * widened, 9);
    expect(high).toBeCloseTo(100 + 40 * widened, 9);
    expect(intervalOf(400, spread).high).toBeCloseTo(400 + 80 * widened, 9);
  });
});
