import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { deferredAcceptance, type Matching } from '#kernels/matching';
import { auditMatching } from '#kernels/matching-audit';
import { type InventedCity, inventMarket } from '#markets';
import { type BenchLine, type BenchOptions, timed } from './bench-line.ts';
import { measureAssignment } from './measure-assignment.ts';
import { measureClasses } from './measure-classes.ts';
import { readMarket, solveWorkedExamples } from './published-markets.ts';

const rounds = 3;
const auditGoalMs = 1_000;

/** Published matchings to the line; cities with every rule on, each placement proved by the auditor; placing the rest; classes. */
export async function* run(options: BenchOptions): AsyncGenerator<BenchLine> {
  const { benchmarks } = options;
  if (benchmarks !== undefined) {
    const folder = join(benchmarks, 'admission');
    yield await workedExamples(folder);
    yield await published(folder, 'city_1000', 'school');
    yield await published(folder, 'city_10000', 'school');
    yield await published(folder, 'newhaven2024', 'pool');
  }
  yield* city({ applicants: 100_000, schools: 400, choices: 6 }, 500);
  yield* city({ applicants: 1_000_000, schools: 2_000, choices: 8 }, 15_000);
  yield* measureAssignment(options);
  yield* measureClasses();
}

async function workedExamples(folder: string): Promise<BenchLine> {
  const { ms, answer } = await timed(() => solveWorkedExamples(folder));
  const correct = answer.wrong.length === 0;
  return line('matching, worked examples', answer.count, ms, correct, 'all published answers', correct, {
    peer: 'published',
    note: correct ? 'the twins without a stable matching among them' : `wrong: ${answer.wrong.join(', ')}`,
  });
}

async function published(folder: string, name: string, school: string): Promise<BenchLine> {
  const { market, schools, expected } = readMarket(folder, name, school);
  const { ms, answer } = await timed(() => deferredAcceptance(market));
  const wrong = expected.filter((placed, i) => {
    const e = answer.choice[i] ?? -1;
    return placed !== (e < 0 ? '' : schools[market.choiceSchool[e] ?? -1]);
  }).length;
  return line(`matching, published ${name}`, market.applicants, ms, wrong === 0, 'every line equal', wrong === 0, {
    peer: 'published',
    note: `${wrong} of ${expected.length} lines differ`,
  });
}

async function* city(
  size: { readonly applicants: number; readonly schools: number; readonly choices: number },
  goalMs: number,
): AsyncGenerator<BenchLine> {
  const made = inventMarket({ ...size, seed: 1, room: 0.95, rules: 'all', inFamilies: 0.03 });
  const folder = mkdtempSync(join(tmpdir(), 'junheng-bench-'));
  try {
    writeFileSync(join(folder, 'city'), serialize(made));
    const runs: Run[] = [];
    for (let round = 0; round < rounds; round++) runs.push(placeApart(folder));
    const placed = deserialize(readFileSync(join(folder, 'placement'))) as Matching;
    yield* proved(made, placed, runs.sort((a, b) => a.ms - b.ms)[1] ?? { ms: Infinity, processorMs: '' }, goalMs);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Run {
  readonly ms: number;
  readonly processorMs: string;
}

/** A new process reads the city, places everybody and writes the placement; start of Node and loading included. */
function placeApart(folder: string): Run {
  const child = new URL('place-city.ts', import.meta.url).pathname;
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    child,
    join(folder, 'city'),
    join(folder, 'placement'),
  ]);
  if (status !== 0) throw new Error(stderr.toString());
  return { ms: performance.now() - start, processorMs: stdout.toString() };
}

async function* proved(
  { market, families }: InventedCity,
  placed: Matching,
  { ms, processorMs }: Run,
  goalMs: number,
): AsyncGenerator<BenchLine> {
  const released = [...placed.row.keys()].filter((f) => placed.row[f] === -2);
  const audits: number[] = [];
  let found = auditMatching(market, placed, { families, released });
  for (let round = 0; round < rounds; round++) {
    const again = await timed(() => auditMatching(market, placed, { families, released }));
    audits.push(again.ms);
    found = again.answer;
  }
  const faults = Object.values(found.counts).reduce((sum, count) => sum + count, 0);
  const size = `${market.schools} schools, ${market.choiceSchool.length / market.applicants} choices`;
  yield line(
    `matching, ${size}, every rule`,
    market.applicants,
    ms,
    found.holds,
    `${goalMs} ms from a cold start`,
    ms <= goalMs,
    {
      note: `${placed.kind}; processor ${processorMs} ms; ${families.memberStart.length - 1} families, ${released.length} released; ${faults} faults by the auditor`,
    },
  );
  const auditMs = audits.sort((a, b) => a - b)[1] ?? Infinity;
  yield line(`audit, ${size}`, market.applicants, auditMs, found.holds, `${auditGoalMs} ms`, auditMs <= auditGoalMs, {
    note: `${found.unplaced.length} without a place, named`,
  });
}

function line(
  bench: string,
  n: number,
  ms: number,
  correct: boolean,
  goal: string,
  isFast: boolean,
  { peer = 'none', note }: { readonly peer?: string; readonly note: string },
): BenchLine {
  return { bench, n, ours_ms: ms, peer, peer_ms: null, ratio: null, goal, met: correct && isFast, correct, note };
}
