import { expect, test } from 'vitest';
import { openTable } from '#engines/sheets';
import type { Dictionary, Measure } from '#standards';
import type { Dataset } from './dataset.ts';
import { guessProfile } from './guess-profile.ts';
import { parseProfile } from './parse-profile.ts';

const words = (zh: string) => ({ zh, en: zh });
const measure = (id: string, zh: string, unit = 'pupil'): [string, Measure] => [
  id,
  {
    id,
    words: words(zh),
    unit,
    kind: 'count',
    level: 'unit',
    stages: ['primary'],
    shared: false,
    range: [0, 1e9],
    note: null,
    derive: null,
    forms: [],
  },
];
const dictionary: Dictionary = {
  id: 'T',
  version: '1',
  measures: new Map([measure('students', '在校生数'), measure('equipmentValueYuan', '教学仪器设备值', 'yuan')]),
};
const field = (column: string) => ({ type: 'text', column, words: words(column) }) as const;
const units: Dataset = {
  id: 'units',
  words: words('学校'),
  table: 'unit',
  yearly: false,
  key: ['id'],
  fields: {
    id: field('id'),
    name: field('name'),
    category: field('category'),
    ownership: field('ownership'),
    address: field('address'),
    pointX: field('x'),
    pointY: field('y'),
  },
};
const context = { datasets: new Map([['units', units]]), dictionary };
const guess = (text: string) => guessProfile(openTable(new TextEncoder().encode(text), 'a.csv'), context);

test('recognises a county list under its title, with units and stages', () => {
  const rows = Array.from(
    { length: 40 },
    (_, n) => `21340000${n + 10},第${n}学校,${n % 2 ? '小学' : '初级中学'},${100 + n},${n}.5,x`,
  ).join('\n');
  const { text, confidence, questions, columns } = guess(
    `某县学校情况表,,,,,\n学校标识码,学校名称,办学类型,在校生数,设备值（万元）,备注\n${rows}\n`,
  );
  expect(parseProfile('p.yaml', text, context).mistakes).toEqual([]);
  expect(columns.map((column) => column.takenFor)).toEqual([
    'units.id',
    'units.name',
    'stage',
    'students',
    'equipmentValueYuan',
    null,
  ]);
  expect(text).toContain('in: 万元');
  expect(confidence).toBe(0.8);
  expect(questions.map((question) => question.en).join(' ')).toContain('No county column');
});

test('asks what it cannot know', () => {
  const { confidence, questions } = guess('foo,bar\n1,2\n3,4\n');
  expect(confidence).toBeLessThan(0.5);
  expect(questions.length).toBeGreaterThan(3);
});

test('a school on several rows is added up, and said so', () => {
  const rows = Array.from({ length: 40 }, (_, n) => `S${n % 8},School ${n % 8},elementary,${n}`).join('\n');
  const { text, questions } = guess(`school_code,school_name,level,students\n${rows}\n`);
  expect(text).toContain('take: sum');
  expect(questions.map((question) => question.en).join(' ')).toContain('several rows');
});
