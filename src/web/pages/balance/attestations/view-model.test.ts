import { expect, it } from 'vitest';
import type { AttestationItem } from '#contracts/balance';
import { readAnswer, writeAnswer } from './view-model.ts';

type Asked = Pick<AttestationItem, 'answerKind' | 'range' | 'decimals'>;
const share: Asked = { answerKind: 'number', range: [0, 100], decimals: 1 };
const level: Asked = { answerKind: 'number', range: [1, 4], decimals: 0 };
const yesNo: Asked = { answerKind: 'boolean', range: null, decimals: 0 };

it('reads what was typed and writes it back', () => {
  for (const answer of [true, false, null]) {
    expect(readAnswer(yesNo, writeAnswer(answer))).toEqual({ answer, fault: null });
  }
  for (const answer of [null, 0, 87.5, 100]) {
    expect(readAnswer(share, writeAnswer(answer))).toEqual({ answer, fault: null });
  }
  expect(readAnswer(share, ' 89.3 % ')).toEqual({ answer: 89.3, fault: null });
  expect(readAnswer(share, ' ')).toEqual({ answer: null, fault: null });
});

it('says what is wrong with a number', () => {
  expect(readAnswer(share, 'many').fault).toBe('notANumber');
  expect(readAnswer(share, '101').fault).toBe('outOfRange');
  expect(readAnswer(share, '-1').fault).toBe('outOfRange');
  expect(readAnswer(level, '2.5').fault).toBe('notWhole');
  expect(readAnswer(level, '3')).toEqual({ answer: 3, fault: null });
});
