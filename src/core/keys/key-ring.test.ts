import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { deriveKey } from './key.ts';
import { openKeyRing } from './key-ring.ts';

const root = mkdtempSync(path.join(tmpdir(), 'junheng-keys-'));
afterAll(() => rmSync(root, { recursive: true }));
const now = () => new Date('2026-09-01T00:00:00Z');

test('the first start makes one key a purpose, the next finds the same', () => {
  const folder = path.join(root, 'a');
  const first = openKeyRing(folder, now);
  const again = openKeyRing(folder, now);
  expect(again.current('audit')).toEqual(first.current('audit'));
  expect(new Set(first.list().map(({ purpose }) => purpose)).size).toBe(4);
  expect(readdirSync(folder).filter((name) => name.endsWith('.draft'))).toEqual([]);
  if (process.platform !== 'win32') {
    expect(readdirSync(folder).map((name) => statSync(path.join(folder, name)).mode & 0o777)).toEqual([
      0o600, 0o600, 0o600, 0o600,
    ]);
  }
});

test('a newer key is used from now on, the older one stays; another process finds it when it needs it', () => {
  const folder = path.join(root, 'b');
  const one = openKeyRing(folder, now);
  const other = openKeyRing(folder, now);
  const older = one.current('personal');
  const newer = one.add('personal', new Date('2026-10-01T00:00:00Z'));
  expect(one.current('personal')).toEqual(newer);
  expect(one.byId(older.id)).toEqual(older);
  expect(other.byId(newer.id)).toEqual(newer);
  expect(() => one.byId('nothing')).toThrow(/keyMissing/);
});

test('a damaged key file is named and nothing of it is quoted', () => {
  const folder = path.join(root, 'c');
  openKeyRing(folder, now);
  const [name = ''] = readdirSync(folder);
  const secret = (JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { secret: string }).secret;
  writeFileSync(path.join(folder, name), JSON.stringify({ format: 'other', secret }));
  expect(() => openKeyRing(folder, now)).toThrow(name);
  expect(() => openKeyRing(folder, now)).not.toThrow(secret);
});

test('keys derived for two uses differ', () => {
  const key = openKeyRing(path.join(root, 'd'), now).current('audit');
  expect(deriveKey(key, 'one', 32)).not.toEqual(deriveKey(key, 'two', 32));
  expect(deriveKey(key, 'one', 16)).toHaveLength(16);
});
