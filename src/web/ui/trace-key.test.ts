import { expect, it } from 'vitest';
import { readTraceKey, type TraceKey, writeTraceKey } from './trace-key.ts';

it('carries any figure through an address', () => {
  const keys: readonly TraceKey[] = [
    { of: 'value', indicator: 'R1', stage: 'primary', unit: '3133000123' },
    { of: 'coefficient', indicator: 'R1', stage: 'junior' },
    { of: 'value', indicator: 'G4', stage: 'all', unit: 'a~b' },
    { of: 'value', indicator: 'G9' },
    { of: 'verdict' },
  ];
  for (const key of keys) expect(readTraceKey(writeTraceKey(key))).toEqual(key);
  expect(readTraceKey('')).toBeNull();
});
