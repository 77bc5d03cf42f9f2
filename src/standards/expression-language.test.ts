import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkExpression, type FormulaContext } from './check-expression.ts';
import { describeFormula, loadDictionary } from './index.ts';
import { parseExpression } from './parse-expression.ts';

const { dictionary } = loadDictionary({
  path: 'measures.yaml',
  text: `dictionary: TEST
version: '1'
measures:
  - { id: students, zh: 学生数, en: students, unit: pupil, kind: count, stages: [primary, junior], range: [0, 9999] }
  - { id: teachers, zh: 教师数, en: teachers, unit: teacher, kind: count, stages: [primary, junior], range: [0, 999] }
  - { id: classes, zh: 班数, en: classes, unit: class, kind: count, stages: [primary, junior], range: [0, 99] }
  - { id: roomAreaM2, zh: 面积, en: area, unit: m2, kind: area, stages: [all], shared: true, range: [0, 99999] }
  - { id: rooms, zh: 教室数, en: rooms, unit: room, kind: count, stages: [all], range: [0, 99] }
  - { id: population, zh: 人口, en: population, unit: person, kind: count, level: area, stages: [all], range: [0, 9999999] }
`,
});
const school: FormulaContext = {
  dictionary,
  parameters: [{ id: 'classesPerRoom', unit: 'class/room' }],
  stages: ['primary', 'junior'],
  level: 'unit',
  byStage: true,
};
const wholeSchool: FormulaContext = { ...school, byStage: false };
const area: FormulaContext = { ...school, level: 'area', byStage: false };

const faultsOf = (text: string, context: FormulaContext = school, wanted: 'number' | 'boolean' = 'number') => {
  const parsed = parseExpression(text);
  return parsed.ok ? checkExpression(parsed.expression, context, wanted).faults : [parsed.fault];
};
const first = (text: string, context?: FormulaContext, wanted?: 'number' | 'boolean'): string => {
  const [found] = faultsOf(text, context, wanted);
  return found ? `${found.code} ${found.start}-${found.end}` : 'none';
};

describe('formulas that are right', () => {
  it.each([
    ['100 * teachers / students', school, 'number'],
    ['ceil(sumOfStages(classes) / classesPerRoom) - rooms', wholeSchool, 'number'],
    ['ceil(classes / 12[class/room])', school, 'number'],
    ["urbanRural = 'rural' and yearBuilt <= 2010", school, 'boolean'],
    ["not (ownership in ('public', 'inclusive-private')) or boarding", school, 'boolean'],
    ["if category = 'nine-year' then 1.1 * students else students", school, 'number'],
    ['min(students, 100) + coalesce(students@junior, 0)', school, 'number'],
    ["sum(students@primary where ownership = 'public') / sum(students@primary)", area, 'number'],
    ['share(sumOfStages(students) < 100) * 100', area, 'number'],
    ['sum(sumOfStages(teachers)) / population', area, 'number'],
    ['-roomAreaM2 / students', school, 'number'],
    ['reported(teachers)', school, 'boolean'],
  ] as const)('%s', (text, context, wanted) => {
    expect(faultsOf(text, context, wanted)).toEqual([]);
  });
});

