import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, DatabaseError } from './index.ts';
import { testEngines } from './test-engines.ts';

interface Tables {
  pupil_count: {
    county_code: string;
    id: number;
    name: string | null;
    value: number;
    tags: string[];
    on_date: string | null;
  };
}

describe.each(testEngines)('the database door on $engine', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await database.query(`CREATE TABLE pupil_count (county_code text NOT NULL, id bigint NOT NULL, name text,
      value double precision NOT NULL, tags text[] NOT NULL DEFAULT '{}', on_date date, PRIMARY KEY (county_code, id))`);
  });
  afterAll(() => database.close());

  const row = (id: number, name: string | null = null) => ({
    county_code: '341181',
    id,
    name,
    value: 0.1,
    tags: ['a"b', '逗,号'],
    on_date: '2026-09-01',
  });
  const count = async () => (await database.query<{ n: number }>('SELECT count(*) AS n FROM pupil_count'))[0]?.n;

  test('types come back alike', async () => {
    await database.tables<Tables>().insertInto('pupil_count').values(row(1, '𠮷')).execute();
    const back = await database.tables<Tables>().selectFrom('pupil_count').selectAll().executeTakeFirstOrThrow();
    expect(back).toEqual(row(1, '𠮷'));
    const [at] = await database.query<{ at: Date; n: string; j: unknown; b: Uint8Array }>(
      `SELECT '2026-09-01T00:00:00Z'::timestamptz AS at, 1.50::numeric AS n, $1::jsonb AS j, $2::bytea AS b`,
      [JSON.stringify([1]), new Uint8Array([0, 255])],
    );
    expect(at?.at).toEqual(new Date('2026-09-01T00:00:00Z'));
    expect(at?.n).toBe('1.50');
    expect(at?.j).toEqual([1]);
    expect([...(at?.b ?? [])]).toEqual([0, 255]);
  });

  test('a transaction that throws leaves nothing', async () => {
    const before = await count();
    await expect(
      database.transaction(async (session) => {
        await session.tables<Tables>().insertInto('pupil_count').values(row(50)).execute();
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await count()).toBe(before);
  });

  test('a transaction that hides a failed statement is not taken for committed', async () => {
    const before = await count();
    await expect(
      database.transaction(async (session) => {
        await session.tables<Tables>().insertInto('pupil_count').values(row(60)).execute();
        await session.query('SELECT 1 / 0').catch(() => {});
      }),
    ).rejects.toBeInstanceOf(DatabaseError);
    expect(await count()).toBe(before);
  });

  test('asking the database inside a transaction is refused', async () => {
    await expect(database.transaction(async () => database.query('SELECT 1'))).rejects.toThrow(/session/);
  });

  test('transactions at the same time all finish', async () => {
    const ids = [101, 102, 103, 104, 105];
    await Promise.all(
      ids.map((id) =>
        database.transaction((session) => session.tables<Tables>().insertInto('pupil_count').values(row(id)).execute()),
      ),
    );
    const found = await database
      .tables<Tables>()
      .selectFrom('pupil_count')
      .select('id')
      .where('id', 'in', ids)
      .execute();
    expect(found).toHaveLength(ids.length);
  });

  test('copy carries awkward text in and out, in many chunks', async () => {
    const name = 'tab\t line\n back\\slash \r "quote" \\N 𠮷';
    const rows = Array.from({ length: 60_000 }, (_, index) => [
      '340000',
      index,
      index % 7 === 0 ? null : name,
      index / 3,
      ['x', 'y,z'],
      null,
    ]);
    const copied = await database.copyIn(
      { table: 'pupil_count', columns: ['county_code', 'id', 'name', 'value', 'tags', 'on_date'] },
      rows,
    );
    expect(copied).toBe(rows.length);
    const back = await database
      .tables<Tables>()
      .selectFrom('pupil_count')
      .selectAll()
      .where('county_code', '=', '340000')
      .where('id', 'in', [7, 59_999])
      .orderBy('id')
      .execute();
    expect(back.map((found) => [found.name, found.value, found.tags])).toEqual([
      [null, 7 / 3, ['x', 'y,z']],
      [name, 59_999 / 3, ['x', 'y,z']],
    ]);
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of database.copyOut('SELECT id, name FROM pupil_count WHERE id = 59999')) {
      text += decoder.decode(chunk, { stream: true });
    }
    expect(text).toBe('59999\ttab\\t line\\n back\\\\slash \\r "quote" \\\\N 𠮷\n');
  });

  test('a copy with a bad row leaves nothing, and the connection lives on', async () => {
    const before = await count();
    const rows = Array.from({ length: 300_000 }, (_, index) => [
      '350000',
      index === 299_999 ? 0 : index,
      'x',
      1,
      [],
      null,
    ]);
    await expect(
      database.copyIn(
        { table: 'pupil_count', columns: ['county_code', 'id', 'name', 'value', 'tags', 'on_date'] },
        rows,
      ),
    ).rejects.toBeInstanceOf(DatabaseError);
    expect(await count()).toBe(before);
  });

  test('a refused statement names its state and never the row', async () => {
    const twice = () => database.tables<Tables>().insertInto('pupil_count').values(row(900, '某人')).execute();
    await twice();
    const error: unknown = await twice().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ sqlState: '23505', table: 'pupil_count', constraint: 'pupil_count_pkey' });
    expect(JSON.stringify(error) + String(error)).not.toContain('某人');
  });

  test('kysely speaks to the same connection inside a transaction', async () => {
    await database.transaction(async (session) => {
      await sql`CREATE TEMP TABLE only_here (a int) ON COMMIT DROP`.execute(session.tables());
      expect(await session.query('SELECT * FROM only_here')).toEqual([]);
    });
  });
});
