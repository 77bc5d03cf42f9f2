import { type DistrictingProblem, solveDistricting } from '#kernels/districting';
import { type BenchLine, type BenchOptions, timed } from './bench-line.ts';
import { type Grid, inventCounty, problemOf, readGrids } from './districting-grids.ts';
import { zoneWithHighs } from './districting-peer.ts';

/** Published grids against their optimum and HiGHS, where given; then an invented county of 5,000 units and 100 schools. */
export async function* run({ benchmarks }: BenchOptions): AsyncGenerator<BenchLine> {
  const grids = benchmarks === undefined ? [] : await readGrids(benchmarks);
  for (const { name, grid } of grids) yield await measure(name, grid, 2_000, true);
  yield await measure('invented county, 100 schools', inventCounty(), 60_000, false);
}

async function measure(instance: string, grid: Grid, limitMs: number, withPeer: boolean): Promise<BenchLine> {
  const problem = problemOf(grid);
  const { answer: result, ms } = await timed(() => solveDistricting(problem));
  const peer = withPeer ? await zoneWithHighs(problem, 20) : null;
  const plan = result.kind === 'plan' ? result : null;
  const { optimum } = grid;
  const correct =
    plan !== null &&
    costOf(problem, plan.zone) === plan.value &&
    plan.bound <= plan.value &&
    (optimum === null || (plan.value >= optimum && plan.bound <= optimum));
  return {
    bench: 'districting',
    n: problem.units,
    instance,
    value: plan?.value ?? Number.NaN,
    bound: plan?.bound ?? Number.NaN,
    optimum,
    ours_ms: Math.round(ms),
    peer: 'HiGHS (WASM), flow to the school, 20 s',
    peer_ms: peer === null ? null : Math.round(peer.ms),
    ratio: peer === null ? null : ms / peer.ms,
    goal: optimum === null ? 'every rule kept in 60 s' : 'within 1 % of the optimum in 2 s',
    met: correct && ms <= limitMs && (optimum === null || plan.value <= 1.01 * optimum),
    correct,
    gap: plan?.gap ?? 1,
    note:
      peer === null ? 'too large for the peer' : `peer ${peer.value}${peer.isOptimum ? ' (optimum)' : ' (not proved)'}`,
  };
}

/** The rules from the zones alone; NaN where one is broken. */
function costOf(problem: DistrictingProblem, zone: Int32Array): number {
  const { units, zones, neighbourStart, neighbour, children, cost, school, seats, least } = problem;
  let value = 0;
  for (let z = 0; z < zones; z++) {
    const members = Array.from({ length: units }, (_, u) => u).filter((u) => zone[u] === z);
    const held = members.reduce((sum, u) => sum + (children[u] as number), 0);
    if (held > (seats[z] as number) || held < (least?.[z] ?? 0)) return Number.NaN;
    const seen = new Set([school[z] as number]);
    for (const u of seen) {
      for (const v of neighbour.slice(neighbourStart[u], neighbourStart[u + 1])) if (zone[v] === z) seen.add(v);
    }
    if (seen.size !== members.length || zone[school[z] as number] !== z) return Number.NaN;
    for (const u of members) value += cost[u * zones + z] as number;
  }
  return value;
}
