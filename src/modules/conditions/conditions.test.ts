import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Conditions, openConditions } from './service.ts';

const official = 'CN-CQB-2017';
let conditions: Conditions;
let folder: string;
let example: string;

beforeAll(async () => {
  conditions = await openConditions([{ folder: 'policies', origin: 'shipped' }]);
  folder = await mkdtemp(path.join(tmpdir(), 'junheng-policies-'));
  example = await readFile('policies/examples/books-per-pupil.yaml', 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

test('the shipped standards load without a mistake; examples are not among them', () => {
  expect(conditions.catalogue.mistakes).toEqual([]);
  const ids = conditions.list().map(({ id }) => id);
  expect(ids).toContain(official);
  expect(ids).not.toContain('EXAMPLE-BOOKS');
  expect(conditions.list().find(({ id }) => id === official)?.counts).toMatchObject({ coefficients: 14 });
});

test('the reader shows every clause with its source, lines and confidence', () => {
  const reader = conditions.read(official);
  const clauses = reader.parts.flatMap((part) => part.clauses);
  const rooms = clauses.find(({ id }) => id === 'R7');
  expect(rooms).toMatchObject({ kind: 'school', comparison: 'atLeast', formula: '100 * multimediaRooms / students' });
  expect(rooms?.thresholds.map(({ stage, value }) => [stage, value])).toEqual([
    ['primary', 2.3],
    ['junior', 2.4],
  ]);
  expect(clauses.every(({ confidence }) => confidence.length > 0)).toBe(true);
  expect(rooms?.clause).not.toBe('');
  expect(reader.rules.map(({ kind }) => kind)).toContain('schoolRule');
  expect(reader.measures.map(({ id }) => id)).toContain('multimediaRooms');
});

test('a folder adds a standard of its own, a given file joins a copy of the catalogue', async () => {
  await writeFile(path.join(folder, 'books.yaml'), example);
  const wider = await openConditions([
    { folder: 'policies', origin: 'shipped' },
    { folder, origin: 'folder' },
  ]);
  expect(wider.list().find(({ id }) => id === 'EXAMPLE-BOOKS')?.origin).toBe('folder');
  const joined = conditions.withFiles([{ path: 'given.yaml', text: example }]);
  expect(
    joined
      .entry('EXAMPLE-BOOKS', 2026)
      .files.map(({ path: file }) => file)
      .sort(),
  ).toEqual(['given.yaml', 'measures.yaml']);
  expect(() => conditions.entry('EXAMPLE-BOOKS')).toThrow(/standardNotFound/);
});

test('the hash of a standard follows its text and not its line ends', async () => {
  const hashOf = async (text: string) => {
    await writeFile(path.join(folder, 'books.yaml'), text);
    const opened = await openConditions([
      { folder: 'policies', origin: 'shipped' },
      { folder, origin: 'folder' },
    ]);
    return opened.entry('EXAMPLE-BOOKS').hash;
  };
  const before = await hashOf(example);
  expect(await hashOf(example.replaceAll('\n', '\r\n'))).toBe(before);
  expect(await hashOf(example.replace('0.5', '0.4'))).not.toBe(before);
});

test('a mistake is found with its line, and refused where the file is to be used', () => {
  const wrong = { path: 'given.yaml', text: example.replace('books / students', 'boks / students') };
  expect(conditions.check(wrong).mistakes).toMatchObject([{ line: 25, file: 'given.yaml' }]);
  expect(() => conditions.withFiles([wrong])).toThrow(/standardRefused/);
});

test('two editions are compared field by field, with the names of what differs', () => {
  const stricter = conditions.withFiles([{ path: 'a.yaml', text: example }]).withFiles([
    {
      path: 'b.yaml',
      text: example
        .replace('standard: EXAMPLE-BOOKS', 'standard: EXAMPLE-STRICT')
        .replace('primary: 0.5', 'primary: 0.4'),
    },
  ]);
  const { changes } = stricter.diff({ id: 'EXAMPLE-BOOKS' }, { id: 'EXAMPLE-STRICT' });
  expect(changes).toMatchObject([{ of: 'CV', kind: 'changed', stricter: true, name: { zh: '校际差异系数' } }]);
  expect(conditions.diff({ id: official }, { id: official }).changes).toEqual([]);
});

test('a folder that is not there is refused', async () => {
  await expect(openConditions([{ folder: 'nowhere', origin: 'folder' }])).rejects.toThrow(/folderNotFound/);
});
