import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, DatabaseError, type Lending, openLentDatabase } from './index.ts';
import { testEngines } from './test-engines.ts';

describe.each(testEngines)('a lent database on $engine', ({ open }) => {
  let database: Database;
  let lending: Lending;
  let lent: Database;
  beforeAll(async () => {
    database = await open();
    await database.query('CREATE TABLE pupil (county_code text, id bigint, note text, PRIMARY KEY (county_code, id))');
    lending = database.lend();
    lent = openLentDatabase(lending.lent);
  });
  afterAll(async () => {
    await lending.takeBack();
    await database.close();
  });

  const target = { table: 'pupil', columns: ['county_code', 'id', 'note'] };
  const count = async () => (await database.query<{ n: number }>('SELECT count(*) AS n FROM pupil'))[0]?.n;
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => ['990101', from + n, 'x'.repeat(50)] as const);

  test('questions, copies in and out, and refusals are as at home', async () => {
    expect(await lent.copyIn(target, rows(0, 40_000))).toBe(40_000);
    expect(await count()).toBe(40_000);
    let bytes = 0;
    for await (const piece of lent.copyOut('SELECT id, note FROM pupil')) bytes += piece.byteLength;
    expect(bytes).toBeGreaterThan(40_000 * 50);
    await expect(lent.query("INSERT INTO pupil VALUES ('990101', 1, '')")).rejects.toMatchObject({
      constructor: DatabaseError,
      sqlState: '23505',
    });
  });

  test('a transaction that throws, or whose copy’s source fails, leaves nothing', async () => {
    const before = await count();
    async function* failing() {
      yield* rows(50_000, 50_010);
      throw new Error('the source');
    }
    await expect(lent.copyIn(target, failing())).rejects.toThrow('the source');
    await expect(
      lent.transaction(async (session) => {
        await session.query("INSERT INTO pupil VALUES ('990101', 60000, '')");
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await count()).toBe(before);
  });

  test('a copy out that is left in the middle frees its connection', async () => {
    for await (const piece of lent.copyOut('SELECT note FROM pupil')) {
      expect(piece.byteLength).toBeGreaterThan(0);
      break;
    }
    expect(await count()).toBeGreaterThan(0);
  });

  test('what a thread left open is rolled back when its database is taken back', async () => {
    const other = database.lend();
    const thread = openLentDatabase(other.lent);
    const before = await count();
    const inside = Promise.withResolvers<void>();
    void thread.transaction(async (session) => {
      await session.query("INSERT INTO pupil VALUES ('990101', 70000, '')");
      inside.resolve();
      await new Promise(() => {});
    });
    await inside.promise;
    await other.takeBack();
    expect(await count()).toBe(before);
  });

  test('the port can travel', () => {
    const { port1, port2 } = new MessageChannel();
    const { lent: travelling } = database.lend();
    port1.postMessage(travelling, [travelling.port]);
    expect(receiveMessageOnPort(port2)).toMatchObject({ message: { engine: database.engine } });
    port1.close();
  });
});
