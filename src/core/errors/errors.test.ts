import { expect, test } from 'vitest';
import { defineErrors, errorCatalogue } from './define-errors.ts';
import { DomainError } from './domain-error.ts';
import { problemOf } from './problem.ts';

const errors = defineErrors('sample', {
  rowRefused: {
    status: 422,
    zh: '第 {row} 行不对。',
    en: 'Row {row} is wrong.',
    remedy: { zh: '改好再传。', en: 'Mend it and upload again.' },
  },
});

test('an error carries its code, status, parameters and both languages', () => {
  const error = errors.rowRefused({ row: 7 });
  expect(error).toBeInstanceOf(DomainError);
  expect(problemOf(error, 'en')).toEqual({
    type: '/errors/sample.rowRefused',
    title: 'Row 7 is wrong.',
    status: 422,
    detail: 'Mend it and upload again.',
    code: 'sample.rowRefused',
    text: { zh: '第 7 行不对。', en: 'Row 7 is wrong.' },
    remedy: { zh: '改好再传。', en: 'Mend it and upload again.' },
    parameters: { row: 7 },
  });
});

test('an unknown error tells nothing of its cause', () => {
  const problem = problemOf(new Error('password=secret of 张三'));
  expect(problem.status).toBe(500);
  expect(JSON.stringify(problem)).not.toMatch(/secret|张三/);
});

test('a code is declared once, and both languages ask for the same parameters', () => {
  expect(errorCatalogue().has('sample.rowRefused')).toBe(true);
  const remedy = { zh: '', en: '' };
  expect(() => defineErrors('sample', { rowRefused: { status: 400, zh: '', en: '', remedy } })).toThrow(/twice/);
  expect(() => defineErrors('sample', { other: { status: 400, zh: '{a}', en: '{b}', remedy } })).toThrow(/different/);
});
