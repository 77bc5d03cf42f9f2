import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { withoutAudit } from '#core/audit';
import type { Database } from '#core/db';
import { type Exchange, exchangeMigrations, type ImportPreview, openExchange, readProfiles } from '#engines/exchange';
import { factsMigrations } from '#engines/facts';
import { exchangeRegistry, organizationMigrations, registryDatasets } from '#modules/organization';
import { loadDictionary, readChecks } from '#standards';
import { formsOf, type RuleExample, ruleExample, tablesOf, tablesProfile } from './form-files.ts';
import { testEngines } from './test-database.ts';

const textOf = (path: string) => ({ path, text: readFileSync(path, 'utf8') });
const rulesFile = textOf('policies/checks/cross-form-checks.yaml');
const { dictionary } = loadDictionary(textOf('policies/measures.yaml'));
const shipped = readChecks(rulesFile, dictionary).checks;
const { examples } = z
  .object({
    examples: z.array(
      z.strictObject({
        rule: z.string(),
        given: z.record(z.string(), z.string()).default({}),
        passes: z.array(ruleExample).min(1),
        fails: z.array(ruleExample).min(1),
      }),
    ),
  })
  .parse(parse(readFileSync('policies/checks/cross-form-example.yaml', 'utf8')));

const county = '341181';
const at = new Date('2026-10-01T00:00:00Z');
const years: Readonly<Record<string, number>> = { 'cn-base-returns-2018': 2020, 'cn-base-returns-2021': 2023 };

/** The rules, with inputs that no known layout holds taken from a cell: what a province that has it would write. */
const withCells = (given: Readonly<Record<string, string>>) => {
  const text = Object.entries(given).reduce(
    (before, [input, cell]) =>
      before.replace(new RegExp(`(- id: ${input}\n(?:.*\n)*?)        unheld: .*\n`), `$1        from: ${cell}\n`),
    rulesFile.text,
  );
  return readChecks({ ...rulesFile, text }, dictionary).checks;
};

test('every rule has examples, one that fails for each of its checks at least', () => {
  expect(shipped?.rules).toHaveLength(21);
  for (const { rule, fails } of examples) {
    const checks = shipped?.rules.find(({ id }) => id === rule)?.checks ?? [];
    expect([rule, fails.length >= checks.length]).toEqual([rule, true]);
  }
  expect(examples.map(({ rule }) => rule)).toEqual(shipped?.rules.map(({ id }) => id));
});

