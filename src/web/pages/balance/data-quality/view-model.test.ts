import { expect, it } from 'vitest';
import type { Finding } from '#contracts/balance';
import { gravestFirst, whereAnswered } from './view-model.ts';

const finding = (id: string, gravity: Finding['gravity'], state: Finding['state']): Finding => ({
  id,
  rule: id === 'b' ? 'outlier' : 'range',
  gravity,
  unit: null,
  area: null,
  stage: null,
  measures: [],
  message: { zh: '', en: '' },
  remedy: { zh: '', en: '' },
  evidence: [],
  chance: null,
  files: [],
  state,
  reason: '',
  by: null,
  at: null,
});
const findings = [finding('a', 'grave', 'accepted'), finding('b', 'hint', 'open'), finding('c', 'grave', 'open')];

it('puts what needs a person first, gravest on top', () => {
  expect(gravestFirst(findings).map((one) => one.id)).toEqual(['c', 'b', 'a']);
});

it('answers what several places share where it was seen, and the rest in its county', () => {
  const unit = { unit: 's', name: '', county: '341181' };
  expect(whereAnswered({ ...finding('a', 'check', 'open'), unit }, '341100')).toBe('341181');
  expect(whereAnswered({ ...finding('a', 'check', 'open'), unit, rule: 'countedTwice' }, '341100')).toBe('341100');
});
