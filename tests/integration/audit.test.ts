import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Audit, type AuditEntry, auditMigrations, openAudit } from '#core/audit';
import type { Database } from '#core/db';
import { memoryKeyRing } from '#core/keys';
import { withOrigin } from '#core/origin';
import { testEngines } from './test-database.ts';

const keys = memoryKeyRing(() => new Date(0));
const act = (n: number): AuditEntry => ({
  by: { id: `p${n % 3}`, kind: 'person' },
  act: n % 2 === 0 ? 'balance.attest' : 'organization.lockYear',
  on: { kind: 'year', id: String(n), area: n % 2 === 0 ? '341181' : '341182' },
  result: n % 5 === 4 ? 'refused' : 'done',
  reason: `because ${n}`,
  details: { n },
});

describe.each(testEngines)('the audit trail on $engine', ({ open }) => {
  let database: Database;
  let clock = Date.parse('2026-10-01T08:00:00Z');
  const now = () => new Date((clock += 1000));
  beforeAll(async () => {
    database = await open([auditMigrations]);
  });
  afterAll(() => database.close());

  const clear = async () => {
    for (const table of ['audit_entry', 'audit_pending', 'audit_link', 'audit_state']) {
      await database.query(`DELETE FROM ${table}`);
    }
  };
  const fresh = async (count: number, folder?: string): Promise<Audit> => {
    await clear();
    const audit = openAudit({ database, keys, folder, hash: 'sha256', now });
    for (let n = 0; n < count; n += 1) await audit.append(database, act(n));
    await audit.seal();
    return audit;
  };
  const entryAt = async (seq: number) => {
    const [row] = await database.query<{ area: string; id: string }>(
      'SELECT entry_area AS area, entry_id AS id FROM audit_link WHERE seq = $1',
      [seq],
    );
    return row ?? { area: '', id: '' };
  };

  test('an entry stands or falls with its act', async () => {
    const audit = await fresh(0);
    await expect(
      database.transaction(async (session) => {
        await audit.append(session, act(0));
        throw new Error('the act failed');
      }),
    ).rejects.toThrow('the act failed');
    await database.transaction((session) => audit.append(session, act(1)));
    expect(await audit.verify()).toMatchObject({ holds: true, entries: 1, waiting: 0, faults: [] });
    await audit.close();
  });

  test('it says who, when, from where, on what, with what result; numbers of persons are taken out', async () => {
    const audit = await fresh(0);
    await withOrigin(
      { actor: { id: 'p7', kind: 'person' }, channel: 'http', requestId: 'r1', address: '10.0.0.7' },
      () =>
        audit.append(database, {
          act: 'balance.attest',
          on: { kind: 'item', id: 'A1', area: '341181', unit: 'u1' },
          result: 'refused',
          reason: 'asked for by 13800138000',
        }),
    );
    expect(await audit.list({ areas: ['3411'], by: 'p7', act: 'balance', limit: 10 })).toMatchObject([
      {
        by: 'p7',
        byKind: 'person',
        act: 'balance.attest',
        on: { kind: 'item', id: 'A1', area: '341181', unit: 'u1' },
        result: 'refused',
        reason: 'asked for by [redacted]',
        channel: 'http',
        address: '10.0.0.7',
        requestId: 'r1',
      },
    ]);
    expect(await audit.list({ areas: ['35'], limit: 10 })).toEqual([]);
    expect(await audit.list({ areas: [''], act: 'balance_attest', limit: 10 })).toEqual([]);
    await audit.close();
  });

  test('an entry gets its place in the chain by itself, also one written inside a transaction', async () => {
    await clear();
    const faults: unknown[] = [];
    const audit = openAudit({ database, keys, hash: 'sha256', now, onFault: (fault) => faults.push(fault) });
    await database.transaction((session) => audit.append(session, act(0)));
    await expect
      .poll(async () => (await database.query('SELECT 1 FROM audit_link')).length, { timeout: 20_000 })
      .toBe(1);
    expect(faults).toEqual([]);
    await audit.close();
  });

  test('fifty people act at once: nobody waits for the chain, and it holds', async () => {
    const audit = await fresh(0);
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        database.transaction(async (session) => {
          await audit.append(session, act(n));
          await audit.append(session, act(n + 50));
        }),
      ),
    );
    await Promise.all([audit.seal(), audit.seal(), audit.seal()]);
    expect(await audit.verify()).toMatchObject({ holds: true, entries: 100, waiting: 0 });
    await audit.close();
  });

  const column = fc.constantFrom('by_id', 'act', 'on_id', 'reason', 'details', 'address', 'mac', 'key_id', 'unit_id');
  const tampering = fc.oneof(
    fc.record({ kind: fc.constant('edit' as const), column }),
    fc.record({
      kind: fc.constantFrom(
        'date',
        'deleteEntry',
        'deleteBoth',
        'deleteLink',
        'copy',
        'forge',
        'swap',
        'exchange',
        'cutTail',
      ),
    }),
  );

  test('whatever is done to the tables without the key is found and named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: 9 }), fc.nat(), tampering, async (count, chance, tampered) => {
        const audit = await fresh(count);
        const seq = 1 + (chance % count);
        const other = 1 + ((chance + 1) % count);
        const { area, id } = await entryAt(seq);
        const second = await entryAt(other);
        const update = (set: string, values: readonly unknown[]) =>
          database.query(`UPDATE audit_entry SET ${set} WHERE area_code = $1 AND id = $2`, [area, id, ...values]);
        const faultsOf = async () => {
          const { holds, faults } = await audit.verify();
          expect(holds).toBe(false);
          return faults;
        };
        const named = (kind: string) => expect.objectContaining({ kind, entry: id });
        switch (tampered.kind) {
          case 'edit':
            await update(`${tampered.column} = $3`, ['{"n":-1}']);
            expect(await faultsOf()).toContainEqual(named('edited'));
            break;
          case 'date':
            await update(`at = at - interval '1 millisecond'`, []);
            expect(await faultsOf()).toContainEqual(named('edited'));
            break;
          case 'deleteEntry':
            await database.query('DELETE FROM audit_entry WHERE area_code = $1 AND id = $2', [area, id]);
            expect(await faultsOf()).toContainEqual(named('deleted'));
            break;
          case 'deleteBoth':
            await database.query('DELETE FROM audit_entry WHERE area_code = $1 AND id = $2', [area, id]);
            await database.query('DELETE FROM audit_link WHERE seq = $1', [seq]);
            expect(await faultsOf()).toContainEqual(
              expect.objectContaining({ kind: seq === count ? 'cut' : 'deleted', seq }),
            );
            break;
          case 'deleteLink':
            await database.query('DELETE FROM audit_link WHERE seq = $1', [seq]);
            expect(await faultsOf()).toContainEqual(named('unlinked'));
            break;
          case 'copy':
          case 'forge':
            await database.query(
              `INSERT INTO audit_entry SELECT area_code, 'zz' || id, at, by_id, by_kind, act, on_kind, on_id, unit_id, result, reason,
                 details, channel, address, request_id, key_id, mac FROM audit_entry WHERE area_code = $1 AND id = $2`,
              [area, id],
            );
            if (tampered.kind === 'forge') {
              await database.query('INSERT INTO audit_pending VALUES ($1, $2)', [area, `zz${id}`]);
            }
            expect(await faultsOf()).toEqual([expect.objectContaining({ kind: 'inserted', entry: `zz${id}` })]);
            break;
          case 'swap':
            await database.query(`UPDATE audit_link SET entry_id = 'x' WHERE seq = $1`, [other]);
            await database.query('UPDATE audit_link SET entry_area = $2, entry_id = $3 WHERE seq = $1', [
              seq,
              second.area,
              second.id,
            ]);
            await database.query('UPDATE audit_link SET entry_area = $2, entry_id = $3 WHERE seq = $1', [
              other,
              area,
              id,
            ]);
            expect(await faultsOf()).toContainEqual(named('reordered'));
            break;
          case 'exchange':
            await update('mac = (SELECT mac FROM audit_entry WHERE area_code = $3 AND id = $4)', [
              second.area,
              second.id,
            ]);
            expect(await faultsOf()).toContainEqual(named('edited'));
            break;
          default:
            await database.query('DELETE FROM audit_entry WHERE area_code = $1 AND id = $2', [area, id]);
            await database.query('DELETE FROM audit_link WHERE seq >= $1', [seq]);
            await audit.append(database, act(99));
            expect(await faultsOf()).toContainEqual(expect.objectContaining({ kind: 'cut', seq: count }));
        }
        await audit.close();
      }),
      { numRuns: 60 },
    );
  });

  test('the seals outside show a chain that was made anew, and a seal that is not ours', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'junheng-seals-'));
    await (await fresh(3, folder)).close();
    const later = await fresh(5, folder);
    expect((await later.verify()).faults).toContainEqual(expect.objectContaining({ kind: 'cut', seq: 3 }));
    await later.restored({ file: 'a.jhb.gz' });
    expect(await later.verify()).toMatchObject({ holds: true, entries: 6, restoredAt: expect.any(String) });
    const head = path.join(folder, 'head.json');
    await writeFile(head, (await readFile(head, 'utf8')).replace('"seq":6', '"seq":2'));
    expect((await later.verify()).faults).toEqual([expect.objectContaining({ kind: 'seal' })]);
    await later.close();
    await rm(folder, { recursive: true });
  });

  test('stopping and starting the trail is in the trail; the switch cannot be turned unseen', async () => {
    const audit = await fresh(1);
    const by = { id: 'p1', kind: 'person' } as const;
    await expect(audit.stop({ by, reason: ' ' })).rejects.toThrow(/reasonMissing/);
    await audit.stop({ by, reason: 'moving house' });
    await expect(audit.stop({ by, reason: 'again' })).rejects.toThrow(/alreadyStopped/);
    await audit.append(database, act(2));
    await audit.start({ by, reason: 'moved' });
    expect((await audit.list({ areas: [''], limit: 9 })).map((entry) => [entry.act, entry.reason])).toEqual([
      ['audit.start', 'moved'],
      ['audit.stop', 'moving house'],
      ['balance.attest', 'because 0'],
    ]);
    expect(await audit.verify()).toMatchObject({ holds: true, isOn: true });
    await database.query('UPDATE audit_state SET is_on = false');
    expect((await audit.verify()).faults).toEqual([expect.objectContaining({ kind: 'state' })]);
    await audit.close();
  });

  test('SM3 signs as SHA-256 does, and a trail may hold both', async () => {
    const audit = await fresh(2);
    await audit.close();
    const national = openAudit({ database, keys, hash: 'sm3', now });
    await national.append(database, act(3));
    await national.seal();
    expect(await national.verify()).toMatchObject({ holds: true, entries: 3 });
    const [row] = await database.query<{ n: number }>(`SELECT count(*) AS n FROM audit_link WHERE mac LIKE 'sm3:%'`);
    expect(row?.n).toBe(1);
    await database.query(`UPDATE audit_entry SET reason = 'other' WHERE mac LIKE 'sm3:%'`);
    expect((await national.verify()).faults).toEqual([expect.objectContaining({ kind: 'edited' })]);
    await national.close();
  });
});
