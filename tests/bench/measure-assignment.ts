import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AssignmentProblem, assignAtLeastCost } from '#kernels/assignment';
import { seeded } from '#markets';
import { type BenchLine, type BenchOptions, compareTimes, timed } from './bench-line.ts';
import { openHighs } from './open-highs.ts';
import { readCells } from './read-published.ts';

const largeGoalMs = 2_000;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Published optima, HiGHS beside ours on 2,000 × 50, and a city of 20,000 × 200. */
export async function* measureAssignment({ benchmarks }: BenchOptions): AsyncGenerator<BenchLine> {
  if (benchmarks !== undefined) {
    for (const size of ['500x20', '2000x50']) yield await published(join(benchmarks, 'assignment'), size);
  }
  yield await besideHighs(inventCity(2_000, 50));
  yield await large(inventCity(20_000, 200));
}

async function published(folder: string, size: string): Promise<BenchLine> {
  const students = readCells(join(folder, `transport_${size}_students.csv`)).map(([x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
  const schools = readCells(join(folder, `transport_${size}_schools.csv`)).map(([x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
  const seats = readCells(join(folder, `transport_${size}_schools.csv`)).map(([, , count]) => Number(count));
  const { optimum } = JSON.parse(readFileSync(join(folder, `transport_${size}_optimum.json`), 'utf8')) as {
    optimum: number;
  };
  const problem = byDistance(students, schools, Int32Array.from(seats));
  const { ms, answer } = await timed(() => assignAtLeastCost(problem));
  const correct = answer.kind === 'optimal' && answer.cost === optimum && answer.bound === optimum;
  return {
    bench: `assignment, published ${size}`,
    n: problem.applicants,
    ours_ms: ms,
    peer: 'published optimum',
    peer_ms: null,
    ratio: null,
    goal: 'the optimum, proved by its bound',
    met: correct,
    correct,
    note: answer.kind === 'optimal' ? `cost ${answer.cost}, bound ${answer.bound}, published ${optimum}` : answer.kind,
  };
}

async function besideHighs(problem: AssignmentProblem): Promise<BenchLine> {
  const highs = await openHighs();
  const text = writeProgram(problem);
  const ours: number[] = [];
  const theirs: number[] = [];
  let correct = true;
  for (let round = 0; round < 3; round++) {
    const own = await timed(() => assignAtLeastCost(problem));
    const peer = await timed(() => highs.solve(text, { mip_rel_gap: 0, time_limit: 600, output_flag: false }));
    ours.push(own.ms);
    theirs.push(peer.ms);
    const { answer } = own;
    correct &&=
      answer.kind === 'optimal' &&
      answer.bound === answer.cost &&
      peer.answer.Status === 'Optimal' &&
      Math.abs(peer.answer.ObjectiveValue - answer.cost) < 0.5;
  }
  return compareTimes(
    {
      bench: `assignment, ${problem.applicants} × ${problem.schools}`,
      n: problem.applicants,
      peer: 'HiGHS in WebAssembly, linear program',
      goal: 'one twentieth of its time',
      most: 1 / 20,
      note: 'reading the program is part of the peer’s time',
    },
    ours,
    theirs,
    correct,
  );
}

async function large(problem: AssignmentProblem): Promise<BenchLine> {
  const times: number[] = [];
  let correct = true;
  for (let round = 0; round < 3; round++) {
    const { ms, answer } = await timed(() => assignAtLeastCost(problem));
    times.push(ms);
    correct &&= answer.kind === 'optimal' && answer.bound === answer.cost;
  }
  const ms = times.sort((a, b) => a - b)[1] ?? Infinity;
  return {
    bench: `assignment, ${problem.applicants} × ${problem.schools}`,
    n: problem.applicants,
    ours_ms: ms,
    peer: 'none',
    peer_ms: null,
    ratio: null,
    goal: `${largeGoalMs} ms, cost equal to its bound`,
    met: correct && ms <= largeGoalMs,
    correct,
  };
}

/** Seats for 1.05 times as many; distances in metres within 20 km. */
function inventCity(applicants: number, schools: number): AssignmentProblem {
  const next = seeded(applicants);
  const places = (count: number) => Array.from({ length: count }, () => ({ x: next(20_000), y: next(20_000) }));
  const seats = new Int32Array(schools).fill(Math.ceil((applicants / schools) * 1.05));
  return byDistance(places(applicants), places(schools), seats);
}

function byDistance(from: readonly Place[], to: readonly Place[], seats: Int32Array): AssignmentProblem {
  const cost = Float64Array.from(
    from.flatMap((a) => to.map((b) => Math.floor(Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2)))),
  );
  return { applicants: from.length, schools: to.length, cost, seats };
}

function writeProgram({ applicants, schools, cost, seats }: AssignmentProblem): string {
  const objective: string[] = [];
  const rows: string[] = [];
  const columns: string[][] = Array.from({ length: schools }, () => []);
  for (let i = 0; i < applicants; i++) {
    const own: string[] = [];
    for (let s = 0; s < schools; s++) {
      const name = `x${i}_${s}`;
      objective.push(`+ ${cost[i * schools + s]} ${name}`);
      own.push(name);
      columns[s]?.push(name);
    }
    rows.push(` a${i}: ${own.join(' + ')} = 1`);
  }
  const full = columns.map((own, s) => ` s${s}: ${own.join(' + ')} <= ${seats[s]}`);
  return ['Minimize', ` cost: ${objective.join(' ')}`, 'Subject To', ...rows, ...full, 'End'].join('\n');
}
