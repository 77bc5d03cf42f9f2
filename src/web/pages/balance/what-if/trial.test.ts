import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EvaluationInput } from '#standards';
import { addTrial, asChanges, readTrials, type Trial, writeTrials } from './trial.ts';

const id = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text.isWellFormed());
const trial: fc.Arbitrary<Trial> = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    unit: id,
    column: fc.constantFrom('students@primary' as const, 'multimediaRooms@all' as const),
    value: fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
      fc.constant(Number.NaN),
    ),
  }),
  fc.record({ kind: fc.constant('merge' as const), unit: id, into: id }),
);

it('carries any trial through an address', () => {
  fc.assert(
    fc.property(fc.array(trial), (trials) => {
      expect(readTrials(writeTrials(trials))).toEqual(trials);
    }),
  );
  expect(readTrials('nonsense;s,u,no-column,3')).toEqual([]);
});

it('replaces a value that is set again and keeps its place', () => {
  const first: Trial = { kind: 'set', unit: 'a', column: 'students@primary', value: 1 };
  const second: Trial = { kind: 'set', unit: 'b', column: 'students@primary', value: 2 };
  expect(addTrial([first, second], { ...first, value: 3 })).toEqual([{ ...first, value: 3 }, second]);
});

it('leaves out what names a school that is not there', () => {
  const input: EvaluationInput = {
    schoolYear: 2026,
    units: { size: 2, id: ['a', 'b'], name: ['A', 'B'], county: new Int32Array(2), attributes: {}, columns: new Map() },
    areas: { size: 0, code: [], name: [], level: [], parent: new Int32Array(), columns: new Map() },
    attested: [],
  };
  const trials: readonly Trial[] = [
    { kind: 'merge', unit: 'b', into: 'a' },
    { kind: 'merge', unit: 'b', into: 'gone' },
    { kind: 'merge', unit: 'a', into: 'a' },
  ];
  expect(asChanges(trials, input)).toEqual([{ kind: 'merge', units: [1], into: 0 }]);
});
