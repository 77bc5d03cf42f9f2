import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStandard, loadDictionary, readChecks } from './index.ts';

const textOf = (path: string) => ({ path, text: readFileSync(path, 'utf8') });
const { dictionary } = loadDictionary(textOf('policies/measures.yaml'));
const shipped = textOf('policies/checks/cross-form-checks.yaml');

/** The mistakes of the shipped file with one text replaced, as `code line:column text there`. */
const mistakesOf = (before: string, after: string): readonly string[] => {
  expect(shipped.text).toContain(before);
  const text = shipped.text.replace(before, after);
  const lines = text.split('\n');
  return checkStandard({ path: 'rules.yaml', text }, dictionary).map(({ code, line, column }) => {
    const there = (lines[line - 1] ?? '').slice(column - 1);
    return `${code} ${/^[\p{L}\d]+/u.exec(there)?.[0] ?? there.slice(0, 1)}`;
  });
};

describe('a file of rules between forms', () => {
  it('is right as it is shipped', () => {
    expect(checkStandard(shipped, dictionary)).toEqual([]);
    expect(readChecks(shipped, dictionary).checks?.rules).toHaveLength(21);
  });

  it.each([
    ['guards >= 1 and guards <= 5', 'guards >= 1 and gaurds <= 5', ['unknown-name gaurds']],
    ['guards >= 1 and guards <= 5', 'guards >= 1 and', ['unexpected-end ']],
    ['sum(graduates@primary)', 'sum(graduates@primry)', ['unknown-stage primry']],
    ['sum(graduates@primary)', 'graduates@primary', ['unit-measure-in-area graduates']],
    ['from: 基础基112!D33', 'from: 基础基112!33D', ['unexpected-character 基础基112']],
    ['from: 基础基112!D33', 'form: 基础基112!D33', ['missing-key {', 'unknown-key form']],
    ['of: county', 'of: school', Array.from({ length: 4 }, () => 'mixed-inputs school')],
    ['marks: labsPrimary', 'marks: labs', ['unknown-input labs']],
    ['{ alike: [pointX, pointY] }', '{ alike: [pointX, pointZ] }', ['unknown-name pointZ']],
    ["from: county, fits: '^\\d{6}$'", "from: county, fits: '(['", ["bad-pattern '"]],
    ['holds: toiletPlaces > 0', 'holds: 1 > 0', ['unused-input -', 'unknown-input 1']],
    ['{parallel}个班', '{parallell}个班', ['unknown-input {']],
  ])('%s → %s', (before, after, codes) => {
    expect(mistakesOf(before, after)).toEqual(codes);
  });

  it('never throws, however it is damaged', () => {
    const { text } = shipped;
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 12 }), (at, cut, put) => {
        const damaged = text.slice(0, at) + put + text.slice(at + cut);
        const { checks, mistakes } = readChecks({ path: 'rules.yaml', text: damaged }, dictionary);
        return checks !== null || mistakes.length > 0;
      }),
      { numRuns: 60 },
    );
  });
});
