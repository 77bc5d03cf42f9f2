import { describe, expect, it } from 'vitest';
import {
  asExpected,
  childrenOfEntryYears,
  type EnrolmentHistory,
  housingArrivals,
  projectEnrolment,
  repeatLast,
  repeatLastRate,
  spreadOverMonths,
} from './index.ts';
import { startingSettings } from './settings.ts';

const horizons = 3;

/** Schools of one district, rows of grades, columns of years. */
function historyOf(
  schools: readonly (readonly (readonly number[])[])[],
  district = schools.map(() => 0),
): EnrolmentHistory {
  return {
    schools: schools.length,
    districts: Math.max(...district) + 1,
    grades: schools[0]?.length ?? 0,
    years: schools[0]?.[0]?.length ?? 0,
    pupils: Float64Array.from(schools.flat(2)),
    district: Int32Array.from(district),
  };
}

/** Every cohort loses or gains the same share in every school; entries differ. */
function steady(rate: number, entries: readonly number[], years = 6, grades = 4): EnrolmentHistory {
  const cohort = (entry: number, grade: number): number => entry * rate ** grade;
  return historyOf(
    entries.map((entry) =>
      Array.from({ length: grades }, (_, g) => Array.from({ length: years }, () => cohort(entry, g))),
    ),
  );
}

describe('the naive methods', () => {
  const series = {
    units: 1,
    grades: 2,
    years: 2,
    pupils: Float64Array.from([100, 120, 80, 90]),
    group: new Int32Array(1),
    groups: 1,
  };

  it('repeat the last number', () => expect([...repeatLast(series, 1, 2)]).toEqual([120, 120, 90, 90]));

  it('repeat the last rate', () => {
    // grade 1 had 90 from 100; of 120 it will have 108, and as the entry grade stays at 120, again
    expect([...repeatLastRate(series, 1, 2)]).toEqual([120, 120, 108, 108]);
  });
});

describe('projecting what goes on as it was', () => {
  it('repeats a history without change to the last pupil', () => {
    const projection = projectEnrolment(steady(0.95, [60, 100, 140]), { horizons });
    const pupils = projection.schools.grades.pupils;
    for (const [school, entry] of [60, 100, 140].entries()) {
      for (let grade = 0; grade < 4; grade++) {
        for (let horizon = 0; horizon < horizons; horizon++) {
          expect(pupils[(school * 4 + grade) * horizons + horizon]).toBeCloseTo(entry * 0.95 ** grade, 6);
        }
      }
    }
  });

  it('keeps rates above 1: a school that children move to', () => {
    const rising = projectEnrolment(steady(1.2, [50]), { horizons });
    expect(rising.schools.grades.pupils[3 * horizons]).toBeCloseTo(50 * 1.2 ** 3, 6);
  });

  it('carries a small entry year up, a grade a year', () => {
    const grades = [
      [100, 100, 100, 50],
      [100, 100, 100, 100],
      [100, 100, 100, 100],
    ];
    const cohortOnly = { ...startingSettings.school, cohort: 1, total: 0, follow: 0 };
    const settings = {
      school: cohortOnly,
      district: { ...startingSettings.district, cohort: 1, total: 0, trend: 0 },
      reconcile: 1,
    };
    const { schools } = projectEnrolment(historyOf([grades]), { horizons, settings });
    expect(schools.grades.pupils[1 * horizons]).toBeCloseTo(50, 6);
    expect(schools.grades.pupils[2 * horizons + 1]).toBeCloseTo(50, 6);
  });
});

describe('what is known of entrants', () => {
  const history = steady(1, [100], 6, 3);

  it('brings a fall in births into the entry grade, and with the years into all others', () => {
    const children = Float64Array.from({ length: 16 }, (_, year) => (year < 6 ? 80 : 40));
    const cohorts = [{ grade: 0, steps: 16, children, knownAhead: 10 }];
    const { region } = projectEnrolment({ ...history, cohorts }, { horizons: 10 });
    // 100 came of 80 births: more than were born, and so the share stays
    expect(region.grades.pupils[9]).toBeGreaterThan(48);
    expect(region.grades.pupils[9]).toBeLessThan(54);
    expect(region.grades.pupils[2 * 10 + 9]).toBeLessThan(56);
    expect(region.grades.pupils[2 * 10]).toBeCloseTo(100, 6);
  });

  it('counts births between cut-offs', () => {
    const births = spreadOverMonths([1200, 2400]);
    // six years old by the end of August 2017: born September 2010 to August 2011
    expect([...childrenOfEntryYears(births, 2010, 6, [2017], [8])]).toEqual([4 * 100 + 8 * 200]);
  });

  it('gives the year in which the cut-off moves to December sixteen months', () => {
    const births = spreadOverMonths([1200, 1200, 1200]);
    expect([...childrenOfEntryYears(births, 2010, 6, [2017, 2018], [8, 12])]).toEqual([1200, 1600]);
  });

  it('does not guess births that are not known', () => {
    expect(childrenOfEntryYears(spreadOverMonths([1200]), 2010, 6, [2017], [8])[0]).toBeNaN();
  });
});

