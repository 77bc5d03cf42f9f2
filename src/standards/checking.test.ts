import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStandard, loadDictionary, loadStandards, type Mistake } from './index.ts';
import { mistakeTexts } from './mistake-texts.ts';

const policies = join(import.meta.dirname, '../../policies');
const read = (path: string): string => readFileSync(join(policies, path), 'utf8');
const { dictionary } = loadDictionary({ path: 'measures.yaml', text: read('measures.yaml') });

const good = `standard: XX-TEST
version: '1'
zh: 试验标准
en: Test standard
area: '330000'
source: { document: 试〔2026〕1号 }
validFrom: 2026
stages: [primary]
confidence: own
parts:
  - { id: resource, zh: 资源, en: Resources }
indicators:
  - id: T1
    part: resource
    zh: 每百名学生教师数
    en: Teachers per 100 pupils
    unit: teacher/100 pupil
    formula: 100 * fullTimeTeachers / students
    atLeast: { primary: 5 }
coefficients:
  - { id: CV, part: resource, zh: 差异系数, en: Coefficient, of: [T1], weight: students, atMost: { primary: 0.5 } }
schoolRules:
  - { id: SR, part: resource, zh: 每校达标, en: Every school, of: [T1], minMet: 1 }
`;
const check = (text: string): readonly Mistake[] => checkStandard({ path: 'test.yaml', text }, dictionary);
const at = (text: string): readonly string[] =>
  check(text).map(({ line, column, code }) => `${line}:${column} ${code}`);

