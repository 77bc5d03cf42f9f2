import { expect, test } from 'vitest';
import type { Clause } from '#contracts/plans';
import { capabilitiesOf, isServed, keepClauses } from './view-model.ts';

const clause = (id: string, capability: string, screens: string[] = []): Clause => ({
  id,
  of: id[0] as 'A',
  title: { zh: id, en: id },
  does: { zh: id, en: id },
  users: ['C'],
  numbers: null,
  capabilities: [capability],
  links: { standards: [], cases: [], screens },
});
const clauses = [clause('A1a', 'conditions', ['schools']), clause('A7a', 'aid'), clause('B0b', 'balance')];

test('filters hold together, and none keeps all', () => {
  expect(keepClauses(clauses, { of: '', capability: '' })).toHaveLength(3);
  expect(keepClauses(clauses, { of: 'A', capability: 'aid' }).map(({ id }) => id)).toEqual(['A7a']);
  expect(keepClauses(clauses, { of: 'B', capability: 'aid' })).toEqual([]);
});

test('a clause is served where something points at it', () => {
  expect(clauses.map(isServed)).toEqual([true, false, false]);
  expect(capabilitiesOf([...clauses, clause('A1b', 'aid')])).toEqual(['conditions', 'aid', 'balance']);
});
