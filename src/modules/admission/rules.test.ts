import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identityNumber, readIdentityNumber } from '#core/codes';
import { ageOn } from './age-on.ts';
import { buildList } from './build-list.ts';
import { eligibleSchools, findZone } from './find-zone.ts';
import { readLaw } from './law.ts';
import { indexList, matchChild } from './match-lists.ts';
import { quotaPlaces } from './quota-places.ts';
import { readRules } from './read-rules.ts';
import type { AdmissionRules } from './rules-schema.ts';

const law = readLaw(readFileSync('policies/admission-law.yaml', 'utf8'));
const textOf = (name: string) => readFileSync(`policies/areas/900121/admission-${name}.yaml`, 'utf8');
const rulesOf = (name: string): AdmissionRules => {
  const { rules, mistakes } = readRules(textOf(name), law);
  expect(mistakes).toEqual([]);
  if (rules === null) throw new Error(name);
  return rules;
};
const mistakesOf = (name: string, from: string, to: string) => {
  const text = textOf(name);
  expect(text).toContain(from);
  return readRules(text.replace(from, to), law).mistakes.map(({ path, clause }) =>
    clause === null ? path : `${path}: ${clause.document}`,
  );
};

test.each(['kindergarten', 'primary', 'junior', 'senior'])('the shipped rules for %s can be used', (name) => {
  expect(rulesOf(name).stage).toBe(name);
});

describe('rules that cannot be', () => {
  test.each([
    ['primary', "applyUntil: '2026-06-20", "applyUntil: '2026-05-20", ['dates.applyUntil']],
    ['primary', "announceOn: '2026-07-20'", "announceOn: '2026-06-19'", ['dates.announceOn']],
    ['primary', 'seats: 24', 'seats: 3', ['schools.0.reserves']],
    ['primary', 'kind: public, seats: 16 }', 'kind: public, seats: -1 }', ['schools.2.seats']],
    ['primary', 'road: 文阳街道虚构路', 'road: 玉川街道虚构路', ['zones.1.addresses.0']],
    [
      'primary',
      'schools: [X2190000009, X2190000013]',
      'schools: [X2190000009, X2190000013, X0]',
      ['zones.3.schools.2'],
    ],
    ['primary', 'needs: [residencePermit]', 'needs: [tenancy]', ['categories.3.needs.0']],
    ['primary', 'needs: [residencePermit]', 'needs: [household]', ['categories.3']],
    ['primary', 'id: wenyang', 'id: yuchuan', ['zones.1.id']],
    ['primary', 'choices: { most: 4 }', 'choices: { most: four }', ['choices.most']],
    ['primary', 'choices: { most: 4 }', 'choices: { most: 4, least: 1 }', ['choices']],
    [
      'primary',
      'tieBreak: { by',
      'rankBy: examScore\ntieBreak: { by',
      ['rankBy', 'rankBy: 中华人民共和国义务教育法', 'rankBy: 义务教育阳光招生专项行动（2025）'],
    ],
    [
      'junior',
      'kind: private, seats: 24',
      'kind: private, seats: 24, reserves: [{ id: r, name: { zh: 留, en: r }, seats: 2, only: [household] }]',
      ['schools.5.reserves: 义务教育阳光招生专项行动（2025）'],
    ],
    ['senior', 'quotaShare: 0.5', 'quotaShare: 0.4', ['schools.0.quotaShare: 教督〔2017〕6号']],
    ['senior', 'by: registeredSchool', 'by: donation', ['lists.1.by: 义务教育招生入学“十项严禁”']],
  ])('%s: “%s” as “%s”', (name, from, to, expected) => {
    expect(mistakesOf(name, from, to)).toEqual(expected);
  });

  test('a limit of the law binds from its first day and in its area', () => {
    const later = law.map((limit) => ({ ...limit, source: { ...limit.source, validFrom: '2030-01-01' } }));
    const elsewhere = law.map((limit) => ({ ...limit, source: { ...limit.source, area: '340000' } }));
    const text = textOf('primary').replace('atLeast: 6', 'atLeast: 5');
    expect([law, later, elsewhere].map((limits) => readRules(text, limits).mistakes.length)).toEqual([1, 0, 0]);
  });
});

test('an address lies in the zone of its road, number and side', () => {
  const zone = (id: string, from: number, to: number, side: 'both' | 'odd' | 'even') => ({
    id,
    name: { zh: id, en: id },
    schools: ['a'],
    neighbours: [],
    addresses: [{ road: '人民路', from, to, side }],
  });
  const zones = [zone('odd', 1, 99, 'odd'), zone('even', 2, 98, 'even'), zone('far', 100, 999, 'both')];
  const found = ['人民路15号', '东城区 人民路１６号2栋', '人民路250号', '人民路', '解放路3号'].map(
    (address) => findZone(zones, address)?.id ?? null,
  );
  expect(found).toEqual(['odd', 'even', 'far', null, null]);
  const rules = rulesOf('primary');
  const [first] = rules.zones;
  expect(eligibleSchools(rules, first).toSorted()).toEqual(
    [...(first?.schools ?? []), 'X2190000008', 'X3490000032'].sort(),
  );
});

test('identity numbers are checked by their digit and their day', () => {
  expect(readIdentityNumber('11010519491231002x')).toEqual({ number: '11010519491231002X', birthDate: '1949-12-31' });
  expect(readIdentityNumber('110105194912310021')).toBeUndefined();
  expect(readIdentityNumber(identityNumber('110105', '2020-02-30', 3))).toBeUndefined();
  expect([ageOn('2020-08-31', '2026-08-31'), ageOn('2020-09-01', '2026-08-31')]).toEqual([6, 5]);
});

