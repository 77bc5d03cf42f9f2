import { expect, test } from 'vitest';
import { fieldKey } from './field-key.ts';

test.each([
  ['本校学生总人数（人）', '学生数'],
  ['在校学生数', '在校生数'],
  ['图书册数（册）', '图书册数'],
  ['专任教师人数', '专任教师数'],
  ['Enrolled Students', 'enrolled  students*'],
  ['建筑总面积', '建筑面积'],
])('%s asks what %s asks', (one, other) => {
  expect(fieldKey(one)).toBe(fieldKey(other));
});

test.each([
  ['班级人数', '班级数'],
  ['男生数', '女生数'],
  ['学校名称', '名称'],
  ['专任教师数', '骨干教师数'],
])('%s is not %s', (one, other) => {
  expect(fieldKey(one)).not.toBe(fieldKey(other));
});
