import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { decomposeTheil, measureGroups, measurePopulation } from '#kernels/inequality';

export interface BenchOptions {
  /** A folder with `schools_*.csv` and `schools_*_expected.json`; when given, every measure there is compared too. */
  readonly benchmarks?: string;
  readonly rows?: number;
  readonly groups?: number;
  readonly rounds?: number;
}

export interface BenchLine {
  readonly bench: string;
  readonly n: number;
  readonly ours_ms: number;
  readonly peer: string;
  readonly peer_ms: number;
  readonly ratio: number;
  readonly goal: string;
  readonly met: boolean;
  readonly correct: boolean;
  readonly note?: string;
}

const tolerance = 1e-12;

const giniQuery = `
  WITH ranked AS (
    SELECT g, w, v, sum(w) OVER (PARTITION BY g ORDER BY v ROWS UNBOUNDED PRECEDING) AS reached,
           sum(w) OVER (PARTITION BY g) AS total
    FROM school)
  SELECT g, sum(w * v * (2 * reached - w - total)) / (any_value(total) * sum(w * v)) AS gini
  FROM ranked GROUP BY g ORDER BY g`;

/** All measures of many counties in one call, against one query for the Gini coefficient alone. */
export async function* run(options: BenchOptions = {}): AsyncGenerator<BenchLine> {
  const { rows = 500_000, groups = 3_000, rounds = 9 } = options;
  for (const count of [groups, 1]) yield await compare(rows, count, rounds);
  if (options.benchmarks !== undefined) {
    for (const size of [50, 20_000]) yield compareWithPublished(options.benchmarks, size);
  }
}

async function compare(rows: number, groups: number, rounds: number): Promise<BenchLine> {
  const schools = inventSchools(rows, groups);
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  try {
    await connection.run('CREATE TABLE school (g INTEGER, w DOUBLE, v DOUBLE)');
    const appender = await connection.createAppender('school');
    for (let i = 0; i < rows; i++) {
      appender.appendInteger(schools.group[i] as number);
      appender.appendDouble(schools.weight[i] as number);
      appender.appendDouble(schools.value[i] as number);
      appender.endRow();
    }
    appender.closeSync();
    const ours: number[] = [];
    const peer: number[] = [];
    let correct = true;
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      const measures = measureGroups(schools.value, schools.weight, schools.group, groups);
      ours.push(performance.now() - start);
      const asked = performance.now();
      const answer = (await connection.runAndReadAll(giniQuery)).getRows();
      peer.push(performance.now() - asked);
      // The peer sums without correction, hence a wider tolerance than against the published values.
      correct &&=
        answer.length === groups && answer.every(([, g], i) => near(measures.gini[i] as number, Number(g), 1e-9));
    }
    return line(`inequality, ${groups} groups`, rows, median(ours), 'DuckDB, one Gini query', median(peer), correct);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function compareWithPublished(folder: string, size: number): BenchLine {
  const table = readFileSync(join(folder, `schools_${size}.csv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  const expected: unknown = JSON.parse(readFileSync(join(folder, `schools_${size}_expected.json`), 'utf8'));
  const cells = table.map((text) => text.split(',').map(Number));
  const group = Int32Array.from(cells, (c) => c[0] ?? -1);
  const weight = Float64Array.from(cells, (c) => c[1] ?? Number.NaN);
  const value = Float64Array.from(cells, (c) => c[2] ?? Number.NaN);
  const start = performance.now();
  const m = measurePopulation(value, weight);
  const t = decomposeTheil(value, weight, group, Math.max(...group) + 1);
  const elapsed = performance.now() - start;
  const actual: Record<string, number> = {
    cv: m.coefficientOfVariation,
    gini: m.gini,
    theil: m.theil,
    theil_between: t.between,
    theil_within: t.within,
    median: m.median,
    mcloone: m.mcloone,
  };
  const errors = Object.entries(expected as Record<string, string>).map(([key, text]) =>
    Math.abs((actual[key] ?? Number.NaN) / Number(text) - 1),
  );
  const worst = errors.reduce((a, b) => (b <= a ? a : b), 0);
  const correct = worst <= tolerance;
  return {
    ...line(`inequality, published answers of ${size} rows`, size, elapsed, 'extended precision', Number.NaN, correct),
    goal: `relative error <= ${tolerance}`,
    met: correct,
    note: `largest relative error ${worst}`,
  };
}

function line(bench: string, n: number, ours: number, peer: string, peerMs: number, correct: boolean): BenchLine {
  const ratio = ours / peerMs;
  return {
    bench,
    n,
    ours_ms: ours,
    peer,
    peer_ms: peerMs,
    ratio,
    goal: 'all measures in no more than one Gini query of the peer: ratio <= 1',
    met: ratio <= 1 && correct,
    correct,
  };
}

function inventSchools(rows: number, groups: number) {
  let state = 20_170_519;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const value = Float64Array.from({ length: rows }, () => Math.exp(next() + next() + next()));
  const weight = Float64Array.from({ length: rows }, () => 20 + Math.floor(next() * 1_800));
  const group = Int32Array.from({ length: rows }, () => Math.floor(next() * groups));
  return { value, weight, group };
}

function near(actual: number, expected: number, relative: number): boolean {
  return Math.abs(actual - expected) <= relative * Math.abs(expected);
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}
