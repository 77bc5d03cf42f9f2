import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { sql } from 'kysely';
import pg from 'pg';
import { createGate, type Gate, type Grant, inScope, type Principal, readRoles, type Scope } from '#core/access';
import { type Database, openDatabase } from '#core/db';
import { organizationMigrations } from '#modules/organization';
import { type BenchLine, type BenchOptions, compareTimes, timed } from './bench-line.ts';

const cities = 20;
const countiesOfCity = 50;
const schoolsOfCounty = 1_000;
const rows = cities * countiesOfCity * schoolsOfCounty;
const decisions = 2_000_000;
const rounds = 7;
/** A page takes a few milliseconds: fewer rounds would measure what else the machine does. */
const pageRounds = 101;
const permission = 'organization.read';
const countyOf = (n: number) =>
  `34${String(1 + Math.floor(n / countiesOfCity)).padStart(2, '0')}${String(1 + (n % countiesOfCity)).padStart(2, '0')}`;

/** How fast the gate decides, and what its condition costs on a list of a million rows that it lets through whole. */
export async function* run({ databaseUrl }: BenchOptions): AsyncGenerator<BenchLine> {
  const gate = openGate();
  yield await decideMany(gate);
  const { database, close } = await openScratch(databaseUrl);
  try {
    await database.query(fill);
    await database.query('ANALYZE unit');
    const province = personWith([{ role: 'province-officer', area: '340000' }]);
    const everyCity = personWith(
      Array.from({ length: cities }, (_, city) => ({
        role: 'city-officer',
        area: `34${String(1 + city).padStart(2, '0')}00`,
      })),
    );
    for (const [holder, principal] of [
      ['one province', province],
      [`${cities} cities`, everyCity],
    ] as const) {
      const scope = gate.scope(principal, permission);
      yield await compareLists(database, holder, scope, 'all rows', readAll, rounds);
      yield await compareLists(database, holder, scope, 'a page of 200', readPage, pageRounds);
    }
  } finally {
    await close();
  }
}

const fill = `INSERT INTO unit (county_code, id, kind, category, stages, name, ownership, year_built)
  SELECT '34' || lpad((1 + n / ${countiesOfCity})::text, 2, '0') || lpad((1 + n % ${countiesOfCity})::text, 2, '0'),
    lpad(s::text, 10, '0'), 'school', 'primary', '{primary}', 'School ' || n || ' ' || s, 'public', 1950 + (n + s) % 70
  FROM generate_series(0, ${cities * countiesOfCity - 1}) AS n, generate_series(1, ${schoolsOfCounty}) AS s`;

const everything = sql<boolean>`true`;
const columns = { county: 'unit.county_code', unit: 'unit.id', stages: 'unit.stages' } as const;

async function readAll(database: Database, condition: typeof everything): Promise<unknown> {
  const { rows: found } = await sql`SELECT count(*)::int AS n, sum(year_built)::int AS years, max(name) AS last
    FROM unit WHERE ${condition}`.execute(database.tables());
  return found;
}

async function readPage(database: Database, condition: typeof everything): Promise<unknown> {
  const { rows: found } = await sql`SELECT county_code, id, name, stages, ownership FROM unit WHERE ${condition}
    ORDER BY county_code, id LIMIT 200`.execute(database.tables());
  return found;
}

async function compareLists(
  database: Database,
  holder: string,
  scope: Scope,
  what: string,
  read: typeof readAll,
  times: number,
): Promise<BenchLine> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  let correct = true;
  for (let round = 0; round < times; round += 1) {
    const scoped = await timed(() => read(database, inScope(scope, columns)));
    const plain = await timed(() => read(database, everything));
    correct &&= JSON.stringify(scoped.answer) === JSON.stringify(plain.answer);
    // The first round warms both.
    if (round === 0) continue;
    ours.push(scoped.ms);
    theirs.push(plain.ms);
  }
  const note = `${database.engine}; the grants hold every row, so the condition filters nothing and only costs`;
  return compareTimes(
    {
      bench: `access: ${what}, ${holder}`,
      n: rows,
      peer: 'the same query without scope',
      goal: 'at most 1.2x',
      most: 1.2,
      note,
    },
    ours,
    theirs,
    correct,
  );
}

/** Decisions for people with a few grants, beside the parents of each area walked one by one. */
async function decideMany(gate: Gate): Promise<BenchLine> {
  const people = Array.from({ length: 500 }, (_, n) =>
    personWith([
      { role: 'county-officer', area: countyOf((n * 7) % 1000) },
      { role: 'inspector', area: countyOf((n * 13) % 1000), from: '2026-01-01', to: '2026-12-31' },
      { role: 'principal', area: countyOf(n), unit: String(n) },
      ...(n % 5 === 0 ? [{ role: 'city-officer', area: `34${String(1 + (n % cities)).padStart(2, '0')}00` }] : []),
    ]),
  );
  const targets = Array.from({ length: 1000 }, (_, n) => ({ area: countyOf((n * 31) % 1000), unit: String(n % 600) }));
  const asked = (n: number) =>
    [people[n % 500] as Principal, targets[(n * 17) % 1000] as { area: string; unit: string }] as const;
  const { ms, answer: allowed } = await timed(() => {
    let count = 0;
    for (let n = 0; n < decisions; n += 1) {
      const [principal, target] = asked(n);
      if (gate.decide(principal, permission, target).allowed) count += 1;
    }
    return count;
  });
  let expected = 0;
  for (let n = 0; n < decisions; n += 1) if (isHeld(...asked(n))) expected += 1;
  return {
    bench: 'access: decisions',
    n: decisions,
    ours_ms: ms,
    peer: 'none',
    peer_ms: null,
    ratio: null,
    goal: 'at least 500,000 a second',
    met: decisions / (ms / 1000) >= 500_000 && allowed === expected,
    correct: allowed === expected,
    note: `${Math.round(decisions / ms)} thousand a second; ${allowed} allowed`,
  };
}

/** The same question answered by the tree alone. */
function isHeld({ grants }: Principal, { area, unit }: { readonly area: string; readonly unit: string }): boolean {
  const above = new Set([area, `${area.slice(0, 4)}00`, `${area.slice(0, 2)}0000`, '000000']);
  return grants.some((grant) => above.has(grant.area) && (grant.unit === undefined || grant.unit === unit));
}

function personWith(grants: readonly Grant[]): Principal {
  return { id: 'bench', name: '', kind: 'person', grants };
}

function openGate(): Gate {
  const text = readFileSync(new URL('../../policies/roles.yaml', import.meta.url), 'utf8');
  const named = new Set(text.match(/(?<=^ {6}- )\S+/gm));
  return createGate({ roles: readRoles(text, named), today: () => '2026-09-01', oddAreas: () => new Map() });
}

async function openScratch(
  serverUrl: string | undefined,
): Promise<{ readonly database: Database; close(): Promise<void> }> {
  const migrations = [organizationMigrations];
  const cacheFolder = tmpdir();
  if (serverUrl === undefined) {
    const database = await openDatabase({ place: { kind: 'memory' }, migrations, cacheFolder });
    return { database, close: () => database.close() };
  }
  const name = `junheng_bench_${process.pid}`;
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const database = await openDatabase({ place: { kind: 'server', url: url.href }, migrations, cacheFolder });
  return {
    database,
    close: async () => {
      await database.close();
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await server.end();
    },
  };
}
