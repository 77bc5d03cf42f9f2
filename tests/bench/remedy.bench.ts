import { isWithinLimit, type RemedyPlan, type RemedyProblem, solveRemedy } from '#kernels/remedy';
import { type BenchLine, timed } from './bench-line.ts';
import { type InventedRemedy, inventRemedy } from './invent-remedy.ts';
import { solveWithHighs } from './remedy-peer.ts';

const official: InventedRemedy = { rows: 150, seed: 7, spread: 0.5, limits: 1, mayMove: false, mixed: true };
const cases: readonly (readonly [name: string, options: InventedRemedy])[] = [
  ['official limits', official],
  ['official limits, uneven', { ...official, spread: 0.8 }],
  ['half the limits: every coefficient binds', { ...official, limits: 0.5 }],
  ['300 school-stages', { ...official, rows: 300 }],
  ['may move', { ...official, mayMove: true }],
];
const limitMs = 10_000;
const gapMost = 0.01;

/** The gap reached in one second and in ten, on counties of growing difficulty; then the optimum against a general solver. */
export async function* run(): AsyncGenerator<BenchLine> {
  for (const [name, options] of cases) {
    for (const withinMs of [1_000, limitMs]) yield measure(name, inventRemedy(options), withinMs);
  }
  yield await compare(inventRemedy({ ...official, rows: 10, mixed: false }));
  yield await compare(inventRemedy({ ...official, rows: 16, mixed: false }));
}

function measure(name: string, problem: RemedyProblem, withinMs: number): BenchLine {
  const start = performance.now();
  const plan = solveRemedy(problem, { gapGoal: 1e-4, onProgress: () => performance.now() - start < withinMs });
  const ms = performance.now() - start;
  const gap = plan.kind === 'plan' ? plan.gap : 1;
  const correct = plan.kind === 'plan' && keepsEverything(problem, plan);
  return {
    bench: 'remedy',
    n: problem.rows,
    ours_ms: ms,
    peer: 'none',
    peer_ms: null,
    ratio: null,
    goal: 'gap under 1 % in 10 s',
    met: correct && gap < gapMost,
    correct,
    gap,
    note: `${name}; stopped after ${withinMs / 1000} s`,
  };
}

async function compare(problem: RemedyProblem): Promise<BenchLine> {
  const { answer: peer, ms: peerMs } = await timed(() => solveWithHighs(problem, 60, 20));
  const start = performance.now();
  const plan = solveRemedy(problem, { gapGoal: 1e-5, onProgress: () => performance.now() - start < limitMs });
  const ms = performance.now() - start;
  const ours = plan.kind === 'plan' ? plan : null;
  // the peer keeps the limits to 1e-6, ours to the last digit
  const slack = 1e-5 * peer.bound;
  const correct =
    ours !== null &&
    keepsEverything(problem, ours) &&
    ours.cost >= peer.bound - slack &&
    (!peer.isOptimum || ours.bound <= peer.bound + slack);
  return {
    bench: 'remedy',
    n: problem.rows,
    ours_ms: ms,
    peer: 'HiGHS, tangents of the cones',
    peer_ms: peerMs,
    ratio: ms / peerMs,
    goal: 'the optimum within the gap',
    met: correct && ours.gap < gapMost,
    correct,
    gap: ours?.gap ?? 1,
    note: `cost ${ours?.cost ?? Number.NaN}, peer ${peer.bound}${peer.isOptimum ? ' (optimum)' : ' (bound only)'} in ${peer.rounds} rounds`,
  };
}

/** The rules themselves, from the plan's amounts alone. */
function keepsEverything(problem: RemedyProblem, { after }: RemedyPlan): boolean {
  const { rows: n, indicators: k, groups } = problem;
  for (let i = 0; i < n; i++) {
    let below = 0;
    for (let j = 0; j < k; j++) {
      const c = i * k + j;
      const value = ((problem.scale[j] as number) * (after[c] as number)) / (problem.pupils[i] as number);
      if (value < (problem.floor[c] as number)) return false;
      if (value < (problem.threshold[c] as number)) below++;
    }
    if (below > problem.allowedBelow) return false;
  }
  for (let g = 0; g < groups; g++) {
    const own = Array.from({ length: n }, (_, i) => i).filter((i) => problem.group[i] === g);
    const pupils = own.map((i) => problem.pupils[i] as number);
    for (let j = 0; j < k; j++) {
      const amounts = own.map((i) => after[i * k + j] as number);
      if (!isWithinLimit(amounts, pupils, problem.limit[g * k + j] as number)) return false;
    }
  }
  return true;
}
