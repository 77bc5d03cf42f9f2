import { expect, test } from 'vitest';
import { birthDateOf, emptyChild, emptyForm, sameChoices, withChoice } from './view-model.ts';

test('choices keep their order, hold no school twice and close gaps', () => {
  expect(withChoice([], 0, 'a')).toEqual(['a']);
  expect(withChoice(['a'], 1, 'b')).toEqual(['a', 'b']);
  expect(withChoice(['a', 'b', 'c'], 0, 'b')).toEqual(['b', 'c']);
  expect(withChoice(['a', 'b', 'c'], 1, '')).toEqual(['a', 'c']);
  expect(withChoice(['a', 'b'], 2, 'a')).toEqual(['b', 'a']);
});

test('a whole identity number gives the birthday', () => {
  expect(['11010519491231002X', '1101051949', ''].map(birthDateOf)).toEqual(['1949-12-31', '', '']);
});

test('who asks together has the list of the first', () => {
  const children = [{ ...emptyChild, choices: ['a'] }, emptyChild];
  const lists = (together: boolean) =>
    sameChoices({ ...emptyForm, together, children }).children.map((one) => one.choices);
  expect([lists(true), lists(false)]).toEqual([
    [['a'], ['a']],
    [['a'], []],
  ]);
});
