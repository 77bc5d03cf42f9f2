import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

/** Small code tables, copied whole to every node of a distributed database. */
const referenceTables = new Set(['area', 'area_change', 'case_kind', 'instrument_version']);
/** The columns by which a distributed database spreads its tables. */
const spreadBy = ['county_code', 'area_code'];

const scripts = globSync('src/**/migrations/*.sql').map((path) => ({
  path: path.replaceAll('\\', '/'),
  sql: readFileSync(path, 'utf8').replace(/--.*$/gm, ''),
}));
const tables = scripts.flatMap(({ path, sql }) =>
  [...sql.matchAll(/CREATE TABLE (\w+) \(([\s\S]*?)\n\);/g)].map(([, name = '', body = '']) => ({ path, name, body })),
);

test('the migrations were really read', () => {
  expect(tables.length).toBeGreaterThan(8);
  expect(tables.length).toBe(scripts.reduce((sum, { sql }) => sum + (sql.match(/CREATE TABLE/g)?.length ?? 0), 0));
});

describe.each(tables.filter(({ name }) => !referenceTables.has(name)))('table $name', ({ body }) => {
  test('has a primary key, and the county stands first in every key', () => {
    expect(body).toMatch(/PRIMARY KEY \(/);
    const keys = [...body.matchAll(/(?:PRIMARY KEY|UNIQUE|FOREIGN KEY) \(([^)]*)\)/g)];
    expect(
      keys.map(([, columns]) => columns?.split(',')[0]?.trim()).filter((first) => !spreadBy.includes(first ?? '')),
    ).toEqual([]);
    expect(body).not.toMatch(/^\s*\w+ [^\n]*\b(PRIMARY KEY|UNIQUE)\b(?! \()/m);
  });

  test('refers to no other table by a key without the county', () => {
    const inline = [...body.matchAll(/^\s*\w+ [^\n]*REFERENCES (\w+)/gm)].map(([, table]) => table ?? '');
    expect(inline.filter((table) => !referenceTables.has(table))).toEqual([]);
  });
});

test('every index of a large table begins with the county', () => {
  const indexes = scripts.flatMap(({ sql }) => [...sql.matchAll(/CREATE (?:UNIQUE )?INDEX \w+ ON (\w+) \((\w+)/g)]);
  const wrong = indexes.filter(
    ([, table = '', first = '']) => !referenceTables.has(table) && !spreadBy.includes(first),
  );
  expect(wrong.map(([found]) => found)).toEqual([]);
});

test('no triggers, functions, sequences or character set conversion', () => {
  const forbidden =
    /CREATE (OR REPLACE )?(TRIGGER|FUNCTION|PROCEDURE|SEQUENCE|EXTENSION)|\b(big|small)?serial\b|convert_(from|to)|\bconvert\(/i;
  expect(scripts.filter(({ sql }) => forbidden.test(sql)).map(({ path }) => path)).toEqual([]);
});

test('scripts are numbered from 0001 without gaps in every folder', () => {
  const folders = Map.groupBy(scripts, ({ path }) => path.slice(0, path.lastIndexOf('/')));
  for (const [, found] of folders) {
    const numbers = found.map(({ path }) => Number(/(\d{4})-[a-z0-9-]+\.sql$/.exec(path)?.[1])).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  }
});

test('no statement lets the database’s clock into an ON CONFLICT', () => {
  const wrong = sourceFiles.filter(({ text }) =>
    /ON CONFLICT[\s\S]{0,400}?=\s*(now\(\)|CURRENT_TIMESTAMP)/i.test(text),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});
