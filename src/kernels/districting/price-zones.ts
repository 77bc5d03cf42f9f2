import type { DistrictingProblem } from './problem.ts';

export interface ZonePrices {
  /** No plan costs less. */
  readonly bound: number;
  /** What one more child costs in each zone: above 0 where seats are short, below where children are. */
  readonly price: Float64Array;
}

/**
 * A lower bound from prices on seats: each unit goes where cost and price together are least, connected or not.
 *
 * @remarks Subgradient ascent, O(units · zones) a round. The bound holds for any prices.
 */
export function priceZones(
  problem: DistrictingProblem,
  cost: Float64Array,
  locked: Int32Array,
  target: number,
  rounds: number,
  start?: Float64Array,
): ZonePrices {
  const { units, zones, children, seats, least } = problem;
  const price = start?.slice() ?? new Float64Array(zones);
  const load = new Float64Array(zones);
  let best: ZonePrices = { bound: 0, price: price.slice() };
  let step = 1;
  let quiet = 0;
  for (let round = 0; round < rounds; round++) {
    load.fill(0);
    let value = 0;
    let size = 0;
    for (let u = 0; u < units; u++) {
      const weight = children[u] as number;
      let chosen = locked[u] as number;
      let chosenCost =
        chosen === -1
          ? Number.POSITIVE_INFINITY
          : (cost[u * zones + chosen] as number) + weight * (price[chosen] as number);
      if (chosen === -1) {
        for (let z = 0; z < zones; z++) {
          const own = (cost[u * zones + z] as number) + weight * (price[z] as number);
          if (own < chosenCost) [chosen, chosenCost] = [z, own];
        }
      }
      load[chosen] = (load[chosen] as number) + weight;
      value += chosenCost;
      size += Math.abs(chosenCost);
    }
    let norm = 0;
    for (let z = 0; z < zones; z++) {
      const own = price[z] as number;
      const limit = own > 0 ? (seats[z] as number) : (least?.[z] ?? 0);
      value -= own * limit;
      size += Math.abs(own * limit);
      norm += slope(load[z] as number, own, seats[z] as number, least?.[z] ?? 0) ** 2;
    }
    const bound = value - (units + zones + 64) * 2 ** -52 * size;
    if (bound > best.bound) {
      best = { bound, price: price.slice() };
      quiet = 0;
    } else if (++quiet >= 12) {
      step /= 2;
      quiet = 0;
      price.set(best.price);
      if (step < 1e-4) break;
    }
    if (norm === 0) break;
    const length = (step * Math.max(target - bound, 1e-4 * Math.abs(target))) / norm;
    for (let z = 0; z < zones; z++) {
      const own = price[z] as number;
      const next = own + length * slope(load[z] as number, own, seats[z] as number, least?.[z] ?? 0);
      // prices that change their sign stop at 0, where the slope changes
      price[z] = own !== 0 && own * next < 0 ? 0 : next;
    }
  }
  return best;
}

function slope(load: number, price: number, seats: number, least: number): number {
  if (price > 0) return load - seats;
  if (price < 0) return load - least;
  return load > seats ? load - seats : load < least ? load - least : 0;
}
