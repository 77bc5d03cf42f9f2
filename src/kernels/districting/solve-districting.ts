import { annealZones } from './anneal-zones.ts';
import { growZones } from './grow-zones.ts';
import { priceZones } from './price-zones.ts';
import type { DistrictingOptions, DistrictingProblem, DistrictingResult } from './problem.ts';
import { randomFrom } from './random.ts';
import { checkShape, findBroken, fullCost, lockedZones } from './read-problem.ts';
import { ZoneBoard } from './zone-board.ts';

/**
 * Connected zones, each holding its school and no more children than seats, of least way (and least change), with a lower bound.
 *
 * @remarks
 * Prices on seats give the bound and a first plan (zones grown from their schools by cost and price); simulated annealing across
 * borders improves it. Deterministic for a seed; the input is not changed. Memory units × zones; 5,000 units and 100 zones take a
 * few seconds.
 * @throws RangeError where lists do not fit together or numbers are no amounts
 * @example
 * const result = solveDistricting(problem);
 * if (result.kind === 'plan') console.log(result.value, result.bound, result.movedChildren);
 */
export function solveDistricting(problem: DistrictingProblem, options: DistrictingOptions = {}): DistrictingResult {
  checkShape(problem);
  const broken = findBroken(problem);
  if (broken) return { kind: 'infeasible', broken };
  const { units, children } = problem;
  const cost = fullCost(problem);
  const locked = lockedZones(problem);
  const { usual, nearest } = spreadOf(problem, cost);
  const first = priceZones(problem, cost, locked, nearest * 1.05 + usual, 150);
  const { zone, stranded } = growZones(problem, cost, first.price, locked);
  if (stranded !== -1) {
    return { kind: 'infeasible', broken: { rule: 'pinned', unit: stranded, zone: locked[stranded] as number } };
  }
  const board = new ZoneBoard(problem, cost, zone);
  let best: { value: number; zone: Int32Array } | null = null;
  let near = { miss: board.miss, zone: board.zone.slice() };
  const keep = () => {
    if (best === null || board.value < best.value - 1e-9) best = { value: board.value, zone: board.zone.slice() };
  };
  if (board.miss < 1e-9) keep();
  let cancelled = false;
  const proceed = (done: number) => {
    if (board.miss < near.miss) near = { miss: board.miss, zone: board.zone.slice() };
    const value = best?.value ?? Number.POSITIVE_INFINITY;
    if (options.onProgress?.({ phase: 'search', value, bound: first.bound, done }) === false) cancelled = true;
    return !cancelled;
  };
  const childrenInAll = children.reduce((sum, one) => sum + one, 0);
  const settings = {
    tries: options.tries ?? Math.min(8_000_000, Math.max(400_000, 10_000 * units)),
    random: randomFrom(options.seed ?? 1),
    usual,
    fine: childrenInAll > 0 ? (2 * usual * units) / childrenInAll : usual,
    keep,
    proceed,
  };
  if (proceed(0)) annealZones(board, locked, { ...settings, heat: [0.6, 0.0012] });
  for (let again = 0; again < 4 && chosen(best) === null && proceed(0); again++) {
    const { fine } = settings;
    annealZones(board, locked, { ...settings, fine: 20 * fine, heat: [0.5 + again, 0.2], untilKept: true });
    if (chosen(best) !== null) annealZones(board, locked, { ...settings, fine: 10 * fine, heat: [0.1, 0.0012] });
  }
  const ended = cancelled ? 'cancelled' : 'done';
  const found = chosen(best);
  if (found === null) {
    const { load, problem: own } = new ZoneBoard(problem, cost, near.zone);
    const misses = Array.from(load, (held, z) => ({
      zone: z,
      children:
        held > (own.seats[z] as number) ? held - (own.seats[z] as number) : Math.min(0, held - (own.least?.[z] ?? 0)),
    })).filter(({ children: miss }) => miss !== 0);
    return { kind: 'nearest', zone: near.zone, load, bound: first.bound, misses, ended };
  }
  const { value, load } = new ZoneBoard(problem, cost, found.zone);
  const bound = Math.min(
    value,
    Math.max(first.bound, priceZones(problem, cost, locked, value, 250, first.price).bound),
  );
  const moved = Array.from({ length: units }, (_, u) => u).filter(
    (u) => (problem.current?.[u] ?? -1) !== -1 && problem.current?.[u] !== found.zone[u],
  );
  return {
    kind: 'plan',
    zone: found.zone,
    load,
    value,
    bound,
    gap: value > 0 ? (value - bound) / value : 0,
    movedUnits: moved.length,
    movedChildren: moved.reduce((sum, u) => sum + (children[u] as number), 0),
    ended,
  };
}

interface Found {
  readonly value: number;
  readonly zone: Int32Array;
}

/** What the search has kept, read after it has run. */
function chosen(best: Found | null): Found | null {
  return best;
}

/** What units lose on average by their second-best zone, and the cost of all in their best. */
function spreadOf({ units, zones }: DistrictingProblem, cost: Float64Array) {
  let loss = 0;
  let nearest = 0;
  for (let u = 0; u < units; u++) {
    let [first, second] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let z = 0; z < zones; z++) {
      const own = cost[u * zones + z] as number;
      if (own < first) [first, second] = [own, first];
      else if (own < second) second = own;
    }
    nearest += first;
    if (second < Number.POSITIVE_INFINITY) loss += second - first;
  }
  return { usual: Math.max(loss / units, 1e-9), nearest };
}
