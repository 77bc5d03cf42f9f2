import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AttributeValue,
  applyChanges,
  type ColumnKey,
  type CompiledStandard,
  diffStandards,
  type EvaluationInput,
  evaluateStandard,
  loadStandards,
  type Stage,
  stages,
  type Verdict,
} from './index.ts';
import { resolveColumns } from './resolve-columns.ts';
import { stagesRun } from './stages-run.ts';
import { textCodes } from './text-codes.ts';
import { unitFrame } from './unit-frame.ts';

const policies = join(import.meta.dirname, '../../policies');
const read = (path: string) => ({ path, text: readFileSync(join(policies, path), 'utf8') });
const files = [read('measures.yaml'), read('areas/000000/CN-CQB-2017/standard.yaml')];
const standardOf = (...extra: readonly { path: string; text: string }[]): CompiledStandard => {
  const library = loadStandards([...files, ...extra]);
  expect(library.mistakes).toEqual([]);
  const [first] = library.standards;
  if (!first) throw new Error('no standard');
  return first.compiled;
};
const standard = standardOf();

interface School {
  readonly stages: readonly Stage[];
  readonly county?: number;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  readonly values: Readonly<Record<string, number>>;
}

/** Rows 0 to 4: nation, province, city, and two counties of it. */
const input = (schools: readonly School[]): EvaluationInput => {
  const columns = new Map<ColumnKey, Float64Array>();
  schools.forEach((school, row) => {
    for (const [key, value] of Object.entries(school.values)) {
      const column = columns.get(key as ColumnKey) ?? new Float64Array(schools.length).fill(Number.NaN);
      column[row] = value;
      columns.set(key as ColumnKey, column);
    }
  });
  const names = new Set(schools.flatMap((school) => Object.keys(school.attributes ?? {})));
  return {
    schoolYear: 2026,
    attested: [],
    units: {
      size: schools.length,
      id: schools.map((_, row) => `s${row}`),
      name: schools.map((_, row) => `school ${row}`),
      county: Int32Array.from(schools, (school) => school.county ?? 3),
      stages: Uint8Array.from(schools, (school) =>
        school.stages.reduce((bits: number, stage) => bits | (1 << stages.indexOf(stage)), 0),
      ),
      attributes: Object.fromEntries(
        [...names].map((name) => [name, schools.map((school) => school.attributes?.[name] ?? null)]),
      ),
      columns,
    },
    areas: {
      size: 5,
      code: ['000000', '330000', '330200', '330282', '330281'],
      name: ['全国', '某省', '某市', '甲县', '乙县'],
      level: ['nation', 'province', 'city', 'county', 'county'],
      parent: Int32Array.from([-1, 0, 1, 2, 2]),
      columns: new Map(),
    },
  };
};

const primary = (values: Readonly<Record<string, number>>, county = 3): School => ({
  stages: ['primary'],
  county,
  attributes: { category: 'primary', kind: 'school', urbanRural: 'town' },
  values,
});

const verdictOf = (
  schools: readonly School[],
  indicator: string,
  stage: Stage = 'primary',
  by = standard,
): Verdict | undefined =>
  evaluateStandard(by, input(schools))
    .schools.find((school) => school.unit === 0 && school.stage === stage)
    ?.indicators.find((result) => result.indicator === indicator)?.verdict;

const pupils = fc.integer({ min: 1, max: 5000 });

