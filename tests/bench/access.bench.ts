import { readFileSync } from 'node:fs';
import { type RawBuilder, sql } from 'kysely';
import { createGate, type Gate, type Grant, inScope, type Principal, readRoles, type Scope } from '#core/access';
import type { Database } from '#core/db';
import { organizationMigrations } from '#modules/organization';
import { type BenchLine, type BenchOptions, compareTimes, timed } from './bench-line.ts';
import { openScratch } from './scratch-database.ts';

const cities = 20;
const countiesOfCity = 50;
const schoolsOfCounty = 1_000;
const rows = cities * countiesOfCity * schoolsOfCounty;
const decisions = 2_000_000;
const rounds = 7;
/** A page takes half a millisecond: fewer rounds would measure what else the machine does, and code not yet compiled. */
const pageRounds = 1_001;
const permission = 'organization.read';
const countyOf = (n: number) =>
  `34${String(1 + Math.floor(n / countiesOfCity)).padStart(2, '0')}${String(1 + (n % countiesOfCity)).padStart(2, '0')}`;

/** How fast the gate decides, and what its condition costs on a list of a million rows that it lets through whole. */
export async function* run({ databaseUrl }: BenchOptions): AsyncGenerator<BenchLine> {
  const gate = openGate();
  yield await decideMany(gate);
  const database = await openScratch(databaseUrl, [organizationMigrations]);
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
      for (const list of lists) yield await compareLists(database, holder, scope, list);
    }
  } finally {
    await database.close();
  }
}

const fill = `INSERT INTO unit (county_code, id, kind, category, stages, name, ownership, year_built)
  SELECT '34' || lpad((1 + n / ${countiesOfCity})::text, 2, '0') || lpad((1 + n % ${countiesOfCity})::text, 2, '0'),
    lpad(s::text, 10, '0'), 'school', 'primary', '{primary}', 'School ' || n || ' ' || s, 'public', 1950 + (n + s) % 70
  FROM generate_series(0, ${cities * countiesOfCity - 1}) AS n, generate_series(1, ${schoolsOfCounty}) AS s`;

const everything = sql<boolean>`true`;
const columns = { county: 'unit.county_code', unit: 'unit.id', stages: 'unit.stages' } as const;

interface List {
  readonly what: string;
  readonly times: number;
  /** Infinity = told without a goal. */
  readonly most: number;
  readonly read: (database: Database, condition: typeof everything) => Promise<readonly unknown[]>;
}

const listed = sql`SELECT county_code, id, name, stages, ownership FROM unit`;
const lists: readonly List[] = [
  {
    what: 'the whole list',
    times: rounds,
    most: 1.2,
    read: (database, condition) => readRows(database, sql`${listed} WHERE ${condition} ORDER BY county_code, id`),
  },
  {
    what: 'a page of 200',
    times: pageRounds,
    most: 1.2,
    read: (database, condition) =>
      readRows(database, sql`${listed} WHERE ${condition} ORDER BY county_code, id LIMIT 200`),
  },
  {
    what: 'sums alone, no row leaves the database',
    times: rounds,
    most: Number.POSITIVE_INFINITY,
    read: (database, condition) =>
      readRows(
        database,
        sql`SELECT count(*)::int AS n, sum(year_built)::int AS years, max(name) AS last FROM unit WHERE ${condition}`,
      ),
  },
];

async function readRows(database: Database, query: RawBuilder<unknown>): Promise<readonly unknown[]> {
  return (await query.execute(database.tables())).rows;
}

async function compareLists(database: Database, holder: string, scope: Scope, list: List): Promise<BenchLine> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  let correct = true;
  for (let round = 0; round < list.times; round += 1) {
    const readScoped = () => timed(() => list.read(database, inScope(scope, columns)));
    const readPlain = () => timed(() => list.read(database, everything));
    // Each goes first every other time: whoever comes second finds everything warm.
    const first = round % 2 === 0 ? await readScoped() : undefined;
    const plain = await readPlain();
    const scoped = first ?? (await readScoped());
    correct &&= isSame(scoped.answer, plain.answer);
    // The first rounds warm both.
    if (round < list.times / 10) continue;
    ours.push(scoped.ms);
    theirs.push(plain.ms);
  }
  const note = `${database.engine}; the grants hold every row, so the condition filters nothing and only costs`;
  return compareTimes(
    {
      bench: `access: ${list.what}, ${holder}`,
      n: rows,
      peer: 'the same query without scope',
      goal: Number.isFinite(list.most) ? `at most ${list.most}x` : 'none of its own',
      most: list.most,
      note,
    },
    ours,
    theirs,
    correct,
  );
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((row, n) => JSON.stringify(row) === JSON.stringify(others[n]));
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
