import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileFormCondition, loadDictionary } from './index.ts';

const { dictionary } = loadDictionary({ path: 'measures.yaml', text: readFileSync('policies/measures.yaml', 'utf8') });

const ask = (text: string, values: Readonly<Record<string, number>> = {}): boolean | null | string => {
  const { condition, faults } = compileFormCondition(text, dictionary);
  return condition === null ? `${faults[0]?.code} ${faults[0]?.start}` : condition.holds((name) => values[name]);
};

describe('a condition over forms', () => {
  it.each([
    ['1 + 2 * 3 = 7', true],
    ['(1 + 2) * 3 = 9 and 2 > 1', true],
    ['10 - 3 - 2 = 5', true],
    ['max(1, 2) >= 3', false],
    ['1 / 0 > 1', null],
    ['基础基211!H6 > 0', null],
    ['reported(基础基211!H6)', false],
    ['1 = 0 and students@primary > 1', false],
    ['1 = 1 or students@primary > 1', true],
    ['students@primary!=5', null],
  ])('%s → %s', (text, value) => {
    expect(ask(text)).toBe(value);
  });

  it('names cells and measures', () => {
    expect(ask('基础基311!N7 / 基础基211!H6 <= 36', { '基础基311!N7': 148, '基础基211!H6': 4 })).toBe(false);
    expect(ask('students@primary = 3', { 'students@primary': 3 })).toBe(true);
  });

  it.each([
    ['', 'formula-empty 0'],
    ['1 +', 'unexpected-end 3'],
    ['基础基211!H6', 'type-mismatch 0'],
    ['基础基211!6H = 1', 'unexpected-character 0'],
    ['process.exit()', 'unexpected-character 7'],
    ['urbanRural = 1', 'unknown-name 0'],
    ['students@primary + 基础基211!H6 = classes@primary', 'unit-mismatch 0'],
  ])('%s cannot be read: %s', (text, fault) => {
    expect(ask(text)).toBe(fault);
  });
});
