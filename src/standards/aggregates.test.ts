import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type EvaluationInput, evaluateStandard, loadStandards } from './index.ts';

const formulas = {
  SUM: "sum(pupils where ownership = 'public')",
  COUNT: 'count(pupils < 100)',
  SHARE: "share(ownership = 'public' where pupils >= 10)",
  AVERAGE: 'average(pupils)',
  LEAST: 'smallest(pupils)',
  MOST: "largest(pupils where ownership != 'public')",
  RATE: 'sum(pupils) / people',
};
const units: Readonly<Record<keyof typeof formulas, string>> = {
  SUM: 'pupil',
  COUNT: 'school',
  SHARE: 'share',
  AVERAGE: 'pupil',
  LEAST: 'pupil',
  MOST: 'pupil',
  RATE: 'pupil/person',
};
const text = `standard: AGG
version: '1'
zh: 汇总
en: Aggregates
source: { document: 试验 }
validFrom: 2020
confidence: own
stages: [primary]
measures:
  - { id: pupils, zh: 学生, en: pupils, unit: pupil, kind: count, stages: [primary], range: [0, 9999] }
  - { id: people, zh: 人口, en: people, unit: person, kind: count, level: area, stages: [all], range: [0, 9999] }
indicators:
${Object.entries(formulas)
  .map(
    ([id, formula]) =>
      `  - { id: ${id}, zh: ${id}, en: ${id}, scope: area, stages: [primary], unit: ${units[id as keyof typeof formulas]}, formula: "${formula}" }`,
  )
  .join('\n')}
`;
const library = loadStandards([{ path: 'agg.yaml', text }]);

interface School {
  readonly pupils: number | null;
  readonly isPublic: boolean | null;
  readonly runs: boolean;
}

/** The same aggregates over plain lists; null = not known. */
const expected = (
  schools: readonly School[],
  people: number,
): Readonly<Record<keyof typeof formulas, number | null>> => {
  const asked = schools.filter((school) => school.runs);
  const pupilsOf = (list: readonly School[]): number[] | null => {
    const known = list.flatMap((school) => (school.pupils === null ? [] : [school.pupils]));
    return known.length < list.length ? null : known;
  };
  const total = (list: readonly number[] | null): number | null =>
    list === null ? null : list.reduce((a, b) => a + b, 0);
  const allOwned = asked.every((school) => school.isPublic !== null);
  const all = pupilsOf(asked);
  const ofPublic = allOwned ? pupilsOf(asked.filter((school) => school.isPublic === true)) : null;
  const ofOthers = allOwned ? pupilsOf(asked.filter((school) => school.isPublic === false)) : null;
  const large = asked.filter((school) => school.pupils === null || school.pupils >= 10);
  const shareKnown = large.every((school) => school.pupils !== null && school.isPublic !== null);
  const sum = total(all);
  return {
    SUM: total(ofPublic),
    COUNT: all === null ? null : all.filter((value) => value < 100).length,
    SHARE:
      shareKnown && large.length > 0 ? large.filter((school) => school.isPublic === true).length / large.length : null,
    AVERAGE: all === null || all.length === 0 || sum === null ? null : sum / all.length,
    LEAST: all === null || all.length === 0 ? null : Math.min(...all),
    MOST: ofOthers === null || ofOthers.length === 0 ? null : Math.max(...ofOthers),
    RATE: sum === null || people === 0 ? null : sum / people,
  };
};

const inputOf = (counties: readonly (readonly School[])[], people: readonly number[]): EvaluationInput => {
  const schools = counties.flatMap((own, county) => own.map((school) => ({ ...school, county })));
  return {
    schoolYear: 2026,
    attested: [],
    units: {
      size: schools.length,
      id: schools.map((_, row) => `s${row}`),
      name: schools.map((_, row) => `s${row}`),
      county: Int32Array.from(schools, (school) => school.county),
      stages: Uint8Array.from(schools, (school) => (school.runs ? 0b10 : 0b100)),
      attributes: {
        ownership: schools.map(({ isPublic }) => (isPublic === null ? null : isPublic ? 'public' : 'private')),
      },
      columns: new Map([
        [
          'pupils@primary',
          Float64Array.from(schools, (school) => (school.runs ? (school.pupils ?? Number.NaN) : Number.NaN)),
        ],
      ]),
    },
    areas: {
      size: counties.length,
      code: counties.map((_, row) => `00000${row}`),
      name: counties.map((_, row) => `county ${row}`),
      level: counties.map(() => 'county'),
      parent: new Int32Array(counties.length).fill(-1),
      columns: new Map([['people@all', Float64Array.from(people)]]),
    },
  };
};

it('aggregates over schools are those of plain lists, county by county', () => {
  expect(library.mistakes).toEqual([]);
  const standard = library.standards[0]?.compiled;
  if (!standard) throw new Error('no standard');
  const school = fc.record({
    pupils: fc.option(fc.integer({ min: 0, max: 300 }), { freq: 12 }),
    isPublic: fc.option(fc.boolean(), { freq: 12 }),
    runs: fc.boolean(),
  });
  const counties = fc.array(
    fc.record({ schools: fc.array(school, { maxLength: 8 }), people: fc.integer({ min: 0, max: 50 }) }),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(counties, (list) => {
      const input = inputOf(
        list.map(({ schools }) => schools),
        list.map(({ people }) => people),
      );
      const { areas } = evaluateStandard(standard, input);
      expect(areas.map(({ area }) => area)).toEqual(list.map((_, row) => row));
      for (const { area, indicators } of areas) {
        const own = list[area];
        if (!own) throw new Error('no county');
        const wanted = expected(own.schools, own.people);
        for (const { indicator, value } of indicators)
          expect([indicator, value]).toEqual([indicator, wanted[indicator as keyof typeof formulas]]);
      }
    }),
    { numRuns: 500 },
  );
});
