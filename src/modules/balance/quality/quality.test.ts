import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AreaTable, ColumnKey, Dictionary, Measure, UnitTable } from '#standards';
import { findDifferentSums } from './different-sums.ts';
import { findIssues } from './find-issues.ts';
import type { QualityInput } from './model.ts';
import { photosTwiceIssues } from './photos-twice.ts';
import { readQualityChecks } from './read-checks.ts';
import { sharedStaffIssues } from './shared-staff.ts';

const checks = readQualityChecks(readFileSync('policies/quality-checks.yaml', 'utf8'));

function measure(id: string, more: Partial<Measure> = {}): [string, Measure] {
  return [
    id,
    {
      id,
      words: { zh: id, en: id },
      unit: 'pupil',
      kind: 'count',
      level: 'unit',
      stages: ['primary'],
      shared: false,
      range: [0, 20_000],
      note: null,
      derive: null,
      forms: [],
      ...more,
    },
  ];
}

const dictionary: Dictionary = {
  id: 'TEST',
  version: '1',
  measures: new Map([
    measure('students'),
    measure('entrants'),
    measure('fullTimeTeachers'),
    measure('computers', { stages: ['all'], shared: true }),
    measure('equipmentValueYuan', { stages: ['all'], shared: true, kind: 'money', range: [0, 1e9] }),
  ]),
};

function tableOf(columns: Record<string, number[]>): UnitTable {
  const size = Object.values(columns)[0]?.length ?? 0;
  const rows = Array.from({ length: size }, (_, row) => row);
  return {
    size,
    id: rows.map((row) => `s${row}`),
    name: rows.map((row) => `学校${row}`),
    county: new Int32Array(size),
    attributes: {},
    columns: new Map(Object.entries(columns).map(([key, values]) => [key as ColumnKey, Float64Array.from(values)])),
  };
}

function issuesOf(
  columns: Record<string, number[]>,
  before?: Record<string, number[]>,
  more: Partial<QualityInput> = {},
) {
  const previous = before === undefined ? null : { schoolYear: 2025, units: tableOf(before) };
  return findIssues({ schoolYear: 2026, units: tableOf(columns), previous, dictionary, checks, ...more });
}

const pupils = [100, 210, 320, 430, 540, 150, 260, 370, 480, 190];

test('a clean area has no finding', () => {
  expect(
    issuesOf({ 'students@primary': pupils, 'fullTimeTeachers@primary': pupils.map((n) => Math.ceil(n / 17)) }),
  ).toEqual([]);
});

test('a value outside the range of the dictionary, or not whole, is grave', () => {
  const issues = issuesOf({ 'students@primary': [30_000, 12.5, 100] });
  expect(issues.map(({ rule, gravity, unit }) => [rule, gravity, unit])).toEqual([
    ['range', 'grave', 0],
    ['range', 'grave', 1],
  ]);
});

test('a part larger than its whole is found, an unreported one is not', () => {
  const issues = issuesOf({ 'students@primary': [100, 100, Number.NaN], 'entrants@primary': [101, 100, 5] });
  expect(issues.filter(({ rule }) => rule === 'logic')).toMatchObject([
    { unit: 0, stage: 'primary', message: { zh: '招生数应不大于在校生数：101 大于 100' } },
  ]);
});

test('equipment typed in ten thousand yuan stands out as grave', () => {
  const equipment = pupils.map((n) => n * 2_000 + (n % 7) * 5_000);
  equipment[4] = 108;
  const issues = issuesOf({ 'students@primary': pupils, 'equipmentValueYuan@all': equipment });
  expect(issues).toMatchObject([{ rule: 'outlier', gravity: 'grave', unit: 4, measures: ['equipmentValueYuan'] }]);
});

test("last year's return sent again is found, areas and money that stay are not", () => {
  const many = Array.from({ length: 22 }, (_, k) => measure(`m${k}`));
  const wide: Dictionary = { ...dictionary, measures: new Map([...dictionary.measures, ...many]) };
  const columns = Object.fromEntries(many.map(([id], k) => [`${id}@primary`, [31 + k, 57 + k]]));
  const before = Object.fromEntries(many.map(([id], k) => [`${id}@primary`, [31 + k, 90 + k]]));
  const issues = issuesOf(columns, before, { dictionary: wide });
  expect(issues.map(({ rule, unit }) => [rule, unit])).toEqual([['copiedYear', 0]]);
});

test('figures that heap on 0 and 5 are a hint about the area', () => {
  const heaped = Array.from({ length: 60 }, (_, k) => 105 + 5 * k);
  expect(issuesOf({ 'students@primary': heaped })).toMatchObject([{ rule: 'digits', gravity: 'hint', unit: null }]);
});

test('a school without a figure that most others report gets one finding that names it', () => {
  const teachers = pupils.map((n) => Math.ceil(n / 17));
  teachers[3] = Number.NaN;
  const issues = issuesOf({ 'students@primary': pupils, 'fullTimeTeachers@primary': teachers });
  expect(issues).toMatchObject([{ rule: 'missing', unit: 3, stage: 'primary', measures: ['fullTimeTeachers'] }]);
});

/** A city of two counties. */
function areasOf(columns: Record<string, number[]> = {}): AreaTable {
  return {
    size: 3,
    code: ['3411', '341181', '341182'],
    name: ['市', '甲县', '乙县'],
    level: ['city', 'county', 'county'],
    parent: Int32Array.of(-1, 0, 0),
    columns: new Map(Object.entries(columns).map(([key, values]) => [key as ColumnKey, Float64Array.from(values)])),
  };
}

