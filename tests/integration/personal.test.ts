import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditMigrations, openAudit } from '#core/audit';
import type { Database } from '#core/db';
import { memoryKeyRing } from '#core/keys';
import { definePersonal, masks, openPersonal, personalMigrations, watermark } from '#core/personal';
import { testEngines } from './test-database.ts';

const purpose = { zh: '联系', en: 'contact' };
const patients = definePersonal({
  table: 'trial_patient',
  key: ['area_code', 'id'],
  endedColumn: 'ended_at',
  fields: {
    phone: { kind: 'phone', column: 'phone', indexColumn: 'phone_index', purpose, keptYears: 2 },
    address: { kind: 'address', column: 'address', purpose, keptYears: 0 },
  },
});

describe.each(testEngines)('personal fields on $engine', ({ open }) => {
  let database: Database;
  let clock = Date.parse('2026-10-01T08:00:00Z');
  // Two keys are never made in the same millisecond.
  const now = () => new Date((clock += 1));
  const keys = memoryKeyRing(now);
  beforeAll(async () => {
    database = await open([auditMigrations, personalMigrations]);
    await database.query(
      `CREATE TABLE trial_patient (area_code text NOT NULL, id text NOT NULL, phone text, phone_index text, address text,
         ended_at timestamptz, PRIMARY KEY (area_code, id))`,
    );
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.query('DELETE FROM trial_patient');
  });
  const opened = (cipher: 'aes' | 'sm4' = 'aes') => {
    const audit = openAudit({ database, keys, hash: 'sha256', now });
    return { audit, personal: openPersonal({ database, keys, audit, cipher, now }) };
  };
  type Doors = ReturnType<typeof opened>;
  const placeOf = (field: 'phone' | 'address', id: string) => ({ of: patients, field, key: ['341181', id] });
  const put = async ({ personal }: Doors, id: string, phone: string, address: string | null, endedAt?: string) => {
    const sealed = await personal.seal(database, placeOf('phone', id), phone);
    const kept = address === null ? null : (await personal.seal(database, placeOf('address', id), address)).cell;
    await database.query(`INSERT INTO trial_patient VALUES ('341181', $1, $2, $3, $4, $5)`, [
      id,
      sealed.cell,
      sealed.index,
      kept,
      endedAt ?? null,
    ]);
  };
  const rowOf = async (id: string) => {
    const [row] = await database.query<{ phone: string; address: string | null; phone_index: string }>(
      'SELECT phone, address, phone_index FROM trial_patient WHERE id = $1',
      [id],
    );
    return row ?? { phone: '', address: null, phone_index: '' };
  };

  test.each(['aes', 'sm4'] as const)(
    '%s: what is kept tells nothing, comes back whole, and opens in its own place only',
    async (cipher) => {
      const doors = opened(cipher);
      const { personal } = doors;
      await put(doors, 'a', '13800138000', '安徽省滁州市天长市石梁镇');
      const row = await rowOf('a');
      expect(JSON.stringify(row)).not.toMatch(/138|安徽/);
      expect(await personal.open(database, placeOf('phone', 'a'), row.phone)).toBe('13800138000');
      expect(await personal.masked(database, placeOf('phone', 'a'), row.phone)).toBe('138***00');
      for (const wrong of [placeOf('phone', 'b'), placeOf('address', 'a')]) {
        await expect(personal.open(database, wrong, row.phone)).rejects.toThrow(/damaged/);
      }
      const turned = row.phone.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')).replace(/^(.{60})./, '$1_');
      await expect(personal.open(database, placeOf('phone', 'a'), turned)).rejects.toThrow(/damaged/);
      await doors.audit.close();
    },
  );

  test('search is by equality, whatever the spelling', async () => {
    const doors = opened();
    await put(doors, 'a', '138-0013 8000', null);
    const wanted = doors.personal.indexesOf(patients, 'phone', '+8613800138000');
    expect(await database.query('SELECT id FROM trial_patient WHERE phone_index = ANY ($1)', [wanted])).toEqual([
      { id: 'a' },
    ]);
    expect(doors.personal.indexesOf(patients, 'phone', '13800138001')).not.toEqual(wanted);
    await doors.audit.close();
  });

  test('the whole value needs a reason, and the reason is in the trail', async () => {
    const doors = opened();
    await put(doors, 'a', '13800138000', null);
    const { phone } = await rowOf('a');
    const place = placeOf('phone', 'a');
    await expect(doors.personal.reveal(database, place, phone, { area: '341181', reason: ' 看 ' })).rejects.toThrow(
      /reasonMissing/,
    );
    expect(await doors.personal.reveal(database, place, phone, { area: '341181', reason: '家访联系' })).toBe(
      '13800138000',
    );
    expect(await doors.audit.list({ areas: [''], act: 'personal.reveal', limit: 1 })).toMatchObject([
      { reason: '家访联系', on: { kind: 'trial_patient', id: '341181 a' }, details: { field: 'phone' } },
    ]);
    await doors.audit.close();
  });

  test('a rotation that is killed anywhere loses nothing, and the next one ends it', async () => {
    const doors = opened();
    const count = 450;
    for (let n = 0; n < count; n += 1)
      await put(doors, `r${n}`, `138${String(n).padStart(8, '0')}`, n % 3 === 0 ? null : `地址 ${n}`);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom('aes' as const, 'sm4' as const),
        async (steps, cipher) => {
          // Another process each time: nothing is remembered but the tables and the key ring.
          const { personal, audit } = opened(cipher);
          let seen = 0;
          await expect(
            personal.rotate(() => {
              seen += 1;
              if (seen === steps) throw new Error('killed');
            }),
          ).rejects.toThrow('killed');
          const after = opened();
          for (const n of [0, 1, 199, 200, 201, 449]) {
            const row = await rowOf(`r${n}`);
            expect(await after.personal.open(database, placeOf('phone', `r${n}`), row.phone)).toBe(
              `138${String(n).padStart(8, '0')}`,
            );
            const wanted = after.personal.indexesOf(patients, 'phone', `138${String(n).padStart(8, '0')}`);
            expect(wanted).toContain(row.phone_index);
          }
          const { key, isResumed } = await after.personal.rotate();
          expect(isResumed).toBe(true);
          const [left] = await database.query<{ n: number; keys: number }>(
            `SELECT (SELECT count(*) FROM trial_patient WHERE phone NOT LIKE $1 OR address NOT LIKE $1) AS n,
             (SELECT count(*) FROM personal_key) AS keys`,
            [`jp1.${key}.%`],
          );
          expect(left).toEqual({ n: 0, keys: 1 });
          expect(await audit.verify()).toMatchObject({ holds: true });
          await Promise.all([audit.close(), after.audit.close()]);
        },
      ),
      { numRuns: 3 },
    );
    await doors.audit.close();
  });

  test('what was kept long enough is forgotten, the rest stays', async () => {
    const doors = opened();
    await put(doors, 'lives', '13800138000', '甲地');
    await put(doors, 'ended', '13800138001', '乙地', '2025-10-02T00:00:00Z');
    await put(doors, 'long', '13800138002', '丙地', '2024-09-30T00:00:00Z');
    expect(await doors.personal.sweep()).toBe(3);
    expect(await rowOf('lives')).toEqual({
      phone: expect.any(String),
      address: expect.any(String),
      phone_index: expect.any(String),
    });
    expect(await rowOf('ended')).toEqual({ phone: expect.any(String), address: null, phone_index: expect.any(String) });
    expect(await rowOf('long')).toEqual({ phone: null, address: null, phone_index: null });
    expect(await doors.personal.sweep()).toBe(0);
    await doors.audit.close();
  });
});

test('a mask shows the ends and never more than half', () => {
  expect(masks.name('张三丰')).toBe('张***');
  expect(masks.identityNumber('110101199003070021')).toBe('110***21');
  expect(masks.phone('13800138000')).toBe('138***00');
  expect(masks.email('wang.wu@example.com')).toBe('w***@example.com');
  expect(masks.birthDate('1990-03-07')).toBe('1990***');
  expect(masks.bankAccount('6222020200112233')).toBe('***2233');
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(masks) as (keyof typeof masks)[])),
      fc.string({ minLength: 1, unit: 'grapheme' }),
      (kind, text) => {
        fc.pre(!text.includes('*') && !text.includes('@'));
        const shown = masks[kind](text).replaceAll('*', '');
        expect([...shown].length).toBeLessThanOrEqual([...text].length / 2);
      },
    ),
  );
});

test('a watermark says who, when in China, and what for', () => {
  const { zh, en } = watermark({ by: '王五', at: new Date('2026-10-01T20:30:00Z'), reason: '迎检' });
  expect(zh).toContain('王五 于 2026-10-02 04:30');
  expect(en).toContain('迎检');
});
