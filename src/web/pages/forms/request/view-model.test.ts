import { expect, test } from 'vitest';
import { checkedFields, countClashes, fieldNames } from './view-model.ts';

const students = {
  key: 'measure:students',
  kind: 'measure' as const,
  name: { zh: '在校生数', en: 'students' },
  where: { zh: '数据字典', en: 'measure' },
};
const known = [{ name: '学生数', places: [students] }];

test('fields come one a line or side by side from a sheet, each once', () => {
  expect(fieldNames(' 学生数\n\n教师数\t学生数\r\n')).toEqual(['学生数', '教师数']);
});

test('a known field clashes until it is pre-filled from where it is known', () => {
  const names = ['学生数', '课间次数'];
  expect(countClashes(checkedFields(names, known, new Map()))).toBe(1);
  const fields = checkedFields(names, known, new Map([['学生数', 'measure:students']]));
  expect(countClashes(fields)).toBe(0);
  expect(fields.map(({ chosen }) => chosen?.key ?? null)).toEqual(['measure:students', null]);
});