describe('formulas that are wrong say where and what to do', () => {
  it.each([
    ['', 'formula-empty 0-0'],
    ['students +', 'unexpected-end 10-10'],
    ['students students', 'unexpected-token 9-17'],
    ['(students', 'unexpected-end 9-9'],
    ['students × 2', 'unexpected-character 9-10'],
    ["'rural", 'unterminated-text 0-6'],
    ['studnets / 2', 'unknown-name 0-8'],
    ['students / 基础基311!N7', 'cell-outside-form 11-20'],
    ['students@primry', 'unknown-stage 9-15'],
    ['students@senior', 'stage-not-reported 9-15'],
    ['students + teachers', 'unit-mismatch 0-19'],
    ['students + 3[pupils]', 'unknown-unit 13-19'],
    ['students > 3', 'type-mismatch 0-12'],
    ['rooms / students', 'whole-in-stage 0-5'],
    ['summ(students)', 'unknown-function 0-4'],
    ['sum(students)', 'aggregate-in-school 0-3'],
    ['ceil(students, 2)', 'wrong-argument-count 0-17'],
    ['sumOfStages(rooms)', 'measure-expected 12-17'],
    ['min(students, 2 where boarding)', 'where-not-allowed 22-30'],
    [`${'('.repeat(70)}1${')'.repeat(70)}`, 'formula-too-deep 60-61'],
    ['1'.repeat(2001), 'formula-too-long 0-2001'],
  ])('%s', (text, expected) => {
    expect(first(text)).toBe(expected);
  });

  it.each([
    ["urbanRural = 'Rural'", 'unknown-value 13-20'],
    ['urbanRural = 2', 'type-mismatch 13-14'],
    ['boarding and 3', 'type-mismatch 13-14'],
  ])('condition %s', (text, expected) => {
    expect(first(text, school, 'boolean')).toBe(expected);
  });

  it('a bare measure of stages needs a stage outside stages', () => {
    expect(first('students', wholeSchool)).toBe('stage-needed 0-8');
    expect(first('students', area)).toBe('stage-needed 0-8');
  });

  it.each([
    ['students@primary', 'unit-measure-in-area 0-16'],
    ['sum(sum(students@primary))', 'nested-aggregate 4-7'],
    ['sum(students@primary + students@junior)', 'stages-mixed 0-39'],
    ["count(ownership = 'public') + yearBuilt", 'attribute-in-area 30-39'],
  ])('area formula %s', (text, expected) => {
    expect(first(text, area)).toBe(expected);
  });

  it('suggests what was meant, in both languages', () => {
    const [found] = faultsOf('100 * techers / students');
    expect(found?.remedy).toEqual({ zh: '是否想写“teachers”？', en: 'Did you mean "teachers"?' });
    expect(found?.message.zh).toContain('techers');
  });

  it('reports several mistakes at once', () => {
    expect(faultsOf('studnets + techers').map(({ code }) => code)).toEqual(['unknown-name', 'unknown-name']);
  });
});

describe('plain words', () => {
  it('name the measures and keep the brackets that matter', () => {
    expect(describeFormula('100 * (teachers - 1) / students', dictionary)).toEqual({
      zh: '100 × （教师数 − 1） ÷ 学生数',
      en: '100 × (teachers − 1) ÷ students',
    });
  });

  it('reads conditions', () => {
    expect(describeFormula("if urbanRural = 'rural' then 1 else 2", dictionary).zh).toBe('若城乡类型 = 乡村则1，否则2');
  });

  it('gives back a formula that cannot be read', () => {
    expect(describeFormula('1 +', dictionary).zh).toBe('1 +');
  });
});

describe('any text at all', () => {
  const piece = fc.constantFrom(
    'students',
    'teachers',
    'rooms',
    '(',
    ')',
    '+',
    '-',
    '*',
    '/',
    '<=',
    '=',
    ' and ',
    ' or ',
    'not ',
    ' in ',
    'if ',
    ' then ',
    ' else ',
    "'rural'",
    '12',
    '[pupil]',
    '@primary',
    ',',
    'sum(',
    'ceil(',
    ' where ',
    'urbanRural',
    '\n',
    '"',
    '[',
    '@',
    '≥',
    '乡',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
  );

  it('is read without throwing, and every fault lies inside it', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(school, wholeSchool, area),
        fc.constantFrom('number', 'boolean'),
        (source, context, wanted) => {
          for (const fault of faultsOf(source, context, wanted)) {
            expect(fault.start).toBeGreaterThanOrEqual(0);
            expect(fault.end).toBeLessThanOrEqual(source.length);
            expect(fault.message.zh).not.toContain('undefined');
            expect(fault.message.en).not.toContain('undefined');
          }
          describeFormula(source, dictionary);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
