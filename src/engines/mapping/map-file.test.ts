import { expect, test } from 'vitest';
import { openTable } from '#engines/sheets';
import type { Dictionary, Measure } from '#standards';
import type { Dataset } from './dataset.ts';
import { mapFile } from './map-file.ts';
import type { MapContext } from './mapped.ts';
import { parseProfile } from './parse-profile.ts';

const measure = (id: string, zh: string, more: Partial<Measure> = {}): [string, Measure] => [
  id,
  {
    id,
    words: { zh, en: id },
    unit: 'pupil',
    kind: 'count',
    level: 'unit',
    stages: ['primary', 'junior'],
    shared: false,
    range: [0, 20000],
    note: null,
    derive: null,
    forms: [],
    ...more,
  },
];
const dictionary: Dictionary = {
  id: 'T',
  version: '1',
  measures: new Map([
    measure('students', '在校生数'),
    measure('equipmentValueYuan', '设备值', { unit: 'yuan', kind: 'money', stages: ['all'], range: [0, 1e9] }),
  ]),
};
const units: Dataset = {
  id: 'units',
  words: { zh: '学校', en: 'units' },
  table: 'unit',
  yearly: false,
  key: ['id'],
  fields: {
    id: { type: 'identifier', column: 'id', required: true, words: { zh: '标识码', en: 'identifier' } },
    name: { type: 'text', column: 'name', required: true, words: { zh: '名称', en: 'name' } },
  },
};
const context: MapContext = {
  dictionary,
  datasets: new Map([['units', units]]),
  areaCode: '341181',
  schoolYear: 2025,
  areas: [],
  units: null,
};

const profileText = `
profile: sample
title: { zh: 样例, en: Sample }
sheets:
  - skip:
      - when: { column: 状态, is: 停办 }
        why: { zh: 已停办, en: closed }
    records:
      - dataset: units
        fields: { id: 标识码, name: 学校 }
    facts:
      - unit: 标识码
        measures:
          - { measure: students, column: 小学人数, stage: { value: primary } }
          - { measure: students, column: 初中人数, stage: { value: junior } }
          - { measure: equipmentValueYuan, column: 设备值（万元）, in: 万元 }
`;

function map(csv: string, more: Partial<MapContext> = {}) {
  const { profile, mistakes } = parseProfile('sample.yaml', profileText, context);
  expect(mistakes).toEqual([]);
  if (profile === null) {
    throw new Error('no profile');
  }
  const header = '标识码,学校,状态,小学人数,初中人数,设备值（万元）\n';
  return mapFile(openTable(new TextEncoder().encode(header + csv), 'sample.csv'), profile, { ...context, ...more });
}
const found = (csv: string, more: Partial<MapContext> = {}) =>
  map(csv, more).findings.map((f) => `${f.code} ${f.place.column}${f.place.row} ${f.value}`);

test('rows become records and facts with their cell, units converted, blank and zero apart', () => {
  const { facts, records, rowsRead, rowsReady } = map(
    '2134000001,一小,,１２０,,12.35\n2134000002,二小,,0,-,\n2134000003,三小,停办,5,5,5\n',
  );
  expect([rowsRead, rowsReady]).toEqual([3, 2]);
  expect(records.map((r) => [r.values.id, r.values.name, r.row])).toEqual([
    ['2134000001', '一小', 2],
    ['2134000002', '二小', 3],
  ]);
  expect(facts.map((f) => [f.unitId, f.stage, f.measure, f.value, f.row, f.column])).toEqual([
    ['2134000001', 'primary', 'students', 120, 2, 3],
    ['2134000001', 'all', 'equipmentValueYuan', 123500, 2, 5],
    ['2134000002', 'primary', 'students', 0, 3, 3],
  ]);
});