describe('checking a standard', () => {
  it('checks in what attested items are answered, at their place', () => {
    const attested = (rest: string) =>
      `${good}attested:\n  - { id: S1, part: resource, kind: survey, zh: 认可度, en: R, ${rest} }\n`;
    expect(at(attested('unit: share, atLeast: 0.85'))).toEqual([]);
    expect(at(attested('unit: share, atLeast: 85'))).toEqual(['25:83 bad-count']);
    expect(at(attested('unit: percent, atLeast: 85'))).toEqual(['25:67 unknown-unit']);
    expect(at(attested('unit: point, range: [100, 0], atLeast: 85'))).toEqual(['25:81 wrong-type']);
    expect(at(attested('unit: share'))).toEqual(['25:61 yes-or-no-item']);
  });

  it('has nothing to say about a good one', () => {
    expect(at(good)).toEqual([]);
  });

  it.each([
    [
      'a misspelt measure, inside the formula',
      ['100 * fullTimeTeachers', '100 * fulTimeTeachers'],
      '18:20 unknown-name',
    ],
    ['a misspelt key', ['    unit: teacher', '    unti: teacher'], '17:5 unknown-key'],
    ['an unknown unit', ['teacher/100 pupil', 'teacher/100 student'], '17:11 unknown-unit'],
    ['a unit that does not fit the formula', ['teacher/100 pupil', 'm2/pupil'], '18:14 unit-mismatch'],
    [
      'a line for a stage without a formula',
      ['atLeast: { primary: 5 }', 'atLeast: { primary: 5, junior: 6 }'],
      '19:28 stage-without-formula',
    ],
    ['a stage without a line', ['atLeast: { primary: 5 }', 'atLeast: {}'], '19:14 stage-without-threshold'],
    ['an unknown stage', ['atLeast: { primary: 5 }', 'atLeast: { primary: 5, prmary: 6 }'], '19:28 unknown-stage'],
    ['a line that is no number', ['{ primary: 5 }', '{ primary: [5] }'], '19:25 wrong-type'],
    ['a mistake in a line that is a formula', ['{ primary: 5 }', '{ primary: 5 + }'], '19:28 unexpected-end'],
    ['no source', ['source: { document: 试〔2026〕1号 }\n', ''], '1:1 missing-source'],
    ['no document', ['{ document: 试〔2026〕1号 }', '{ zh: 某文件 }'], '6:9 missing-source'],
    [
      'an unknown part',
      ['    part: resource\n    zh: 每百', '    part: resources\n    zh: 每百'],
      '14:11 unknown-part',
    ],
    ['a rule about no indicator', ['of: [T1], minMet', 'of: [T2], minMet'], '23:64 unknown-indicator'],
    ['a rule that asks for more than there are', ['minMet: 1', 'minMet: 2'], '23:77 bad-count'],
    ['an identifier used twice', ['id: SR', 'id: T1'], '23:11 duplicate-id'],
    ['an identifier with a blank', ['id: SR', "id: 'S R'"], '23:11 bad-identifier'],
    ['a date that is none', ['validFrom: 2026', 'validFrom: 2026-13'], '7:12 bad-date'],
    ['an end before its beginning', ['validFrom: 2026', 'validFrom: 2026\nvalidTo: 2025'], '8:10 empty-period'],
    ['an unknown choice', ['confidence: own', 'confidence: sure'], '9:13 unknown-choice'],
    ['a list that is none', ['stages: [primary]', 'stages: primary'], '8:9 not-a-list'],
    ['a stage that is none', ['stages: [primary]', 'stages: [primary, middle]'], '8:19 unknown-choice'],
    ['a missing name', ['    en: Teachers per 100 pupils\n', ''], '13:5 missing-key'],
    ['broken YAML', ['version: ', 'version: ['], '3:1 yaml-syntax'],
  ])('finds %s', (_, [from = '', to = ''], expected) => {
    expect(good).toContain(from);
    expect(at(good.replace(from, to))).toContain(expected);
  });

  it('needs no parts where there is one', () => {
    const bare = good.replace(/parts:\n.*\n/u, '').replaceAll(/ *part: resource,?\n?/gu, '');
    expect(bare).not.toContain('part');
    expect(at(bare)).toEqual([]);
  });

  it('finds a mistake on the second line of a folded formula', () => {
    const text = good.replace(
      '100 * fullTimeTeachers / students',
      '>-\n      100 * fullTimeTeachers\n      / studnets',
    );
    expect(at(text)).toEqual(['20:9 unknown-name']);
    expect(at(text.replace('>-', '|'))).toEqual(['20:9 unknown-name']);
  });

  it('finds a mistake inside quotes', () => {
    const text = good.replace('100 * fullTimeTeachers / students', "'100 * fullTimeTeachers / studnets'");
    expect(at(text)).toEqual(['18:40 unknown-name']);
  });

  it('reports all mistakes, in the order of the lines', () => {
    const text = good.replace('pupil\n', 'pupils\n').replace('students\n', 'studnets\n').replace('id: SR', 'id: T1');
    expect(at(text)).toEqual(['17:11 unknown-unit', '18:39 unknown-name', '23:11 duplicate-id']);
  });

  it('finds dated lines that overlap', () => {
    const dated = (until: string): string =>
      good.replace(
        'atLeast: { primary: 5 }',
        `atLeast:\n      - { validTo: ${until}, primary: 5 }\n      - { validFrom: 2028, primary: 6 }`,
      );
    expect(at(dated('2027'))).toEqual([]);
    expect(at(dated('2028-01'))).toEqual(['20:7 overlapping-validity']);
  });

  it('takes measures that the standard brings along', () => {
    const own =
      'measures:\n  - { id: sessions, zh: 班次, en: sessions, unit: class, stages: [primary], kind: count, range: [0, 9] }\n';
    const text = `${good.replace('fullTimeTeachers / students', 'sessions / students').replace('teacher/100 pupil', 'class/100 pupil')}${own}`;
    expect(at(text)).toEqual([]);
  });

  it('refuses two editions in force on one day', () => {
    const files = [
      { path: 'a/standard.yaml', text: good },
      { path: 'b/standard.yaml', text: good.replace('validFrom: 2026', 'validFrom: 2027-09') },
    ];
    const library = loadStandards(files, dictionary);
    expect(library.mistakes.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'b/standard.yaml overlapping-validity',
    ]);
    expect(library.standards).toHaveLength(1);
  });
});

