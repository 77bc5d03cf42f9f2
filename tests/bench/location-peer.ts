import type { SitingProblem } from '#kernels/location';
import { openHighs } from './open-highs.ts';

export interface PeerProblem extends Omit<SitingProblem, 'open'> {
  readonly open?: number;
  readonly opening?: Float64Array;
  readonly demand?: Float64Array;
  readonly capacity?: Float64Array;
  /** Customers may be divided. */
  readonly divisible?: boolean;
  /** An open site serves the customer of its own number. */
  readonly ownPlace?: boolean;
}

export interface PeerPlan {
  readonly value: number | null;
  readonly isOptimum: boolean;
  readonly ms: number;
}

/** Pairs above which the text of the problem no longer fits the peer's memory. */
const mostPairs = 40_000;

/** The same siting problem as a mixed-integer program for HiGHS; null where it is too large for it. */
export async function siteWithHighs(problem: PeerProblem, timeLimitS: number): Promise<PeerPlan | null> {
  if (problem.customers * problem.sites > mostPairs) return null;
  const text = writeProgram(problem);
  const highs = await openHighs();
  const start = performance.now();
  try {
    const answer = highs.solve(text, { mip_rel_gap: 1e-7, time_limit: timeLimitS, output_flag: false });
    const isOptimum = answer.Status === 'Optimal';
    const found = Number.isFinite(answer.ObjectiveValue) && Object.keys(answer.Columns).length > 0;
    return { value: found ? answer.ObjectiveValue : null, isOptimum, ms: performance.now() - start };
  } catch {
    // the solver gives up by throwing when its memory ends
    return { value: null, isOptimum: false, ms: performance.now() - start };
  }
}

function writeProgram(problem: PeerProblem): string {
  const { customers, sites, cost, open, opening, demand, capacity, fixed } = problem;
  const pairs: { readonly c: number; readonly s: number; readonly cost: number }[] = [];
  for (let c = 0; c < customers; c++) {
    for (let s = 0; s < sites; s++) {
      const way = cost[c * sites + s] as number;
      if (way !== Number.POSITIVE_INFINITY) pairs.push({ c, s, cost: way });
    }
  }
  const all = Array.from({ length: sites }, (_, s) => s);
  const name = ({ c, s }: { readonly c: number; readonly s: number }) => `x${c}_${s}`;
  const served = Array.from({ length: customers }, (_, c) => pairs.filter((pair) => pair.c === c));
  const rows = [
    ...served.map((own) => `${own.map((pair) => `+ ${name(pair)}`).join(' ')} = 1`),
    ...pairs.map((pair) => `${name(pair)} - y${pair.s} <= 0`),
    ...(open === undefined ? [] : [`${all.map((s) => `+ y${s}`).join(' ')} <= ${open}`]),
    ...all.filter((s) => fixed?.[s]).map((s) => `y${s} = 1`),
    ...(problem.ownPlace === true ? all.map((s) => `x${s}_${s} - y${s} = 0`) : []),
  ];
  if (demand !== undefined && capacity !== undefined) {
    for (const s of all) {
      const own = pairs.filter((pair) => pair.s === s).map((pair) => `+ ${demand[pair.c]} ${name(pair)}`);
      rows.push(`${own.join(' ')} - ${capacity[s]} y${s} <= 0`);
    }
  }
  const objective = [
    ...pairs.map((pair) => `+ ${pair.cost} ${name(pair)}`),
    ...(opening === undefined ? [] : all.map((s) => `+ ${opening[s]} y${s}`)),
  ];
  const binary = [
    ...all.map((s) => `y${s}`),
    ...(demand !== undefined && problem.divisible !== true ? pairs.map(name) : []),
  ];
  return [
    'Minimize',
    ` way: ${objective.join(' ')}`,
    'Subject To',
    ...rows.map((row, r) => ` r${r}: ${row}`),
    'Binary',
    ...binary,
    'End',
  ].join('\n');
}
