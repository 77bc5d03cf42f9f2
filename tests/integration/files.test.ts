import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGate, type Principal } from '#core/access';
import { withoutAudit } from '#core/audit';
import type { Database } from '#core/db';
import { type FileStore, type Files, filesMigrations, openFiles, scanOf } from '#core/files';
import { testEngines } from './test-database.ts';

const person = (id: string, role: string, area: string, unit?: string): Principal => ({
  id,
  name: id,
  kind: 'person',
  grants: [{ role, area, ...(unit === undefined ? {} : { unit }) }],
});
const clerk = person('clerk', 'clerk', '990101', 'X1');
const otherClerk = person('other', 'clerk', '990101', 'X2');
const officer = person('officer', 'officer', '990101');
const neighbour = person('neighbour', 'officer', '990102');

function storeInMemory(): FileStore & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    async put(bytes) {
      const digest = Buffer.from(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))).toString('hex');
      kept.set(digest, bytes);
      return digest;
    },
    get: async (sha256) => kept.get(sha256),
    remove: async (sha256) => void kept.delete(sha256),
    list: async () => [...kept.keys()].sort(),
  };
}

describe.each(testEngines)('kept files on $engine', ({ open }) => {
  let database: Database;
  let files: Files;
  let clock = new Date('2026-09-01T00:00:00Z');
  const store = storeInMemory();
  beforeAll(async () => {
    database = await open([filesMigrations]);
    const roleOf = (id: string) => ({
      id,
      name: { zh: '', en: '' },
      duty: { zh: '', en: '' },
      at: 'area' as const,
      permissions: ['files.read'],
    });
    const gate = createGate({
      roles: new Map([
        ['clerk', roleOf('clerk')],
        ['officer', roleOf('officer')],
      ]),
      today: () => '2026-09-01',
      oddAreas: () => new Map(),
    });
    files = openFiles({
      database,
      store,
      scan: scanOf({}),
      gate,
      audit: withoutAudit,
      now: () => clock,
      heldElsewhere: async () => new Set(),
    });
  });
  afterAll(() => database.close());

  const text = (value: string) => ({
    area: '990101',
    unit: 'X1',
    name: '说明.txt',
    keepTime: true,
    keepPlace: false,
    bytes: new TextEncoder().encode(value),
  });

  test('the school, its county and whoever sent it see a file; others are told that there is none', async () => {
    const added = await files.add(clerk, text('甲'));
    expect(added).toMatchObject({ area: '990101', unit: 'X1', mediaType: 'text/plain', about: null, by: 'clerk' });
    for (const principal of [clerk, officer]) {
      const found = await files.find(principal, added.id);
      expect(new TextDecoder().decode(await files.contentOf(found))).toBe('甲');
    }
    for (const principal of [otherClerk, neighbour]) {
      await expect(files.find(principal, added.id)).rejects.toMatchObject({ code: 'files.fileNotFound' });
    }
    await expect(files.find(officer, 'nothing')).rejects.toMatchObject({ code: 'files.fileNotFound' });
  });

  test('what no record came to refer to is swept after a day, contents that another row holds are not', async () => {
    const kept = await files.add(clerk, text('留'));
    const same = await files.add(clerk, text('留'));
    const alone = await files.add(clerk, text('弃'));
    await database.transaction((session) => files.keep(session, kept.id, 'cases.action:1'));
    expect(await files.sweep()).toBe(0);
    clock = new Date('2026-09-02T00:00:01Z');
    expect(await files.sweep()).toBeGreaterThanOrEqual(1);
    expect(store.kept.has(alone.sha256)).toBe(false);
    expect(store.kept.has(kept.sha256)).toBe(true);
    expect((await files.find(clerk, kept.id)).about).toBe('cases.action:1');
    await expect(files.find(clerk, same.id)).rejects.toMatchObject({ code: 'files.fileNotFound' });
  });

  test('a file is bound in its record’s own transaction', async () => {
    const file = await files.add(clerk, text('绑'));
    await expect(
      database.transaction(async (session) => {
        await files.keep(session, file.id, 'cases.action:2');
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect((await files.find(clerk, file.id)).about).toBeNull();
    await expect(database.transaction((session) => files.keep(session, '990101-none', 'x'))).rejects.toMatchObject({
      code: 'files.fileNotFound',
    });
  });
});
