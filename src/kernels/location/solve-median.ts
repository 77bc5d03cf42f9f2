import { searchMedian } from './median-search.ts';
import type { SitingOptions, SitingProblem, SitingResult } from './problem.ts';
import { checkShape, findBroken } from './read-problem.ts';
import { asCovering } from './solve-covering.ts';

/**
 * Opens at most `open` sites so that the way of all customers to their nearest open site is least (p-median), with a proved bound.
 *
 * @remarks
 * Fast interchange from the sites that Lagrangian prices prefer, exchanges at random and again, then branch and bound; see the
 * README. Deterministic for a seed; the input is not changed. A round costs customers × sites, and a few hundred rounds are usual.
 * @throws RangeError where lists do not fit together or numbers are no costs
 * @source R. Whitaker 1983; M. Resende and R. Werneck 2007; J. Beasley, A note on solving large p-median problems, 1985.
 * @example
 * // three villages in a row, one school: the middle one
 * solveMedian({ customers: 3, sites: 3, cost: new Float64Array([0, 1, 2, 1, 0, 1, 2, 1, 0]), open: 1 }) // value 2, open [1]
 */
export function solveMedian(problem: SitingProblem, options: SitingOptions = {}): SitingResult {
  checkShape(problem);
  const broken = findBroken(problem);
  if (broken) return { kind: 'infeasible', broken };
  const { board, complete } = searchMedian(problem, options);
  const { best } = board;
  if (best === null) {
    const { bound } = searchMedian(asCovering(problem), { ...options, gapGoal: 1e-9 }).board;
    const uncovered = Math.ceil(bound - 1e-6);
    if (uncovered > 0) return { kind: 'infeasible', broken: { rule: 'reach', open: problem.open, uncovered } };
    if (complete) return { kind: 'infeasible', broken: { rule: 'together' } };
    return { kind: 'unresolved', reason: board.whyUnresolved, bound: board.bound };
  }
  return {
    kind: 'plan',
    open: Int32Array.from(best.open),
    site: best.nearest,
    ...board.report(),
  };
}