describe('openings and closings', () => {
  const phased = (start: number): number[][] =>
    [0, 1, 2].map((grade) => [0, 1, 2, 3, 4].map((year) => (year >= start + grade ? 100 : 0)));
  const full = [0, 1, 2].map(() => [100, 100, 100, 100, 100]);

  it('expects the next grade where those that opened one went on before', () => {
    const { schools } = projectEnrolment(historyOf([phased(0), phased(1), phased(3), full]), {
      horizons,
      fewestYears: 1,
    });
    const third = schools.grades.pupils.subarray(2 * 3 * horizons, 3 * 3 * horizons);
    expect(third[2 * horizons]).toBeGreaterThan(80);
  });

  it('expects nothing where none did', () => {
    const once = [
      [100, 100, 100, 100, 100],
      [0, 100, 100, 100, 100],
      [0, 0, 0, 0, 0],
    ];
    const late = [
      [100, 100, 100, 100, 100],
      [0, 0, 0, 0, 100],
      [0, 0, 0, 0, 0],
    ];
    const { schools } = projectEnrolment(historyOf([once, once, late, full]), { horizons, fewestYears: 1 });
    expect(schools.grades.pupils[(2 * 3 + 2) * horizons]).toBe(0);
  });

  it('lets a school that closes from below run out', () => {
    const closing = (start: number): number[][] =>
      [0, 1, 2].map((grade) => [0, 1, 2, 3, 4].map((year) => (year < start + grade ? 100 : 0)));
    const { schools } = projectEnrolment(historyOf([closing(1), closing(2), closing(4), full]), {
      horizons,
      fewestYears: 1,
    });
    const third = 2 * 3 * horizons;
    expect(schools.grades.pupils[third + 1 * horizons]).toBe(0);
    expect(schools.grades.pupils[third + 2 * horizons]).toBeGreaterThan(80);
    expect(schools.grades.pupils[third + 2 * horizons + 1]).toBe(0);
  });
});

