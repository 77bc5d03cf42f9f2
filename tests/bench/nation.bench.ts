import { globSync, readFileSync } from 'node:fs';
import { accessMigrations } from '#core/access';
import { withoutAudit } from '#core/audit';
import { type Database, type MigrationFolder } from '#core/db';
import { factsMigrations } from '#engines/facts';
import { writeDemo } from '#modules/demo';
import { createOrganization, organizationMigrations } from '#modules/organization';
import { type CompiledStandard, type Evaluation, evaluateStandard, findStandard, loadStandards } from '#standards';
import { type BenchLine, type BenchOptions, compareTimes, isNear, timed } from './bench-line.ts';
import { openScratch } from './scratch-database.ts';

const year = 2026;
const rounds = 3;
const indicators = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'] as const;
const migrations: readonly MigrationFolder[] = [
  accessMigrations,
  organizationMigrations,
  { owner: 'exchange', folder: new URL('../../src/engines/exchange/migrations/', import.meta.url) },
  factsMigrations,
  { owner: 'balance', folder: new URL('../../src/modules/balance/migrations/', import.meta.url) },
];

/**
 * Every verdict of a nation from the database, against SQL for its coefficients alone.
 *
 * @remarks With a server the whole nation is written into a scratch database, which is dropped afterwards; without one, a province
 * into the embedded database.
 */
export async function* run({ databaseUrl }: BenchOptions): AsyncGenerator<BenchLine> {
  const size = databaseUrl === undefined ? 'province' : 'nation';
  const database = await openScratch(databaseUrl, migrations);
  try {
    const written = await writeDemo({
      size,
      years: [year],
      detail: 'resources',
      target: { database, dictionary: loadStandard().dictionary, at: new Date(0) },
    });
    await database.query('ANALYZE');
    yield await compare(database, size, written.units);
  } finally {
    await database.close();
  }
}

async function compare(database: Database, size: string, units: number): Promise<BenchLine> {
  const standard = loadStandard();
  const query = readFileSync(new URL('nation-coefficients.sql', import.meta.url), 'utf8');
  const organization = createOrganization(database, standard.dictionary, () => new Date(0), withoutAudit);
  const ours: number[] = [];
  const peer: number[] = [];
  let correct = true;
  let schools = 0;
  for (let round = 0; round < rounds; round++) {
    const evaluated = await timed(async () => {
      const frame = await organization.evaluationFrame({ area: '000000', schoolYear: year });
      const input = { schoolYear: year, units: frame.units, areas: frame.areas, attested: [] };
      return { codes: frame.areas.code, evaluation: evaluateStandard(standard, input) };
    });
    const asked = await timed(() => askPeer(database, query));
    ours.push(evaluated.ms);
    peer.push(asked.ms);
    schools = evaluated.answer.evaluation.schools.length;
    correct &&= isSame(evaluated.answer.evaluation, evaluated.answer.codes, asked.answer);
  }
  return compareTimes(
    {
      bench: `${size}, from the database to all verdicts`,
      n: schools,
      peer: 'hand-written SQL, coefficients alone',
      goal: 'within twice the time of the SQL',
      most: 2,
      note: `${units} units, ${schools} school stages, the facts of the seven resource indicators, engine ${database.engine}`,
    },
    ours,
    peer,
    correct,
  );
}

function loadStandard(): CompiledStandard {
  const files = globSync('policies/**/*.{yaml,md}').map((path) => ({
    path: path.replaceAll('\\', '/'),
    text: readFileSync(path, 'utf8'),
  }));
  const loaded = findStandard(loadStandards(files), 'CN-CQB-2017', year);
  if (loaded === null) throw new Error('the quality-balance measure is not among the policies');
  return loaded.compiled;
}

type PeerRow = { readonly county_code: string; readonly stage: string } & Readonly<
  Record<string, number | string | null>
>;

function askPeer(database: Database, query: string): Promise<readonly PeerRow[]> {
  return database.transaction(async (session) => {
    await session.query("SET LOCAL work_mem = '256MB'");
    return session.query<PeerRow>(query);
  });
}

function isSame({ coefficients }: Evaluation, codes: readonly string[], rows: readonly PeerRow[]): boolean {
  const expected = new Map(rows.map((row) => [`${row.county_code} ${row.stage}`, row]));
  const compared = coefficients.filter((c) => indicators.some((indicator) => indicator === c.indicator));
  return (
    compared.length === rows.length * indicators.length &&
    compared.every(({ area, stage, indicator, coefficientOfVariation }) => {
      const value = expected.get(`${codes[area] ?? ''} ${stage}`)?.[indicator.toLowerCase()];
      // Differences of sums of squares lose digits where a coefficient is small.
      return typeof value === 'number' && isNear(coefficientOfVariation ?? Number.NaN, value, 1e-6);
    })
  );
}