/** Four schools, two in each county. */
function schoolsOf(columns: Record<string, number[]>, ownership?: string[]): UnitTable {
  return {
    ...tableOf(columns),
    county: Int32Array.of(1, 1, 2, 2),
    attributes: ownership === undefined ? {} : { ownership },
  };
}

test('a level whose figure is not the sum of the level below is told, with the difference and where', () => {
  const units = schoolsOf({ 'students@primary': [100, 200, 300, 400] });
  const told = (areas: Record<string, number[]>) =>
    findDifferentSums({ units, areas: areasOf(areas) }, dictionary, checks).map(({ area, message }) => [
      area,
      message.zh,
    ]);
  expect(told({ 'students@primary': [1000, 300, 700] })).toEqual([]);
  expect(told({ 'students@primary': [1020, 320, 700] })).toEqual([
    [0, 'students：市填报 1020，4 所学校合计 1000，相差 20'],
    [1, 'students：甲县填报 320，2 所学校合计 300，相差 20'],
  ]);
  expect(told({ 'students@primary': [1000, 300, 650] })).toEqual([
    [0, 'students：市填报 1000，2 个下级地区合计 950，相差 50'],
    [2, 'students：乙县填报 650，2 所学校合计 700，相差 -50'],
  ]);
  // A level that says nothing is not compared.
  expect(told({ 'students@primary': [Number.NaN, 300, Number.NaN] })).toEqual([]);
});

test('what an area reports under another name than its schools is compared with those schools alone', () => {
  const units = schoolsOf({ 'migrantStudents@primary': [10, 20, 30, 40], 'migrantStudents@junior': [1, 2, 3, 4] }, [
    'public',
    'private',
    'public',
    'public',
  ]);
  const more: Dictionary = {
    ...dictionary,
    measures: new Map([
      ...dictionary.measures,
      measure('migrantStudents', { stages: ['primary', 'junior'] }),
      measure('migrantChildrenInPublicSchools', { level: 'area', stages: ['all'] }),
    ]),
  };
  const areas = areasOf({ 'migrantChildrenInPublicSchools@all': [88, 12, 77] });
  expect(findDifferentSums({ units, areas }, more, checks).map(({ area }) => area)).toEqual([0, 1]);
});

test('people counted in two counties are told by their schools, unless the counties number people by themselves', () => {
  const units = schoolsOf({ 'fullTimeTeachers@primary': [60, 60, 60, 60] });
  const places = [
    { county: '341181', unit: 's0' },
    { county: '341182', unit: 's2' },
  ];
  const issues = (people: number) => sharedStaffIssues({ units, areas: areasOf() }, [{ places, people }], checks);
  expect(issues(2)).toMatchObject([
    { rule: 'countedTwice', unit: 0, message: { zh: '2 人同时列在 2 所学校的教职工名册中：甲县 学校0、乙县 学校2' } },
  ]);
  expect(issues(3)).toMatchObject([{ gravity: 'hint', unit: null }]);
});

test('one photo as evidence of two records is told once, with every record; blank pictures and one record are not', () => {
  const at = new Date('2026-10-01T00:00:00Z');
  const photo = (id: string, fingerprint: string, about: string, more = {}) => ({
    id,
    county: '341181',
    unit: 's0',
    fingerprint,
    about,
    at,
    ...more,
  });
  const tables = { units: schoolsOf({ 'students@primary': pupils }), areas: areasOf(), schoolYear: 2026 };
  const told = (...photos: ReturnType<typeof photo>[]) => photosTwiceIssues(tables, photos, checks);
  const one = 'a5a5a5a5a5a5a5a5';
  expect(told(photo('1', one, 'case:1'), photo('2', 'a5a5a5a5a5a5a5a6', 'case:2', { unit: 's1' }))).toMatchObject([
    { rule: 'photoTwice', unit: 0, files: ['1', '2'], message: { zh: '同一张照片用作 2 份材料的佐证：学校0、学校1' } },
  ]);
  expect(told(photo('1', one, 'case:1'), photo('2', one, 'case:1'))).toEqual([]);
  expect(told(photo('1', '0000000000000001', 'case:1'), photo('2', '0000000000000001', 'case:2'))).toEqual([]);
  expect(told(photo('1', one, 'case:1'), photo('2', '5a5a5a5a5a5a5a5a', 'case:2'))).toEqual([]);
  const old = { at: new Date('2026-08-31T15:59:00Z') };
  expect(told(photo('1', one, 'case:1', old), photo('2', one, 'case:2', old))).toEqual([]);
});

test('every signal says how likely it is by chance', () => {
  const many = Array.from({ length: 22 }, (_, k) => measure(`m${k}`));
  const wide: Dictionary = { ...dictionary, measures: new Map([...dictionary.measures, ...many]) };
  const columns = Object.fromEntries(many.map(([id], k) => [`${id}@primary`, [31 + k, 57 + k]]));
  const before = Object.fromEntries(many.map(([id], k) => [`${id}@primary`, [31 + k, 90 + k]]));
  const [copied] = issuesOf(columns, before, { dictionary: wide });
  // 22 of 44 figures stayed: about a half, twenty-two times over.
  expect(copied?.chance?.en).toContain('50 % of the area');
  expect(copied?.chance?.en).toContain('2e-7');
});
