import { expect, test } from 'vitest';
import { KeptEvaluations, type ReadEvaluation } from './kept-evaluations.ts';

function readOf(size: number): ReadEvaluation {
  const units = { size, id: [], name: [], county: new Int32Array(0), attributes: {}, columns: new Map() };
  const areas = { size: 0, code: [], name: [], level: [], parent: new Int32Array(0), columns: new Map() };
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

test('a large area is kept for a minute or until something is written, a county never', () => {
  let clock = 0;
  const kept = new KeptEvaluations(() => new Date(clock));
  const large = readOf(5_000);
  kept.keep('large', large);
  kept.keep('county', readOf(150));
  expect(kept.read('county')).toBeUndefined();
  clock = 59_000;
  expect(kept.read('large')).toBe(large);
  clock = 61_000;
  expect(kept.read('large')).toBeUndefined();
  kept.keep('large', large);
  kept.forget();
  expect(kept.read('large')).toBeUndefined();
});

test('a result is made once for the same inputs, and the oldest go first', () => {
  const kept = new KeptEvaluations(() => new Date(0));
  let made = 0;
  const make = () => {
    made += 1;
    return readOf(1).evaluated;
  };
  const first = kept.result('0', make);
  expect(kept.result('0', make)).toBe(first);
  for (let i = 1; i <= 24; i += 1) kept.result(String(i), make);
  expect(made).toBe(25);
  expect(kept.result('0', make)).not.toBe(first);
});
