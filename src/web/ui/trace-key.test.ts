import { expect, it } from 'vitest';
import { readTraceKey, type TraceKey, writeTraceKey } from './trace-key.ts';

it('carries any figure through an address', () => {
  const keys: readonly TraceKey[] = [
    { indicator: 'R1', stage: 'primary', unit: '3133000123' },
    { indicator: 'R1', stage: 'junior' },
    { indicator: 'G9' },
  ];
  for (const key of keys) expect(readTraceKey(writeTraceKey(key))).toEqual(key);
  expect(readTraceKey('')).toBeNull();
});