describe.each(testEngines)('rules between forms on $engine', ({ open }) => {
  let database: Database;
  let profiles: ReadonlyMap<string, string>;
  const exchangeWith = (given: Readonly<Record<string, string>>): Exchange =>
    openExchange({
      audit: withoutAudit,
      database,
      datasets: registryDatasets,
      dictionary,
      registry: exchangeRegistry,
      checks: withCells(given),
      profiles: new Map([...profiles, ['tables', tablesProfile]]),
    });

  beforeAll(async () => {
    database = await open([organizationMigrations, factsMigrations, exchangeMigrations]);
    profiles = await readProfiles(new URL('../../profiles/returns/', import.meta.url));
  });
  afterAll(() => database.close());
  afterEach(async () => {
    for (const table of ['fact', 'unit', 'import_batch', 'import_file', 'import_before', 'fact_before']) {
      await database.query(`DELETE FROM ${table}`);
    }
  });

  const preview = async (exchange: Exchange, example: RuleExample): Promise<ImportPreview> => {
    const schoolYear = years[example.form] ?? 2026;
    const asked = { areaCode: county, profile: 'tables', by: 'tester', at, partial: false };
    const { before, now } = example.held;
    for (const [held, year] of [[before, schoolYear - 1] as const, [now, schoolYear] as const]) {
      if (held === undefined) continue;
      const file = { name: 'held.xlsx', bytes: await tablesOf({ ...held, classes: undefined }) };
      await exchange.importFile({ ...asked, schoolYear: year, file });
    }
    const file =
      example.form === 'tables'
        ? { name: 'tables.xlsx', bytes: await tablesOf(example) }
        : { name: 'return.xlsx', bytes: await formsOf(profiles.get(example.form) ?? '', example, schoolYear) };
    return exchange.dryRunImport({ ...asked, schoolYear, profile: example.form, file });
  };
  const outcome = ({ rules }: ImportPreview, id: string) => rules.find(({ rule }) => rule === id);

  describe.each(examples)('$rule', ({ rule, given, passes, fails }) => {
    test.each(passes)('holds: %j', async (example) => {
      const seen = await preview(exchangeWith(given), example);
      expect(seen.findings.filter((finding) => finding.rule?.id === rule)).toEqual([]);
      expect(outcome(seen, rule)).toMatchObject({ state: 'judged', findings: 0 });
    });

    test.each(fails)('is broken: %j', async (example) => {
      const seen = await preview(exchangeWith(given), example);
      const found = seen.findings.filter((finding) => finding.rule?.id === rule);
      const [first] = found;
      expect(`${first?.place.sheet}!${first?.place.column}${first?.place.row} ${first?.value}`.trim()).toBe(example.at);
      expect(found).toHaveLength(example.findings ?? 1);
      expect(first).toMatchObject({ severity: example.refused === true ? 'refused' : 'warning' });
      expect(first?.rule?.forms).toEqual(shipped?.rules.find(({ id }) => id === rule)?.forms);
      expect(`${first?.message.zh}${first?.message.en}${first?.remedy.zh}`).not.toMatch(/[{}]/);
      expect(outcome(seen, rule)).toMatchObject({ state: 'judged', findings: example.findings ?? 1 });
    });
  });

  test('a file that has no part in a rule is told so, with what is missing', async () => {
    const seen = await preview(exchangeWith({}), { form: 'tables', figures: { 'students@primary': 300 }, held: {} });
    expect(seen.rules).toHaveLength(21);
    expect(outcome(seen, 'guards')).toMatchObject({
      state: 'notJudged',
      notJudged: [{ why: { zh: '缺少数据：“安全保卫人员”（基础基112!D33）' } }],
    });
    expect(outcome(seen, 'party-secretary')?.notJudged[0]?.why.zh).toContain('都没有这一项');
    expect(outcome(seen, 'junior-age')?.notJudged.at(-1)?.part.zh).toBe('由人核实');
  });

  test('a file of very many counties is compared with itself alone, and says so', async () => {
    const register = `
profile: register
title: { zh: 试, en: Register }
sheets:
  - county: { from: 县, create: MY }
    records:
      - dataset: units
        fields: { id: 标识码, name: 学校, category: 类型, ownership: { value: public }, pointX: 经度, pointY: 纬度 }
`;
    const lines = Array.from({ length: 201 }, (_, n) => `K${n},学校${n},小学,101.${n},3.1,第${n}县`);
    const text = ['标识码,学校,类型,经度,纬度,县', ...lines, 'K201,又一所,小学,101.7,3.1,第7县'].join('\n');
    const file = { name: 'register.csv', bytes: new TextEncoder().encode(text) };
    const asked = { areaCode: '000000', schoolYear: 2026, profile: register, by: 'tester', at, file };
    const seen = await exchangeWith({}).dryRunImport(asked);
    expect(seen.findings.filter(({ rule }) => rule?.id === 'same-point').map(({ place }) => place.row)).toEqual([
      9, 203,
    ]);
    expect(outcome(seen, 'same-point')).toMatchObject({ state: 'judged', judged: 202, findings: 2 });
    expect(outcome(seen, 'same-point')?.notJudged[0]?.why.zh).toContain('超过200个');
  });

  test('a county is not judged while a school of it has not reported', async () => {
    const seen = await preview(exchangeWith({}), {
      form: 'cn-base-returns-2021',
      category: '初级中学',
      cells: { '教基3115!D6': 301 },
      held: {
        now: {
          schools: [{ id: 2134000002 }, { id: 2134000003 }, { id: 2134000004, reports: 'no' }],
          figures: { 'graduates@primary': 150 },
        },
      },
    });
    expect(outcome(seen, 'junior-entrants')).toMatchObject({ state: 'notJudged', findings: 0 });
  });

  test('each county of a file is judged by itself and marked at its own school', async () => {
    const register = `
profile: register
title: { zh: 试, en: Register }
sheets:
  - county: { from: 县, create: MY }
    records:
      - dataset: units
        fields: { id: 标识码, name: 学校, category: 类型, ownership: { value: public } }
    facts:
      - unit: 标识码
        measures:
          - { measure: graduates, column: 毕业, stage: { value: primary } }
          - { measure: entrants, column: 招生, stage: { value: junior } }
`;
    const schoolsOf = (name: string, entrants: number) => [
      `${name}A,${name}一小,小学,50,,${name}`,
      `${name}B,${name}二小,小学,50,,${name}`,
      `${name}C,${name}中学,初级中学,,${entrants},${name}`,
    ];
    const lines = [
      '标识码,学校,类型,毕业,招生,县',
      ...schoolsOf('K', 101),
      ...schoolsOf('L', 100),
      ...schoolsOf('M', 102),
    ];
    const file = { name: 'register.csv', bytes: new TextEncoder().encode(lines.join('\n')) };
    const asked = { areaCode: '000000', schoolYear: 2026, profile: register, by: 'tester', at, file };
    const seen = await exchangeWith({}).dryRunImport(asked);
    expect(seen.findings.map(({ place, value }) => `${place.column}${place.row} ${value}`)).toEqual([
      'E4 101',
      'E10 102',
    ]);
    expect(outcome(seen, 'junior-entrants')).toMatchObject({ state: 'judged', judged: 3, findings: 2 });
  });

  test('a county of which one return is there is not judged', async () => {
    const cells = { '教基3112!C6': 100, '教基3115!D6': 301 };
    const seen = await preview(exchangeWith({}), {
      form: 'cn-base-returns-2021',
      category: '九年一贯制学校',
      cells,
      held: {},
    });
    expect(outcome(seen, 'junior-entrants')).toMatchObject({ state: 'notJudged', findings: 0 });
    expect(outcome(seen, 'junior-entrants')?.notJudged.at(-1)?.why.zh).toBe('条件不成立，不适用');
  });

  test('a refused number stays out of a partial import, the others come in', async () => {
    const exchange = exchangeWith({});
    const figures = { 'backboneTeachers@primary': 41, 'fullTimeTeachers@primary': 40 };
    const file = { name: 'a.xlsx', bytes: await tablesOf({ figures }) };
    const asked = { areaCode: county, schoolYear: 2026, profile: 'tables', by: 'tester', at, file };
    await expect(exchange.importFile({ ...asked, partial: false })).rejects.toMatchObject({
      code: 'exchange.hasRefusals',
    });
    await exchange.importFile({ ...asked, partial: true });
    expect(await database.query('SELECT measure, value FROM fact')).toEqual([
      { measure: 'fullTimeTeachers', value: 40 },
    ]);
  });
});
