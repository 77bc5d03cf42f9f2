import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, openApplication } from '#app';
import { operatorPrincipal } from '#core/access';
import { openFileStore } from '#core/files';
import { newId } from '#core/ids';

const area = '341181';
const day = 86_400_000;
let clock = new Date('2026-11-21T08:00:00Z');
let folder: string;
let application: Application;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'junheng-sweep-'));
  application = await openApplication({ place: { kind: 'memory' }, dataFolder: folder, now: () => clock });
});
afterAll(async () => {
  await application.close();
  await rm(folder, { recursive: true });
});

test('one sweep over everything that people send: what a record names stays, everything else goes', async () => {
  const { files, sheets, cases, database } = application;
  const store = openFileStore(path.join(folder, 'files'));
  const principal = operatorPrincipal('operator');
  const act = { principal, at: clock };
  let shade = 0;
  const photo = async () => {
    const canvas = createCanvas(16, 16);
    const pen = canvas.getContext('2d');
    pen.fillStyle = `rgb(${(shade += 20)}, 0, 0)`;
    pen.fillRect(0, 0, 9, 9);
    return canvas.encode('png');
  };
  const contentOf = async (id: string) => (await files.find(principal, id)).sha256;

  // A sheet: one photo that an answer names, one that was changed for another later, one that nobody came to name.
  const sheet = await sheets.inspect(
    { area, unit: 'S1', instrument: 'CN-CONDITION-INSPECTION', title: '核查', dueOn: null },
    act,
  );
  const key = { area, sheet: sheet.id };
  const [named, replaced, unnamed] = [
    await sheets.keepFile(key, await photo(), act),
    await sheets.keepFile(key, await photo(), act),
    await sheets.keepFile(key, await photo(), act),
  ];
  const change = (file: string, base: number) => ({
    id: newId(clock),
    item: 'water',
    base,
    value: true,
    note: '',
    files: [file],
    writtenAt: clock,
  });
  await sheets.sync(key, [change(replaced, 0)], act);
  await sheets.sync(key, [change(named, 1)], act);

  // A case: one file of an action, one draft that was never sent, and bytes held for an import.
  const upload = { area, name: 'a.png', keepTime: false, keepPlace: false };
  const [kept, drafted] = [
    await files.add(principal, { ...upload, bytes: await photo() }),
    await files.add(principal, { ...upload, bytes: await photo() }),
  ];
  await cases.open(principal, 'casework.errand', {
    area,
    title: '报送材料',
    fields: { task: '照片', dueOn: '2026-12-01' },
    files: [{ file: kept.id, name: 'a.png' }],
  });
  const held = await files.hold(principal, { area, name: 'b.csv', bytes: Buffer.from('a,b') });

  // The same content as one that stays, sent once more by somebody who never used it, and bytes that a kill left without a row.
  const again = await files.add(principal, { ...upload, bytes: await photo() });
  await database.query('UPDATE core_file SET sha256 = $2 WHERE id = $1', [again.id, kept.sha256]);
  await store.remove(again.sha256);
  const orphan = await store.put(Buffer.from('a kill came between the bytes and their row'));

  expect((await store.list()).length).toBe(7);
  expect(await files.sweep({ wholeStore: true })).toBe(1);
  expect(await store.list()).not.toContain(orphan);

  const heldContent = await contentOf(held);
  clock = new Date(clock.getTime() + day + 1);
  expect(await files.sweep({ wholeStore: true })).toBe(3);
  const left = await store.list();
  expect(left).toEqual([named, replaced, kept.sha256].sort());
  for (const gone of [unnamed, drafted.sha256, heldContent]) expect(left).not.toContain(gone);
  expect((await sheets.file(key, named, act)).mediaType).toBe('image/png');
  expect((await sheets.file(key, replaced, act)).bytes.byteLength).toBeGreaterThan(0);
  expect(await files.contentOf(kept)).toHaveLength(kept.size);
  expect(await files.sweep({ wholeStore: true })).toBe(0);
});
