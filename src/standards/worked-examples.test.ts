import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checkStandard,
  type EvaluationInput,
  evaluateStandard,
  explainCoefficient,
  explainIndicator,
  explainVerdict,
  loadStandards,
  readWorkedExample,
  type Trace,
} from './index.ts';

const root = join(import.meta.dirname, '../../policies');
const files = (readdirSync(root, { recursive: true }) as string[])
  .filter((path) => /^(measures\.yaml|areas.*\.(yaml|md))$/u.test(path))
  .map((path) => ({ path: `policies/${path.replaceAll('\\', '/')}`, text: readFileSync(join(root, path), 'utf8') }));
const library = loadStandards(files);
const shipped = [
  'CN-BPE-2023',
  'CN-CBB-2012',
  'CN-CE-CONDITIONS',
  'CN-CPU-2020',
  'CN-CQB-2017',
  'CN-KG-CONDITIONS',
  'CN-SE-CONDITIONS',
  'CN-SH-CONDITIONS',
];

const named = (id: string) => {
  const found = library.standards.find(({ compiled }) => compiled.definition.id === id);
  if (!found) throw new Error(`${id} is not shipped`);
  return found;
};

const exampleOf = (id: string): EvaluationInput => readWorkedExample(named(id).workedExample ?? '').input;

it('says of every shipped number that a person attests in what it is given', () => {
  const numbers = library.standards.flatMap(({ compiled }) =>
    compiled.definition.attested.filter(({ threshold }) => threshold !== null),
  );
  expect(numbers.length).toBeGreaterThanOrEqual(6);
  expect(numbers.filter(({ unit, range }) => unit === null || range === null).map(({ id }) => id)).toEqual([]);
});

describe('the shipped policies', () => {
  it('hold no mistake', () => {
    expect(library.mistakes).toEqual([]);
    expect(library.standards.map(({ compiled }) => compiled.definition.id).sort()).toEqual(shipped);
  });

  it.each(shipped)('%s gives its worked example, whole', (id) => {
    const { compiled, workedExample } = named(id);
    const { input, expected } = readWorkedExample(workedExample ?? '');
    expect(evaluateStandard(compiled, input)).toEqual(expected);
  });

  it.each(shipped)('%s names its source and explains it', (id) => {
    const { compiled, sourceNote } = named(id);
    expect(compiled.definition.source.document).not.toBe('');
    expect(sourceNote).toContain(compiled.definition.source.document.slice(0, 6));
  });

  it.each(shipped)('%s can be loaded as a single file of any name', (id) => {
    const file = files.find(({ path }) => path === named(id).path);
    if (!file) throw new Error('no file');
    const alone = loadStandards([{ path: 'my.yaml', text: file.text }], library.dictionary);
    expect(alone.mistakes).toEqual([]);
    expect(alone.standards[0]?.compiled.definition).toEqual(named(id).compiled.definition);
    expect(checkStandard({ path: 'my.yaml', text: file.text }, library.dictionary, library)).toEqual([]);
  });
});

describe('the quality balance example, by hand', () => {
  const { schools, coefficients } = evaluateStandard(named('CN-CQB-2017').compiled, exampleOf('CN-CQB-2017'));
  const value = (unit: number, stage: string, indicator: string): number | null | undefined =>
    schools
      .find((school) => school.unit === unit && school.stage === stage)
      ?.indicators.find((result) => result.indicator === indicator)?.value;

  it('splits the nine-year school 1 : 1.1', () => {
    expect(value(2, 'primary', 'R6')).toBeCloseTo((1980000 * 330) / (330 + 1.1 * 300) / 330, 9);
    expect(value(2, 'junior', 'R6')).toBeCloseTo((1980000 * 1.1 * 300) / (330 + 1.1 * 300) / 300, 9);
  });

  it('splits the complete secondary school 1 : 1.2', () => {
    expect(value(3, 'junior', 'R7')).toBeCloseTo((100 * 30 * 600) / (600 + 1.2 * 500) / 600, 12);
  });

  it('weights the coefficient by pupils', () => {
    const pupils = [500, 2100, 330, 80];
    const rooms = [12, 50, 9, 6];
    const all = pupils.reduce((a, b) => a + b);
    const mean = (100 * rooms.reduce((a, b) => a + b)) / all;
    const variance = pupils.reduce((sum, n, i) => sum + (n / all) * ((100 * (rooms[i] ?? 0)) / n - mean) ** 2, 0);
    const found = coefficients.find((one) => one.stage === 'primary' && one.indicator === 'R7');
    expect(found?.coefficientOfVariation).toBeCloseTo(Math.sqrt(variance) / mean, 12);
  });
});

