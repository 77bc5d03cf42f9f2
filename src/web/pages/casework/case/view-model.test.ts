import { expect, test } from 'vitest';
import type { FormField } from '#contracts/casework';
import { readForm, typedFrom } from './view-model.ts';

const field = (name: string, as: FormField['as']): FormField => ({
  name,
  title: { zh: name, en: name },
  hint: null,
  as,
  required: true,
  options: [],
  min: null,
  max: null,
});
const fields = [
  field('cost', 'money'),
  field('count', 'whole'),
  field('share', 'number'),
  field('done', 'yesNo'),
  field('names', 'texts'),
  field('note', 'longText'),
  field('on', 'day'),
];

test('yuan become fen, lines become a list, an empty field is left out', () => {
  const typed = {
    cost: '1,234.5',
    count: '3',
    share: '0.25',
    done: 'no',
    names: '甲\n\n 乙 ',
    note: ' ',
    on: '2026-09-01',
  };
  expect(readForm(fields, typed)).toEqual({
    ok: true,
    values: { cost: 123_450, count: 3, share: 0.25, done: false, names: ['甲', '乙'], on: '2026-09-01' },
  });
});

test('what is no number is named', () => {
  expect(readForm(fields, { count: '2.5' })).toMatchObject({ ok: false, field: { name: 'count' } });
  expect(readForm(fields, { cost: '十元' })).toMatchObject({ ok: false, field: { name: 'cost' } });
});

test('a draft comes back as it was typed', () => {
  const values = { cost: 123_450, count: 3, done: true, names: ['甲', '乙'], note: 'x' };
  const typed = typedFrom(fields, values);
  expect(typed).toEqual({ cost: '1234.5', count: '3', done: 'yes', names: '甲\n乙', note: 'x' });
  expect(readForm(fields, typed)).toEqual({ ok: true, values });
});