describe('a school exactly on the line is met, and a hair below it is not', () => {
  it('teachers per 100 pupils', () => {
    fc.assert(
      fc.property(pupils, (n) => {
        const onLine = Number(((42 * n) / 1000).toFixed(3));
        const below = Number((onLine - 0.001).toFixed(3));
        const at = (teachers: number) =>
          verdictOf([primary({ 'students@primary': n, 'aboveRequiredDegreeTeachers@primary': teachers })], 'R1');
        expect(at(onLine)).toBe('met');
        expect(at(below)).toBe('notMet');
      }),
      { numRuns: 300 },
    );
  });

  it('an area that is the sum of two decimals', () => {
    fc.assert(
      fc.property(pupils, fc.integer({ min: 0, max: 1000 }), (n, part) => {
        const hundredths = 750 * n;
        const indoor = Math.floor((hundredths * part) / 1000);
        const at = (rest: number) =>
          verdictOf(
            [
              primary({
                'students@primary': n,
                'indoorSportsAreaM2@all': indoor / 100,
                'sportsFieldAreaM2@all': rest / 100,
              }),
            ],
            'R5',
          );
        expect(at(hundredths - indoor)).toBe('met');
        if (hundredths > indoor) expect(at(hundredths - indoor - 1)).toBe('notMet');
      }),
      { numRuns: 300 },
    );
  });

  it('the primary part of a nine-year school, split 1 : 1.1', () => {
    fc.assert(
      fc.property(pupils, pupils, (a, b) => {
        // 2000 yuan × (a + 1.1 b) is a whole number.
        const onLine = 2000 * a + 2200 * b;
        const at = (yuan: number) =>
          verdictOf(
            [
              {
                stages: ['primary', 'junior'],
                attributes: { category: 'nine-year', kind: 'school' },
                values: { 'students@primary': a, 'students@junior': b, 'equipmentValueYuan@all': yuan },
              },
            ],
            'R6',
          );
        expect(at(onLine)).toBe('met');
        expect(at(onLine - 0.01)).toBe('notMet');
      }),
      { numRuns: 300 },
    );
  });

  it('a coefficient', () => {
    // Two schools of equal size with 1 − c and 1 + c have the coefficient c.
    fc.assert(
      fc.property(pupils, fc.integer({ min: 1, max: 400 }), (n, scale) => {
        const at = (low: number, high: number): Verdict | undefined =>
          evaluateStandard(
            standard,
            input(
              [low, high].map((books) =>
                primary({ 'students@primary': n, 'multimediaRooms@all': (books * scale * n) / 100 }),
              ),
            ),
          ).coefficients.find(({ indicator }) => indicator === 'R7')?.verdict;
        expect(at(0.5, 1.5)).toBe('met');
        expect(at(0.49, 1.51)).toBe('notMet');
      }),
      { numRuns: 200 },
    );
  });
});

const county = fc.array(fc.record({ n: fc.integer({ min: 1, max: 3000 }), rooms: fc.integer({ min: 0, max: 90 }) }), {
  minLength: 1,
  maxLength: 30,
});
const rooms = (schools: readonly { readonly n: number; readonly rooms: number }[], factor = 1): readonly School[] =>
  schools.map((school) => primary({ 'students@primary': school.n, 'multimediaRooms@all': school.rooms * factor }));
const coefficientOf = (schools: readonly School[]): number | null =>
  evaluateStandard(standard, input(schools)).coefficients.find(({ indicator }) => indicator === 'R7')
    ?.coefficientOfVariation ?? null;
const close = (a: number | null, b: number | null): void => {
  if (a === null || b === null) expect(a).toBe(b);
  else expect(Math.abs(a - b)).toBeLessThan(1e-9);
};

describe('the coefficient of variation', () => {
  it('does not change when every school has k times as much', () => {
    fc.assert(
      fc.property(county, fc.integer({ min: 2, max: 50 }), (schools, k) =>
        close(coefficientOf(rooms(schools)), coefficientOf(rooms(schools, k))),
      ),
    );
  });

  it('does not change with the order of the schools', () => {
    fc.assert(
      fc.property(county, (schools) =>
        close(coefficientOf(rooms(schools)), coefficientOf(rooms([...schools].reverse()))),
      ),
    );
  });

  it('does not change when every school is there twice', () => {
    fc.assert(
      fc.property(county, (schools) =>
        close(coefficientOf(rooms(schools)), coefficientOf(rooms([...schools, ...schools]))),
      ),
    );
  });

  it('is zero for one school, and unknown where nobody has anything', () => {
    expect(coefficientOf(rooms([{ n: 100, rooms: 3 }]))).toBe(0);
    expect(
      coefficientOf(
        rooms([
          { n: 100, rooms: 0 },
          { n: 50, rooms: 0 },
        ]),
      ),
    ).toBeNull();
  });

  it('is not judged while a school has not reported', () => {
    const schools = [
      ...rooms([
        { n: 100, rooms: 3 },
        { n: 100, rooms: 3 },
      ]),
      primary({ 'students@primary': 80 }),
    ];
    const [found] = evaluateStandard(standard, input(schools)).coefficients.filter(
      ({ indicator }) => indicator === 'R7',
    );
    expect(found).toMatchObject({ schools: 2, missing: 1, verdict: 'noData' });
  });
});