describe('overrides', () => {
  const override = (tighten: string, area = "'330200'"): string => `overrides: XX-TEST
version: '1'
zh: 某市从严
en: Stricter in one city
area: ${area}
source: { document: 市〔2026〕1号 }
validFrom: 2026-09
confidence: own
tighten:
  - ${tighten}
`;
  const library = loadStandards([{ path: 'standard.yaml', text: good }], dictionary);
  const mistakesOf = (text: string): readonly string[] =>
    checkStandard({ path: 'city.yaml', text }, dictionary, library).map(({ line, code }) => `${line} ${code}`);

  it.each([
    ['indicator: T1\n    values: { primary: 6 }', []],
    ['coefficients: CV\n    values: { primary: 0.45 }', []],
    ['indicator: T1\n    values: { primary: 4.9 }', ['10 loosening-override']],
    ['coefficients: CV\n    values: { primary: 0.51 }', ['10 loosening-override']],
    ['schoolRule: SR\n    minMet: 0', ['10 loosening-override']],
    ['indicator: T9\n    values: { primary: 6 }', ['10 unknown-indicator']],
    ['indicator: T1\n    values: { junior: 6 }', ['10 stage-without-formula']],
    ['parameter: p\n    value: 6', ['10 unknown-name']],
  ])('%s', (tighten, expected) => {
    expect(mistakesOf(override(tighten))).toEqual(expected);
  });

  it('must lie below the area of the standard and inside its validity', () => {
    const stricter = 'indicator: T1\n    values: { primary: 6 }';
    expect(mistakesOf(override(stricter, "'440000'"))).toEqual(['5 area-not-below']);
    expect(mistakesOf(override(stricter).replace('2026-09', '2025-09'))).toEqual(['7 override-outside-validity']);
    expect(mistakesOf(override(stricter).replace('XX-TEST', 'XX-TSET'))).toEqual(['1 unknown-standard']);
  });

  it('is listed with the standard it tightens', () => {
    const files = [
      { path: 'areas/330000/XX-TEST/standard.yaml', text: good },
      { path: 'areas/330200/XX-TEST/standard.yaml', text: override('indicator: T1\n    values: { primary: 6 }') },
    ];
    const loaded = loadStandards(files, dictionary);
    expect(loaded.mistakes).toEqual([]);
    expect(loaded.standards[0]?.compiled.overrides.map(({ area }) => area)).toEqual(['330200']);
  });
});

describe('any file at all', () => {
  const shipped = (readdirSync(policies, { recursive: true }) as string[])
    .filter((path) => path.endsWith('.yaml') && !path.includes('example'))
    .map(read);
  const sane = (text: string): void => {
    const lines = text.split(/\r\n|\r|\n/u).length;
    for (const mistake of check(text)) {
      expect(mistake.line).toBeGreaterThanOrEqual(1);
      expect(mistake.line).toBeLessThanOrEqual(lines + 1);
      expect(mistake.column).toBeGreaterThanOrEqual(1);
      expect(`${mistake.message.zh}${mistake.message.en}`).not.toContain('undefined');
    }
    loadDictionary({ path: 'measures.yaml', text });
  };

  it('made of random characters never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), sane), { numRuns: 300 });
  });

  it('made by damaging a real one never throws', () => {
    const damage = fc.record({
      base: fc.nat({ max: shipped.length }),
      edits: fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          cut: fc.nat({ max: 30 }),
          put: fc.string({ maxLength: 6 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(damage, ({ base, edits }) => {
        let text = shipped[base] ?? good;
        for (const { at: place, cut, put } of edits) {
          const offset = Math.floor(place * text.length);
          text = text.slice(0, offset) + put + text.slice(offset + cut);
        }
        sane(text);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the handbook', () => {
  const pageOf = (name: string): string => readFileSync(join(policies, '../docs/handbook', name), 'utf8');
  const examplesIn = (page: string, key: string): readonly string[] =>
    [...page.matchAll(/```yaml\n([\s\S]*?)```/gu)]
      .map((match) => match[1] ?? '')
      .filter((text) => text.startsWith(key));

  it('lists every kind of mistake, and no other', () => {
    const [, catalogue = ''] = pageOf('standards.md').split('## What the check can say');
    const listed = [...catalogue.matchAll(/^\| `([a-z-]+)` \|/gmu)].map((match) => match[1] ?? '');
    expect(listed.sort()).toEqual(Object.keys(mistakeTexts).sort());
  });

  it.each(['standards.md', 'standards.zh-CN.md'])('%s holds examples that work as they are', (name) => {
    const path = 'areas/000000/CN-CQB-2017/standard.yaml';
    const library = loadStandards([{ path, text: read(path) }], dictionary);
    const page = pageOf(name);
    expect(examplesIn(page, 'standard:').map(check)).toEqual([[]]);
    expect(
      examplesIn(page, 'overrides:').map((text) => checkStandard({ path: 'x.yaml', text }, dictionary, library)),
    ).toEqual([[]]);
  });
});
