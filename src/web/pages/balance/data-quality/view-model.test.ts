import { expect, it } from 'vitest';
import type { Finding } from '#contracts/balance';
import { gravestFirst } from './view-model.ts';

const finding = (id: string, gravity: Finding['gravity'], state: Finding['state']): Finding => ({
  id,
  rule: id === 'b' ? 'outlier' : 'range',
  gravity,
  unit: null,
  stage: null,
  measures: [],
  message: { zh: '', en: '' },
  remedy: { zh: '', en: '' },
  evidence: [],
  state,
  reason: '',
  by: null,
  at: null,
});
const findings = [finding('a', 'grave', 'accepted'), finding('b', 'hint', 'open'), finding('c', 'grave', 'open')];

it('puts what needs a person first, gravest on top', () => {
  expect(gravestFirst(findings).map((one) => one.id)).toEqual(['c', 'b', 'a']);
});