test.each([
  ['each wrong cell is named', ',无名,,x,20001,\n', ['required A2 ']],
  ['wrong numbers', '1,一小,,x,20001,1.5亩\n', ['not-a-number D2 x', 'out-of-range E2 20001', 'wrong-unit F2 1.5亩']],
  ['halves of a pupil', '1,一小,,1.5,"1,5",\n', ['not-whole D2 1.5', 'ambiguous-number E2 1,5']],
  ['identifiers that Excel mangled', '2.134E+09,一小,,1,,\n', ['digits-lost A2 2.134E+09']],
  ['one school twice', '1,一小,,1,,\n1,一小,,1,,\n1,二小,,1,,\n', ['duplicate-row A3 1', 'school-twice B4 二小']],
  ['same name', '1,一小,,1,,\n2,一小,,1,,\n', ['same-name B3 一小']],
  ['a shifted row', '1,一小,,1,,,7\n', ['row-too-wide G2 7']],
  ['a row cut short', '1,一小\n', ['row-too-short B2 一小']],
  [
    'a total that does not add up',
    '1,一小,,10,,\n\n2,二小,,20,,\n,合计,,31,,\n',
    ['total-differs D5 31', 'row-skipped 5 '],
  ],
  ['unknown characters', '1,一\uFFFD小,,1,,\n', ['unreadable-characters B2 一\uFFFD小']],
])('%s', (_, csv, expected) => {
  expect(found(csv)).toEqual(expected);
});

test('a total that adds up says nothing, and remarks under the table are no rows', () => {
  expect(found('1,一小,,10,,\n合计,,,10,,\n填表人：,,,,,\n').filter((line) => !line.startsWith('row-skipped'))).toEqual(
    [],
  );
});

test('what belongs to a school that nobody knows is refused once, and names it', () => {
  const profile = profileText.replace(/ {4}records:[\s\S]*? {4}facts:/, '    facts:');
  const read = parseProfile('sample.yaml', profile, context).profile;
  const bytes = new TextEncoder().encode('标识码,状态,小学人数,初中人数,设备值（万元）\n9,,1,2,3\n8,,1,,\n');
  const known = [{ countyCode: '341181', id: '8', name: '八小' }];
  const mapped = read && mapFile(openTable(bytes, 'a.csv'), read, { ...context, units: known });
  expect(mapped?.findings.map((f) => `${f.code} ${f.place.row} ${f.value}`)).toEqual(['unknown-unit 2 9']);
  expect(mapped?.facts.map((f) => f.unitId)).toEqual(['8']);
});

test('a file without a school year is asked for it once', () => {
  expect(found('1,一小,,1,,\n2,二小,,1,,\n', { schoolYear: null })).toEqual(['no-school-year 2 ']);
});

test('a column that is missing is told with the header that is there', () => {
  const { profile } = parseProfile('sample.yaml', profileText.replace('学校 }', '校名 }'), context);
  const mapped =
    profile &&
    mapFile(
      openTable(new TextEncoder().encode('标识码,学校,状态,小学人数,初中人数,设备值（万元）\n1,a,,1,1,1\n'), 'a.csv'),
      profile,
      context,
    );
  expect(mapped?.findings.map((f) => f.message.zh)).toEqual([
    '缺少列“校名”。表头里有：标识码、学校、状态、小学人数、初中人数、设备值（万元）。',
  ]);
  expect(mapped?.facts).toEqual([]);
});

test.each([
  ['an unknown entry', 'profile: a\ntitle: { zh: a, en: b }\nsheet: []', [3, 1, 'unknown-entry']],
  [
    'an unknown measure',
    profileText.replace('measure: students, column: 初中人数', 'measure: student, column: 初中人数'),
    [15, 24, 'unknown-measure'],
  ],
  ['an unknown field', profileText.replace('name: 学校', 'nam: 学校'), [10, 33, 'unknown-field']],
  ['broken YAML', 'profile: [', [1, 11, 'not-yaml']],
  ['a bad regular expression', profileText.replace('is: 停办', 'matches: "("'), [6, 38, 'wrong-value']],
])('a profile with %s is refused with line and column', (_, text, expected) => {
  const { mistakes } = parseProfile('p.yaml', text, context);
  expect(mistakes.map((m) => [m.line, m.column, m.code])).toEqual([expected]);
});

test('a header in 万元 that the profile reads as 元 is refused before any row', () => {
  const { profile } = parseProfile('sample.yaml', profileText.replace(', in: 万元', ''), context);
  const bytes = new TextEncoder().encode('标识码,学校,状态,小学人数,初中人数,设备值（万元）\n1,a,,1,1,1\n');
  const mapped = profile && mapFile(openTable(bytes, 'a.csv'), profile, context);
  expect(mapped?.findings.map((f) => [f.code, f.place.column, f.place.row])).toEqual([['unit-not-stated', 'F', 1]]);
});
