import { expect, it } from 'vitest';
import { readAnswer, writeAnswer } from './view-model.ts';

it('reads what was typed and writes it back', () => {
  for (const answer of [true, false, null, 0, 87.5]) {
    expect(readAnswer(typeof answer === 'number' ? 'number' : 'boolean', writeAnswer(answer))).toBe(answer);
  }
  expect(readAnswer('number', 'many')).toBeNull();
  expect(readAnswer('number', ' ')).toBeNull();
});
