import { expect, test } from 'vitest';
import { compareLevels, type Found } from './compare-levels.ts';
import type { Item } from './items.ts';

const item = (key: string, value: number, verdict: Item['verdict']): Item => ({
  key,
  kind: 'coefficient',
  indicator: key,
  stage: 'primary',
  unit: '',
  unitName: '',
  measuredIn: '1',
  value,
  line: 0.5,
  verdict,
});
const found = (level: Found['level'], key: string, value: number | null, verdict: Found['verdict']): Found => ({
  level,
  item: key,
  value,
  verdict,
  note: '',
  by: 'x',
  at: new Date(0),
});

test('a level that agrees, one that found another number, one that found another verdict, one that did not look', () => {
  const items = [item('R1', 0.4, 'met'), item('R2', 0.4, 'met'), item('R3', 0.4, 'met'), item('R4', 0.4, 'met')];
  const compared = compareLevels(items, [
    found('province', 'R1', 0.4, 'met'),
    found('city', 'R1', null, 'met'),
    found('city', 'R2', 0.45, 'met'),
    found('nation', 'R3', null, 'notMet'),
  ]);
  expect(compared.map(({ differs }) => differs)).toEqual([false, true, true, false]);
  expect(compared[0]?.found.map(({ level }) => level)).toEqual(['city', 'province']);
});