describe('the published five-school example', () => {
  it('has the coefficient 0.515257, not the unweighted 0.489', () => {
    const { coefficients } = evaluateStandard(named('CN-CBB-2012').compiled, exampleOf('CN-CBB-2012'));
    const books = coefficients.find(({ indicator }) => indicator === 'B5');
    expect(books?.coefficientOfVariation).toBeCloseTo(0.515257, 6);
    expect(books?.mean).toBeCloseTo(6.334437, 6);
    expect(books?.standardDeviation).toBeCloseTo(3.263861, 6);
  });
});

describe('traces', () => {
  const leaves = (trace: Trace): readonly Trace[] => (trace.parts.length === 0 ? [trace] : trace.parts.flatMap(leaves));

  it.each(shipped)('%s: every number equals its trace and opens to cells', (id) => {
    const { compiled } = named(id);
    const input = exampleOf(id);
    const evaluation = evaluateStandard(compiled, input);
    const check = (trace: Trace | null, value: number | null): void => {
      expect(trace?.value).toBe(value);
      if (!trace) return;
      expect(trace.label.zh).not.toBe('');
      expect(trace.label.en).not.toBe('');
      for (const { source, value: own } of leaves(trace)) {
        if (!source) continue;
        const table = source.table === 'unit' ? input.units : input.areas;
        const cell = table.columns.get(source.column)?.[source.row] ?? Number.NaN;
        expect(own ?? Number.NaN).toBe(cell);
      }
    };
    for (const school of evaluation.schools) {
      for (const { indicator, value } of school.indicators) {
        check(explainIndicator(compiled, input, { indicator, stage: school.stage, unit: school.unit }), value);
      }
      const verdict = explainVerdict(compiled, input, { unit: school.unit, stage: school.stage });
      expect(verdict?.value).toBe(school.verdict === 'met' ? true : school.verdict === 'notMet' ? false : null);
    }
    for (const school of evaluation.wholeSchools) {
      for (const { indicator, value } of school.indicators) {
        check(explainIndicator(compiled, input, { indicator, stage: 'all', unit: school.unit }), value);
      }
    }
    for (const area of evaluation.areas) {
      for (const { indicator, stage, value, schools } of area.indicators) {
        if (!schools) check(explainIndicator(compiled, input, { indicator, stage, area: area.area }), value);
      }
      expect(explainVerdict(compiled, input, { area: area.area })?.value).toBe(area.verdict === 'met');
    }
    for (const { area, stage, indicator, coefficientOfVariation } of evaluation.coefficients) {
      check(explainCoefficient(compiled, input, { area, stage, indicator }), coefficientOfVariation);
    }
  });

  it('puts the values into the formula', () => {
    const { compiled } = named('CN-CQB-2017');
    const trace = explainIndicator(compiled, exampleOf('CN-CQB-2017'), { indicator: 'R4', stage: 'junior', unit: 2 });
    expect(trace?.formula).toBe('(teachingAuxiliaryAreaM2 - indoorSportsAreaM2) / students');
    expect(trace?.substituted).toBe('(2200 - 200) / 300');
    expect(trace?.parts[0]?.substituted).toBe('4400 * 1.1 * 300 / (1 * 330 + 1.1 * 300)');
    expect(trace?.parts[0]?.parts[0]?.source).toEqual({ table: 'unit', row: 2, column: 'teachingAuxiliaryAreaM2@all' });
  });

  it('the members of a coefficient share its squared deviation', () => {
    const { compiled } = named('CN-CQB-2017');
    const subject = { indicator: 'R7', stage: 'primary', area: 3 } as const;
    const trace = explainCoefficient(compiled, exampleOf('CN-CQB-2017'), subject);
    const members = trace?.parts.slice(3) ?? [];
    expect(members.map((member) => member.label.zh)[0]).toBe('田坝小学');
    expect(members.reduce((sum, member) => sum + Number(member.parts[1]?.value), 0)).toBeCloseTo(1, 12);
  });
});