describe('decisions and scenarios', () => {
  const history = historyOf(
    [0, 1, 2].map(() => [0, 1, 2].map(() => [100, 100, 100, 100])),
    [0, 0, 1],
  );
  const total = (pupils: Float64Array): number => pupils.reduce((sum, each) => sum + each, 0);

  it('moves pupils and loses none', () => {
    const before = projectEnrolment(history, { horizons });
    const after = projectEnrolment(
      {
        ...history,
        events: [
          { kind: 'closes', school: 0, grade: 1, horizon: 1 },
          { kind: 'moves', grade: 2, from: 0, to: 1, horizon: 0 },
          { kind: 'opens', school: 0, grade: 0, horizon: 2, pupils: 130 },
        ],
      },
      { horizons },
    );
    expect(after.schools.grades.pupils[1 * horizons + 1]).toBe(0);
    expect(after.schools.grades.pupils[2 * horizons]).toBe(0);
    expect(after.schools.grades.pupils[2]).toBeCloseTo(130, 9);
    expect(total(after.region.total.pupils)).toBeCloseTo(total(before.region.total.pupils), 6);
  });

  it('counts as unplaced whom no other school of the district can take', () => {
    const { unplaced, districts } = projectEnrolment(
      { ...history, events: [{ kind: 'closes', school: 2, grade: 0, horizon: 0 }] },
      { horizons },
    );
    expect(unplaced[3 * horizons]).toBeCloseTo(100, 6);
    expect(districts.grades.pupils[3 * horizons]).toBeCloseTo(100, 6);
  });

  it('carries an entry year that is larger once upward', () => {
    const larger = { ...history, events: [{ kind: 'entry', grade: 0, horizon: 0, factor: 1.5 } as const] };
    const { region } = projectEnrolment(larger, { horizons });
    expect(region.grades.pupils[0]).toBeCloseTo(450, 6);
    expect(region.grades.pupils[1]).toBeCloseTo(300, 6);
    expect(region.grades.pupils[horizons + 1]).toBeCloseTo(450, 6);
  });

  it('grows by its yearly factor', () => {
    const { region } = projectEnrolment(history, { horizons, scenario: { ...asExpected, entry: 1.1 } });
    expect(region.grades.pupils[2]).toBeCloseTo(300 * 1.1 ** 3, 6);
  });

  it('adds the children of new homes, and keeps them as they move up', () => {
    const yields = { occupancy: [0.5, 1], pupilsPerHome: [0.1, 0.1, 0.1], entryGrades: [0] };
    const arrivals = housingArrivals([{ district: 1, homes: 1000, horizon: 0 }], yields, 2, horizons);
    const settled = projectEnrolment({ ...history, arrivals }, { horizons });
    const without = projectEnrolment(history, { horizons });
    const more = settled.districts.grades.pupils.map(
      (pupils, at) => pupils - (without.districts.grades.pupils[at] ?? 0),
    );
    const inDistrict = (grade: number): number[] => [...more.subarray((3 + grade) * horizons, (4 + grade) * horizons)];
    expect(inDistrict(0).map(Math.round)).toEqual([50, 100, 100]);
    expect(inDistrict(1).map(Math.round)).toEqual([50, 100, 100]);
    expect(total(more.subarray(0, 3 * horizons))).toBeCloseTo(0, 6);
  });

  it.each([
    { kind: 'closes', school: 3, grade: 0, horizon: 0 } as const,
    { kind: 'closes', school: 0, grade: 3, horizon: 0 } as const,
    { kind: 'entry', grade: 0, horizon: 3, factor: 1 } as const,
    { kind: 'moves', grade: 0, from: 0, to: -1, horizon: 0 } as const,
  ])('refuses an event that is not there: %o', (event) => {
    expect(() => projectEnrolment({ ...history, events: [event] }, { horizons })).toThrow(RangeError);
  });
});

describe('what may not be said', () => {
  it('draws no line for schools too small, too new or closed, but counts them', () => {
    const rows = (from: number, size: number, to = 5): number[][] =>
      [0, 1].map(() => [0, 1, 2, 3, 4].map((year) => (year >= from && year < to ? size : 0)));
    const { verdicts, schools, districts } = projectEnrolment(
      historyOf([rows(0, 50), rows(3, 50), rows(0, 8), rows(0, 50, 4)]),
      {
        horizons,
      },
    );
    expect(verdicts).toEqual(['projected', 'tooNew', 'tooSmall', 'closed']);
    expect(schools.total.pupils[1 * horizons]).toBeNaN();
    expect(districts.total.pupils[0]).toBeGreaterThan(200);
  });

  it('gives no interval where nothing could be rehearsed', () => {
    const { backTest, region } = projectEnrolment(
      historyOf([
        [
          [100, 110],
          [90, 95],
        ],
      ]),
      { horizons, fewestYears: 1 },
    );
    expect(backTest).toEqual([]);
    expect(region.total.low[0]).toBeNaN();
    expect(region.total.pupils[0]).toBeGreaterThan(0);
  });

  it.each([
    [{ pupils: new Float64Array(1) }],
    [{ district: Int32Array.from([1]) }],
    [{ pupils: Float64Array.from([-1, 1, 1, 1]) }],
    [{ arrivals: new Float64Array(1) }],
  ])('refuses arrays that do not fit: %o', (wrong) => {
    const history = historyOf([
      [
        [1, 2],
        [3, 4],
      ],
    ]);
    expect(() => projectEnrolment({ ...history, ...wrong }, { horizons })).toThrow(RangeError);
  });
});

describe('stopping', () => {
  it('ends the search for settings and still projects', () => {
    let trials = 0;
    const projection = projectEnrolment(steady(0.97, [80, 90]), {
      horizons,
      onProgress: () => {
        trials++;
        return trials < 5;
      },
    });
    expect(trials).toBe(5);
    expect(projection.region.total.pupils[0]).toBeGreaterThan(0);
  });
});
