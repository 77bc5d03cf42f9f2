import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#core/db';
import { codeRanges } from './code-ranges.ts';
import { createGate } from './gate.ts';
import { inScope } from './in-scope.ts';
import { definePermissions } from './permission.ts';
import type { Grant, Principal } from './principal.ts';
import { type Role, readRoles } from './roles.ts';

const permissions = definePermissions('orchard', {
  pick: { zh: '采摘', en: 'Pick' },
  look: { zh: '查看', en: 'Look', stageless: true },
});
const words = { zh: '果农', en: 'Grower' };
const role = (id: string, at: Role['at']): Role => ({
  id,
  name: words,
  duty: words,
  at,
  permissions: [permissions.pick, permissions.look],
});
const roles = new Map([['grower', role('grower', 'area')]]);
/** A development zone whose code lies under another city than the county it belongs to. */
const oddAreas = () => new Map([['zone-7', '341181']]);
const gate = createGate({ roles, today: () => '2026-09-01', oddAreas });
const person = (...grants: Grant[]): Principal => ({ id: 'p', name: '', kind: 'person', grants });
const may = (grant: Omit<Grant, 'role'>, area: string, unit?: string, stage?: string) =>
  gate.decide(person({ role: 'grower', ...grant }), permissions.pick, { area, unit, stage }).allowed;

test.each([
  [{ area: '341100' }, '341181', true],
  [{ area: '341100' }, '341181001', true],
  [{ area: '341181' }, '341100', false],
  [{ area: '341181' }, '341182', false],
  [{ area: '341181' }, 'zone-7', true],
  [{ area: '341100' }, 'zone-7', true],
  [{ area: '341182' }, 'zone-7', false],
  [{ area: '341181100' }, '341181101', false],
  [{ area: '000000' }, 'zone-7', true],
  [{ area: '341181', from: '2026-09-02' }, '341181', false],
  [{ area: '341181', to: '2026-08-31' }, '341181', false],
  [{ area: '341181', from: '2026-09-01', to: '2026-09-01' }, '341181', true],
] as const)('a grant %o at %s: %s', (grant, area, allowed) => {
  expect(may(grant, area)).toBe(allowed);
});

test('one school is not its county, and some stages are not all', () => {
  expect(may({ area: '341181', unit: 'a' }, '341181', 'a')).toBe(true);
  expect(may({ area: '341181', unit: 'a' }, '341181', 'b')).toBe(false);
  expect(may({ area: '341181', unit: 'a' }, '341181')).toBe(false);
  expect(may({ area: '341181', stages: ['primary'] }, '341181', undefined, 'primary')).toBe(true);
  expect(may({ area: '341181', stages: ['primary'] }, '341181')).toBe(false);
  const holder = person({ role: 'grower', area: '341181', stages: ['primary'] });
  expect(gate.decide(holder, permissions.look, { area: '341181' }).allowed).toBe(true);
});

test('a refusal names what was asked and who could give it, in both languages', () => {
  expect(() => gate.require(person(), permissions.pick, { area: '341181' })).toThrow(
    expect.objectContaining({
      status: 403,
      code: 'access.forbidden',
      text: { zh: '您没有在 341181 采摘的权限。', en: 'You may not do this in 341181: Pick.' },
      remedy: expect.objectContaining({ en: 'Ask the security administrator for one of these roles: Grower.' }),
    }),
  );
});

test.each([
  ['roles: [', ''],
  ['roles: [{ id: a }]', 'roles.0'],
  [
    'roles: [{ id: a, name: {zh: a, en: a}, duty: {zh: a, en: a}, at: area, permissions: [orchard.burn] }]',
    'orchard.burn',
  ],
])('a wrong file of roles says where: %s', (text, place) => {
  expect(() => readRoles(text, new Set([permissions.pick]))).toThrow(place);
});

test('prefixes that follow one another make one range, never across a digit before the last', () => {
  expect(codeRanges(['3410', '3408', '3409', '3411', '3408'])).toEqual([
    ['3408', '340:'],
    ['3410', '3412'],
  ]);
});

describe('the condition on rows', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase({ place: { kind: 'memory' }, migrations: [], cacheFolder: '.cache' });
  });
  afterAll(() => database.close());

  const area = fc.constantFrom(
    '000000',
    '340000',
    '341100',
    '341181',
    '341182',
    '320000',
    '320100',
    '320102',
    '321100',
    '320900',
    '321000',
    '330000',
    '350000',
    'zone-7',
  );
  const unit = fc.constantFrom('a', 'b');
  const stages = fc.subarray(['primary', 'junior'], { minLength: 1 });
  const grant = fc.record(
    { area, unit: fc.option(unit, { nil: undefined }), stages: fc.option(stages, { nil: undefined }) },
    { requiredKeys: ['area'] },
  );
  const row = fc.record({
    county: fc.constantFrom(
      '341181',
      '341182',
      '320102',
      '320981',
      '321084',
      '320A12',
      '32:012',
      '330102',
      'zone-7',
      '34-118',
    ),
    unit,
    stage: fc.constantFrom('primary', 'junior'),
  });

  test('keeps exactly the rows that the gate allows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(grant, { maxLength: 8 }),
        fc.array(row, { minLength: 1, maxLength: 8 }),
        async (grants, rows) => {
          const holder = person(...grants.map((one) => ({ role: 'grower', ...one })));
          const condition = inScope(gate.scope(holder, permissions.pick), { county: 'c', unit: 'u', stages: 's' });
          const values = sql.join(
            rows.map((one, n) => sql`(${n}::int, ${one.county}::text, ${one.unit}::text, ARRAY[${one.stage}]::text[])`),
          );
          const found = await sql<{
            n: number;
          }>`SELECT n FROM (VALUES ${values}) AS t (n, c, u, s) WHERE ${condition} ORDER BY n`.execute(
            database.tables(),
          );
          const allowed = rows.flatMap((one, n) =>
            gate.decide(holder, permissions.pick, { area: one.county, unit: one.unit, stage: one.stage }).allowed
              ? [n]
              : [],
          );
          expect(found.rows.map(({ n }) => n)).toEqual(allowed);
        },
      ),
      { numRuns: 150 },
    );
  });
});
