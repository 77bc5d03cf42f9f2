import { expect, it } from 'vitest';
import type { Threshold } from '#contracts/conditions';
import { lineText, signOf } from './view-model.ts';

const threshold = (stage: string, value: number | null, formula: string | null = null): Threshold => ({
  stage,
  value,
  formula,
  validFrom: null,
  validTo: null,
  clause: '',
  confidence: 'verified',
  note: null,
});

it('writes the lines of all stages in one text', () => {
  const words = { stage: (stage: string) => stage, sign: '≥', separator: '; ' };
  expect(lineText([threshold('primary', 4.2), threshold('junior', 5.3)], false, words)).toBe(
    'primary ≥ 4.2; junior ≥ 5.3',
  );
  expect(lineText([threshold('all', 2000)], false, words)).toBe('≥ 2,000');
  expect(lineText([threshold('all', null, 'ceil(classes / 12)')], false, words)).toBe('≥ ceil(classes / 12)');
  expect(lineText([threshold('all', 0.85)], true, words)).toBe('≥ 85%');
  expect(lineText([], false, words)).toBe('');
});

it('gives a document no sign', () => {
  const signs = { atLeast: '≥', atMost: '≤', above: '>', below: '<' };
  expect(signOf(null, signs)).toBe('');
  expect(signOf('atMost', signs)).toBe('≤');
});
