import { expect, test } from 'vitest';
import { KeptEvaluations, type ReadEvaluation } from './kept-evaluations.ts';

function readOf(level: 'county' | 'province'): ReadEvaluation {
  const units = { size: 0, id: [], name: [], county: new Int32Array(0), attributes: {}, columns: new Map() };
  const areas = {
    size: 1,
    code: ['990000'],
    name: [''],
    level: [level],
    parent: new Int32Array(0),
    columns: new Map(),
  };
  const input = { schoolYear: 2026, units, areas, attested: [] };
  const evaluation = {
    standard: 'S',
    version: '1',
    schoolYear: 2026,
    coefficients: [],
    schools: [],
    wholeSchools: [],
    areas: [],
  };
  const loaded = { input, disagreements: [], attestations: [] };
  return { loaded, evaluated: { input, evaluation, hash: '', inputsHash: '', compiled: {} as never } };
}

test('a large area is kept until something is written, a county never', () => {
  const kept = new KeptEvaluations();
  const large = readOf('province');
  kept.keep('large', 'first', large);
  kept.keep('county', 'first', readOf('county'));
  expect(kept.read('county', 'first')).toBeUndefined();
  expect(kept.read('large', 'first')).toBe(large);
  expect(kept.read('large', 'second')).toBeUndefined();
});

test('a result is made once for the same inputs, and the oldest go first', () => {
  const kept = new KeptEvaluations();
  let made = 0;
  const make = () => {
    made += 1;
    return readOf('county').evaluated;
  };
  const first = kept.result('0', make);
  expect(kept.result('0', make)).toBe(first);
  for (let i = 1; i <= 24; i += 1) kept.result(String(i), make);
  expect(made).toBe(25);
  expect(kept.result('0', make)).not.toBe(first);
});
