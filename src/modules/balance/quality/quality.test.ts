import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ColumnKey, Dictionary, Measure, UnitTable } from '#standards';
import { findIssues } from './find-issues.ts';
import type { QualityInput } from './model.ts';
import { readQualityChecks } from './read-checks.ts';

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
