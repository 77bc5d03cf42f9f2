import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { decomposeTheil, measureGroups, measurePopulation } from '#kernels/inequality';
import { type BenchLine, type BenchOptions, compareTimes, isNear, timed } from './bench-line.ts';

const rows = 500_000;
const rounds = 9;
const tolerance = 1e-12;

const giniQuery = `
  WITH ranked AS (
    SELECT g, w, v, sum(w) OVER (PARTITION BY g ORDER BY v ROWS UNBOUNDED PRECEDING) AS reached,
           sum(w) OVER (PARTITION BY g) AS total
    FROM school)
  SELECT g, sum(w * v * (2 * reached - w - total)) / (any_value(total) * sum(w * v)) AS gini
  FROM ranked GROUP BY g ORDER BY g`;

/** All measures of many counties in one call, against one query for the Gini coefficient alone. */
export async function* run({ benchmarks }: BenchOptions): AsyncGenerator<BenchLine> {
  for (const groups of [3_000, 1]) yield await compare(groups);
  if (benchmarks === undefined) return;
  for (const size of [50, 20_000]) yield await compareWithPublished(join(benchmarks, 'inequality'), size);
}

async function compare(groups: number): Promise<BenchLine> {
  const schools = inventSchools(groups);
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  try {
    await fill(connection, schools);
    const ours: number[] = [];
    const peer: number[] = [];
    let correct = true;
    for (let round = 0; round < rounds; round++) {
      const measured = await timed(() => measureGroups(schools.value, schools.weight, schools.group, groups));
      const asked = await timed(async () => (await connection.runAndReadAll(giniQuery)).getRows());
      ours.push(measured.ms);
      peer.push(asked.ms);
      // The peer sums without correction, hence a wider tolerance than against the published values.
      const { gini } = measured.answer;
      correct &&=
        asked.answer.length === groups && asked.answer.every(([, g], i) => isNear(gini[i] ?? 0, Number(g), 1e-9));
    }
    const goal = 'all measures in no more time than one Gini query';
    return compareTimes(
      { bench: `inequality, ${groups} groups`, n: rows, peer: 'DuckDB, one Gini query', goal, most: 1 },
      ours,
      peer,
      correct,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function compareWithPublished(folder: string, size: number): Promise<BenchLine> {
  const table = readFileSync(join(folder, `schools_${size}.csv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  const expected = JSON.parse(readFileSync(join(folder, `schools_${size}_expected.json`), 'utf8')) as Record<
    string,
    string
  >;
  const cells = table.map((text) => text.split(',').map(Number));
  const group = Int32Array.from(cells, (c) => c[0] ?? -1);
  const weight = Float64Array.from(cells, (c) => c[1] ?? Number.NaN);
  const value = Float64Array.from(cells, (c) => c[2] ?? Number.NaN);
  const { ms, answer } = await timed(() => {
    const m = measurePopulation(value, weight);
    const t = decomposeTheil(value, weight, group, group.reduce((a, b) => Math.max(a, b), 0) + 1);
    return new Map<string, number>([
      ['cv', m.coefficientOfVariation],
      ['gini', m.gini],
      ['theil', m.theil],
      ['theil_between', t.between],
      ['theil_within', t.within],
      ['median', m.median],
      ['mcloone', m.mcloone],
    ]);
  });
  const errors = Object.entries(expected).map(([key, text]) =>
    Math.abs((answer.get(key) ?? Number.NaN) / Number(text) - 1),
  );
  const correct = errors.every((error) => error <= tolerance);
  return {
    bench: `inequality, published answers of ${size} rows`,
    n: size,
    ours_ms: ms,
    peer: 'published, extended precision',
    peer_ms: null,
    ratio: null,
    goal: `relative error <= ${tolerance}`,
    met: correct,
    correct,
    note: `largest relative error ${Math.max(...errors).toExponential(1)}`,
  };
}

type Schools = ReturnType<typeof inventSchools>;

function inventSchools(groups: number) {
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

async function fill(connection: DuckDBConnection, { value, weight, group }: Schools): Promise<void> {
  await connection.run('CREATE TABLE school (g INTEGER, w DOUBLE, v DOUBLE)');
  const appender = await connection.createAppender('school');
  for (let i = 0; i < rows; i++) {
    appender.appendInteger(group[i] ?? 0);
    appender.appendDouble(weight[i] ?? 0);
    appender.appendDouble(value[i] ?? 0);
    appender.endRow();
  }
  appender.closeSync();
}
