import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileStore } from './file-store.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'junheng-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a file is kept once under its hash and comes back whole', async () => {
  const store = openFileStore(path.join(folder, 'a'));
  expect(await store.list()).toEqual([]);
  const bytes = new TextEncoder().encode('abc');
  const sha256 = await store.put(bytes);
  expect(await store.put(bytes)).toBe(sha256);
  expect(sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(await store.list()).toEqual([sha256]);
  expect([...((await store.get(sha256)) ?? [])]).toEqual([...bytes]);
  await store.remove(sha256);
  expect(await store.get(sha256)).toBeUndefined();
  await expect(store.get('../../etc/passwd')).rejects.toThrow(/name/);
});

test('a damaged file is not handed out, and no draft is left', async () => {
  const store = openFileStore(path.join(folder, 'b'));
  const sha256 = await store.put(new Uint8Array([1, 2, 3]));
  const group = path.join(folder, 'b', sha256.slice(0, 2));
  expect(await readdir(group)).toEqual([sha256.slice(2)]);
  await appendFile(path.join(group, sha256.slice(2)), 'x');
  await expect(store.get(sha256)).rejects.toThrow(/damaged/);
});