describe('quota places', () => {
  test('are shared by largest remainder, rural graduates weighing more', () => {
    const graduates = [
      { unit: 'a', pupils: 60, rural: false },
      { unit: 'b', pupils: 40, rural: false },
      { unit: 'c', pupils: 40, rural: true },
    ];
    expect([...quotaPlaces(10, 0.5, graduates.slice(0, 2), 1)]).toEqual([
      ['a', 3],
      ['b', 2],
    ]);
    expect(quotaPlaces(28, 0.5, graduates, 1).get('c')).toBe(4);
    expect(quotaPlaces(28, 0.5, graduates, 2).get('c')).toBe(6);
  });

  test('add up to the share and lie within one of the exact part', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 30 }),
        (seats, pupils) => {
          const total = pupils.reduce((sum, n) => sum + n, 0);
          fc.pre(total > 0);
          const graduates = pupils.map((n, i) => ({ unit: `${i}`, pupils: n, rural: false }));
          const places = quotaPlaces(seats, 0.5, graduates, 1);
          const all = Math.ceil(seats / 2);
          expect([...places.values()].reduce((sum, n) => sum + n, 0)).toBe(all);
          for (const { unit, pupils: n } of graduates) {
            expect(Math.abs((places.get(unit) ?? 0) - (all * n) / total)).toBeLessThan(1);
          }
        },
      ),
    );
  });
});

describe('comparing with lists', () => {
  const lists = [{ by: 'household' as const, name: { zh: '户籍', en: 'Household' }, of: 'child' as const }];
  const categories = [
    { id: 'in', name: { zh: '在', en: 'in' }, needs: ['household' as const] },
    { id: 'other', name: { zh: '其他', en: 'other' }, needs: [] },
  ];
  const child = { name: '阿依·古丽', identity: '11010519491231002X', birthDate: '1949-12-31' };
  const guardian = { name: '某', identity: '', birthDate: '' };
  const matched = (row: Partial<typeof child> | null, claimed = 'in') => {
    const rows = row === null ? [] : [{ ...child, ...row, id: '1', value: 'v' }];
    return matchChild({ lists, categories }, new Map([['household', indexList(rows)]]), { claimed, child, guardian });
  };

  test.each([
    ['the same, the name written with another dot', { name: '阿依•古丽' }, 'sure', 'sure'],
    ['the number under another name', { name: '他人' }, 'doubtful', 'nameDiffers'],
    ['another birthday', { birthDate: '1949-12-30' }, 'doubtful', 'dateDiffers'],
    ['the person under another number', { identity: '110105194912310038' }, 'doubtful', 'identityDiffers'],
    ['nobody', null, 'missing', 'missing'],
  ] as const)('%s', (_, row, checked, outcome) => {
    const found = matched(row);
    expect([found.checked, found.matches[0]?.outcome]).toEqual([checked, outcome]);
    expect(found.proved).toEqual(checked === 'sure' ? { household: 'v' } : {});
  });

  test('a category that needs no list is sure without one', () => {
    expect(matched(null, 'other')).toMatchObject({ checked: 'sure', category: 'other' });
  });
});

test('the list: categories before numbers, private schools by number alone, quota groups before open seats', () => {
  const child = (token: string, more: Partial<Parameters<typeof buildList>[2][number]> = {}) => ({
    token,
    application: token,
    together: false,
    category: 'household',
    choices: ['X2190000001', 'X2190000008'],
    proved: {},
    ...more,
  });
  const twins = ['C', 'B'].map((token) => child(token, { application: 'twins', together: true }));
  const list = buildList(rulesOf('primary'), 't', [
    child('D', { category: 'other', proved: { residencePermit: '' } }),
    ...twins,
  ]);
  expect(
    list.applicants.map(({ code, ticket, traits, choices }) => [code, ticket, traits, choices[0]?.priority]),
  ).toEqual([
    ['B', 'F-B', [], 1],
    ['C', 'F-B', [], 1],
    ['D', 'D', ['residencePermit'], 4],
  ]);
  expect(list.families).toEqual([
    {
      code: 'F-B',
      members: ['B', 'C'],
      rows: [
        [1, 1],
        [2, 2],
      ],
    },
  ]);
  const groups = list.groups.filter(({ school }) => ['X2190000001', 'X2190000008'].includes(school));
  expect(groups.map(({ group, seats, ignoresPriority }) => [group, seats, ignoresPriority])).toEqual([
    ['migrant', 4, false],
    ['open', 20, false],
    ['open', 14, true],
  ]);
  const senior = buildList(rulesOf('senior'), 't', [
    child('A', {
      category: 'candidates',
      choices: ['X3490000042'],
      proved: { examScore: '600', registeredSchool: 'X3190000041' },
    }),
    child('B', {
      category: 'candidates',
      choices: ['X3490000042'],
      proved: { examScore: '612.5', registeredSchool: 'X3190000034' },
    }),
  ]);
  expect(senior.applicants.map(({ traits, choices }) => [traits, choices[0]?.priority])).toEqual([
    [['from-X3190000041'], 1],
    [['from-X3190000034'], 0],
  ]);
  const quota = senior.groups.filter(({ school, group }) => school === 'X3490000042' && group !== 'open');
  expect(quota.reduce((sum, { seats }) => sum + seats, 0)).toBe(30);
});