const measured: readonly (readonly [string, number])[] = [
  ['aboveRequiredDegreeTeachers@primary', 0.042],
  ['backboneTeachers@primary', 0.01],
  ['peArtsTeachers@primary', 0.009],
  ['teachingAuxiliaryAreaM2@all', 4.5],
  ['sportsFieldAreaM2@all', 7.5],
  ['equipmentValueYuan@all', 2000],
  ['multimediaRooms@all', 0.023],
];
const school = fc
  .record({
    n: fc.integer({ min: 50, max: 2000 }),
    levels: fc.array(fc.double({ min: 0.7, max: 1.3, noNaN: true }), { minLength: 7, maxLength: 7 }),
  })
  .map(({ n, levels }) =>
    primary({
      'students@primary': n,
      'indoorSportsAreaM2@all': 0,
      ...Object.fromEntries(
        measured.map(([key, perPupil], i) => [key, Math.round(perPupil * n * (levels[i] ?? 1) * 100) / 100]),
      ),
    }),
  );
const rank: Readonly<Record<Verdict, number>> = { notMet: 0, noData: 1, met: 2, notApplicable: 3 };

describe('verdicts', () => {
  const schoolVerdict = (one: School, by = standard): Verdict =>
    evaluateStandard(by, input([one])).schools[0]?.verdict ?? 'noData';

  it('never get worse when a school gets more', () => {
    fc.assert(
      fc.property(school, fc.nat({ max: 6 }), fc.double({ min: 0, max: 500, noNaN: true }), (one, which, more) => {
        const key = measured[which]?.[0] ?? '';
        const richer = { ...one, values: { ...one.values, [key]: (one.values[key] ?? 0) + more } };
        expect(rank[schoolVerdict(richer)]).toBeGreaterThanOrEqual(rank[schoolVerdict(one)]);
      }),
    );
  });

  it('are open, not failed, where a number is missing', () => {
    fc.assert(
      fc.property(school, fc.nat({ max: 6 }), (one, which) => {
        const { [measured[which]?.[0] ?? '']: _, ...values } = one.values;
        const before = schoolVerdict(one);
        const after = schoolVerdict({ ...one, values });
        expect(after === 'noData' || (after === 'notMet' && before === 'notMet')).toBe(true);
      }),
    );
  });

  it('six of seven pass only while the seventh reaches 85 %', () => {
    const full = Object.fromEntries(measured.map(([key, perPupil]) => [key, perPupil * 1000]));
    const at = (yuan: number): Verdict =>
      schoolVerdict(
        primary({ 'students@primary': 1000, 'indoorSportsAreaM2@all': 0, ...full, 'equipmentValueYuan@all': yuan }),
      );
    expect(at(1_700_000)).toBe('met');
    expect(at(1_699_999.99)).toBe('notMet');
    expect(
      schoolVerdict(
        primary({
          'students@primary': 1000,
          'indoorSportsAreaM2@all': 0,
          ...full,
          'equipmentValueYuan@all': 1_999_999,
          'multimediaRooms@all': 22,
        }),
      ),
    ).toBe('notMet');
  });

  it('a stricter area never makes a verdict better, and binds only there', () => {
    const override = fc.record({
      r6: fc.integer({ min: 2000, max: 3000 }),
      floor: fc.integer({ min: 85, max: 100 }),
      minMet: fc.constantFrom(6, 7),
      cv: fc.integer({ min: 10, max: 50 }),
    });
    fc.assert(
      fc.property(override, fc.array(school, { minLength: 2, maxLength: 6 }), ({ r6, floor, minMet, cv }, schools) => {
        const tightened = standardOf({
          path: 'areas/330282/standard.yaml',
          text: `overrides: CN-CQB-2017
version: '1'
zh: 甲县从严
en: Stricter in one county
area: '330282'
source: { document: 县〔2026〕1号 }
validFrom: 2026-01
confidence: own
tighten:
  - { indicator: R6, values: { primary: ${r6} } }
  - { schoolRule: SR, floor: ${floor / 100}, minMet: ${minMet} }
  - { coefficients: CV, values: { primary: ${cv / 100} } }
`,
        });
        const both = [...schools, ...schools.map((one) => ({ ...one, county: 4 }))];
        const plain = evaluateStandard(standard, input(both));
        const strict = evaluateStandard(tightened, input(both));
        strict.schools.forEach((result, index) => {
          const before = plain.schools[index]?.verdict ?? 'noData';
          if (result.unit < schools.length) expect(rank[result.verdict]).toBeLessThanOrEqual(rank[before]);
          else expect(result.verdict).toBe(before);
        });
        strict.coefficients.forEach((result, index) => {
          const before = plain.coefficients[index]?.verdict ?? 'noData';
          if (result.area === 3) expect(rank[result.verdict]).toBeLessThanOrEqual(rank[before]);
          else expect(result.verdict).toBe(before);
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('parameters and answers of a stricter area', () => {
  it('take the place of the national ones there', () => {
    const tightened = standardOf({
      path: 'areas/330200/standard.yaml',
      text: `overrides: CN-CQB-2017
version: '1'
zh: 某市从严
en: Stricter in one city
area: '330200'
source: { document: 市〔2026〕1号 }
validFrom: 2026-01
confidence: own
tighten:
  - { parameter: schoolMaxPupils, value: 1500 }
  - { attested: S1, value: 0.9 }
`,
    });
    const answer = { item: 'S1', area: '330282', answer: 0.88, evidence: '', by: '', on: '2026-10-01' };
    const one = { ...input([primary({ 'students@primary': 1600 })]), attested: [answer] };
    const of = (by: CompiledStandard) => {
      const { wholeSchools, areas } = evaluateStandard(by, one);
      const size = wholeSchools[0]?.indicators.find(({ indicator }) => indicator === 'G4');
      return [size?.threshold, size?.verdict, areas[0]?.attested.find(({ item }) => item === 'S1')?.verdict];
    };
    expect(of(standard)).toEqual([2000, 'met', 'met']);
    expect(of(tightened)).toEqual([1500, 'notMet', 'notMet']);
  });
});

describe('any figures at all', () => {
  const figure = fc.oneof(
    fc.double(),
    fc.integer({ min: -5, max: 5000 }),
    fc.constantFrom(Number.NaN, 0, -0, 1e300, Number.POSITIVE_INFINITY),
  );
  const keys = [...standard.dictionary.measures.values()].flatMap((measure) =>
    measure.stages.map((stage) => `${measure.id}@${stage}`),
  );
  const anySchool = fc.record({
    stages: fc.subarray([...stages]),
    county: fc.integer({ min: -1, max: 4 }),
    attributes: fc.record({
      category: fc.constantFrom('primary', 'nine-year', 'special', null, 7, true),
      yearBuilt: fc.constantFrom(1990, null, 'old'),
    }),
    values: fc.dictionary(fc.constantFrom(...keys), figure, { maxKeys: 40 }),
  });

  it('are evaluated without throwing, and no result is infinite', () => {
    fc.assert(
      fc.property(fc.array(anySchool, { maxLength: 6 }), (schools) => {
        const { schools: results, coefficients, areas } = evaluateStandard(standard, input(schools));
        for (const { value } of [
          ...results.flatMap((one) => one.indicators),
          ...areas.flatMap((one) => one.indicators),
        ]) {
          expect(value === null || Number.isFinite(value)).toBe(true);
        }
        for (const { coefficientOfVariation } of coefficients) {
          expect(coefficientOfVariation === null || Number.isFinite(coefficientOfVariation)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('splits', () => {
  it.each([
    ['nine-year', ['primary', 'junior']],
    ['complete-secondary', ['junior', 'senior']],
    ['twelve-year', ['primary', 'junior', 'senior']],
  ] as const)('the parts of a %s school are the whole', (category, own) => {
    fc.assert(
      fc.property(
        fc.array(pupils, { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (counts, yuan) => {
          const values = Object.fromEntries(own.map((stage, i) => [`students@${stage}`, counts[i] ?? 1]));
          const one = input([
            { stages: own, attributes: { category }, values: { ...values, 'equipmentValueYuan@all': yuan } },
          ]);
          const runs = stagesRun(one);
          const { stages: ownStages } = standard.definition;
          const source = { input: one, runs, stages: ownStages, texts: textCodes(one), parameter: () => Number.NaN };
          const columns = resolveColumns(standard, one, runs, (resolved) =>
            unitFrame({ ...source, columns: resolved }, null, 'all'),
          );
          const parts = own.map((stage) => columns.column('equipmentValueYuan', stage)[0] ?? Number.NaN);
          expect(parts.reduce((a, b) => a + b) / yuan).toBeCloseTo(1, 12);
        },
      ),
    );
  });

  it('a value reported for the stage wins, and a mixed school without a split has none', () => {
    const values = { 'students@primary': 100, 'students@junior': 100, 'equipmentValueYuan@all': 420000 };
    const value = (attributes: Readonly<Record<string, string>>, more: Readonly<Record<string, number>> = {}) =>
      evaluateStandard(
        standard,
        input([{ stages: ['primary', 'junior'], attributes, values: { ...values, ...more } }]),
      ).schools[0]?.indicators.find(({ indicator }) => indicator === 'R6')?.value;
    expect(value({ category: 'nine-year' })).toBeCloseTo(2000, 9);
    expect(value({ category: 'nine-year' }, { 'equipmentValueYuan@primary': 300000 })).toBe(3000);
    expect(value({ category: 'primary' })).toBeNull();
  });
});

describe('levels', () => {
  const schools = [
    {
      ...primary({ 'students@primary': 100, 'multimediaRooms@all': 2 }),
      attributes: { category: 'primary', urbanRural: 'urban', group: '甲集团' },
    },
    {
      ...primary({ 'students@primary': 300, 'multimediaRooms@all': 12 }),
      attributes: { category: 'primary', urbanRural: 'rural', group: '甲集团' },
    },
    {
      ...primary({ 'students@primary': 200, 'multimediaRooms@all': 4 }, 4),
      attributes: { category: 'primary', urbanRural: 'rural', group: null },
    },
  ];
  const rows = (comparing: Parameters<typeof evaluateStandard>[2]) =>
    evaluateStandard(standard, input(schools), comparing).coefficients.filter(({ indicator }) => indicator === 'R7');

  it('schools in counties, with the limit', () => {
    expect(rows({}).map(({ area, schools: count, limit }) => [area, count, limit])).toEqual([
      [3, 2, 0.5],
      [4, 1, 0.5],
    ]);
  });

  it('counties in a city: total resource over total pupils, without a limit', () => {
    const [city, ...rest] = rows({ comparing: { members: 'county', groups: 'city' } });
    // 14 of 400 against 4 of 200: 3.5 and 2 per 100, weights 400 and 200.
    expect(rest).toEqual([]);
    expect(city).toMatchObject({ area: 2, group: null, schools: 2, limit: null, verdict: 'notApplicable' });
    expect(city?.mean).toBeCloseTo(3, 12);
    expect(city?.standardDeviation).toBeCloseTo(Math.sqrt((400 * 0.25 + 200) / 600), 12);
  });

  it('town against country in a county, and schools in their group', () => {
    const [town] = rows({ comparing: { members: { attribute: 'urbanRural' }, groups: 'county' } });
    expect(town).toMatchObject({ area: 3, schools: 2 });
    expect(rows({ comparing: { members: 'school', groups: { attribute: 'group' } } })).toMatchObject([
      { area: -1, group: '甲集团', schools: 2 },
    ]);
  });

  it('verdicts of areas do not depend on what else is compared', () => {
    const plain = evaluateStandard(standard, input(schools));
    const other = evaluateStandard(standard, input(schools), { comparing: { members: 'county', groups: 'city' } });
    expect(other.areas).toEqual(plain.areas);
    expect(evaluateStandard(standard, input(schools), { level: 'city' }).areas.map(({ area }) => area)).toEqual([2]);
  });
});

describe('what-if', () => {
  const before = input([
    primary({ 'students@primary': 100, 'multimediaRooms@all': 2, 'largestClass@primary': 40 }),
    primary({ 'students@primary': 50, 'multimediaRooms@all': 3, 'largestClass@primary': 30 }),
    {
      stages: ['junior'],
      attributes: { category: 'junior' },
      values: { 'students@junior': 90, 'multimediaRooms@all': 5 },
    },
  ]);

  it('sets a value and leaves the old input alone', () => {
    const after = applyChanges(before, [{ kind: 'set', unit: 0, column: 'multimediaRooms@all', value: 9 }]);
    expect(after.units.columns.get('multimediaRooms@all')).toEqual(Float64Array.of(9, 3, 5));
    expect(before.units.columns.get('multimediaRooms@all')).toEqual(Float64Array.of(2, 3, 5));
    expect(after.units.columns.get('students@primary')).toBe(before.units.columns.get('students@primary'));
  });

  it('merges two schools into one', () => {
    const { schools } = evaluateStandard(standard, applyChanges(before, [{ kind: 'merge', units: [0, 1], into: 0 }]));
    expect(schools.map(({ unit, stage }) => [unit, stage])).toEqual([
      [0, 'primary'],
      [2, 'junior'],
    ]);
    const value = (indicator: string) => schools[0]?.indicators.find((one) => one.indicator === indicator)?.value;
    expect(value('R7')).toBeCloseTo((100 * 5) / 150, 12);
    expect(value('G5')).toBe(40);
  });

  it('a primary and a junior school merge into a nine-year school that shares its rooms', () => {
    const after = applyChanges(before, [{ kind: 'merge', units: [0, 2], into: 0 }]);
    expect(after.units.attributes['category']?.[0]).toBe('nine-year');
    const junior = evaluateStandard(standard, after).schools.find(
      ({ unit, stage }) => unit === 0 && stage === 'junior',
    );
    expect(junior?.indicators.find(({ indicator }) => indicator === 'R7')?.value).toBeCloseTo(
      (100 * 7 * 99) / (100 + 99) / 90,
      12,
    );
  });
});

describe('differences between standards', () => {
  it('are none with itself, and say what became stricter', () => {
    expect(diffStandards(standard, standard)).toEqual([]);
    const file = read('areas/000000/CN-CQB-2017/standard.yaml');
    const text = file.text
      .replace('atLeast: { primary: 2000, junior: 2500 }', 'atLeast: { primary: 2200, junior: 2500 }')
      .replace('atMost: { primary: 0.5, junior: 0.45 }', 'atMost: { primary: 0.55, junior: 0.45 }')
      .replace('2017.1', '2027.1');
    const [next] = loadStandards([read('measures.yaml'), { path: 'next/standard.yaml', text }]).standards;
    if (!next) throw new Error('no standard');
    expect(diffStandards(standard, next.compiled)).toEqual([
      { kind: 'changed', subject: 'standard', field: 'version', before: '2017.1', after: '2027.1', stricter: null },
      { kind: 'changed', subject: 'R6', field: 'threshold.primary', before: '2000', after: '2200', stricter: true },
      { kind: 'changed', subject: 'CV', field: 'limit.primary', before: '0.5', after: '0.55', stricter: false },
    ]);
  });
});
