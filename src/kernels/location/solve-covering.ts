import { searchMedian } from './median-search.ts';
import type { CoveringProblem, SitingInfeasible, SitingOptions, SitingPlan, SitingProblem } from './problem.ts';
import { checkAmounts, checkShape, findBroken } from './read-problem.ts';

/** `value` is the weight reached, `bound` what no plan can exceed, `gap` (bound - value) / bound. */
export interface CoveringPlan extends Omit<SitingPlan, 'share'> {
  /** 1 = an open site reaches the customer. */
  readonly covered: Uint8Array;
}

/**
 * Opens at most `open` sites that reach the largest weight (maximal covering), with a bound that no plan exceeds.
 *
 * @remarks
 * The same as a p-median in which a customer who is not reached costs its weight and all others nothing, and solved as that.
 * The `site` of a customer who is not reached is -1.
 * @throws RangeError where lists do not fit together
 * @source R. Church and C. ReVelle, The maximal covering location problem, 1974.
 */
export function solveCovering(problem: CoveringProblem, options: SitingOptions = {}): CoveringPlan | SitingInfeasible {
  const { customers, sites, weight, reaches, ...rest } = problem;
  checkAmounts('weight', weight, customers);
  if (reaches.length !== customers * sites) throw new RangeError('reaches has customers * sites cells');
  const cost = new Float64Array(customers * sites);
  for (let i = 0; i < cost.length; i++) cost[i] = reaches[i] ? 0 : (weight[Math.floor(i / sites)] as number);
  const median: SitingProblem = { ...rest, customers, sites, cost };
  checkShape(median);
  const broken = findBroken(median);
  if (broken) return { kind: 'infeasible', broken };
  const { board } = searchMedian(median, { ...options, gapGoal: 0 });
  const total = weight.reduce((sum, w) => sum + w, 0);
  const { best } = board;
  // every pair is allowed, so the first look finds a plan
  if (best === null) throw new RangeError('a covering problem always has a plan');
  const covered = new Uint8Array(customers);
  const site = new Int32Array(customers).fill(-1);
  let missed = 0;
  for (let c = 0; c < customers; c++) {
    const own = best.open.find((s) => reaches[c * sites + s]);
    if (own === undefined) missed += weight[c] as number;
    else {
      covered[c] = 1;
      site[c] = own;
    }
  }
  const value = total - missed;
  const bound = Math.max(value, total - board.bound);
  return {
    kind: 'plan',
    open: Int32Array.from(best.open),
    site,
    covered,
    ...board.report(),
    value,
    bound,
    gap: bound > 0 ? (bound - value) / bound : 0,
  };
}

/** The problem of leaving as few customers as possible out of reach. */
export function asCovering(problem: SitingProblem): SitingProblem {
  return { ...problem, cost: problem.cost.map((cost) => (cost === Number.POSITIVE_INFINITY ? 1 : 0)) };
}
