import { checkAmounts } from './floating-catchment.ts';

export interface StageReachProblem {
  readonly places: number;
  readonly schools: number;
  readonly stages: number;
  /** `place * stages + stage`. */
  readonly children: Float64Array;
  /** `school * stages + stage`, 1 = the school has the stage. */
  readonly offers: Uint8Array;
  /** `place * schools + school`; Infinity = no way. */
  readonly distance: Float64Array;
  /** Farthest way of each stage; Infinity = none is set. */
  readonly limit: Float64Array;
}

export interface StageReach {
  /** Nearest school of the stage for each place, -1 = none can be reached. */
  readonly nearest: Int32Array;
  /** Way to it for each place; Infinity = none. */
  readonly distance: Float64Array;
  /** Over the children who can reach a school at all; NaN without any. */
  readonly mean: number;
  /** Half of these children have at most this way. */
  readonly median: number;
  readonly farthest: number;
  /** Children within the limit, beyond it, and without any way. */
  readonly within: number;
  readonly beyond: number;
  readonly unreached: number;
}

/**
 * The way to the nearest school, stage by stage: mean, median, farthest, and how many children have farther than the limit.
 *
 * @remarks Cost O(places · schools · stages + places log places).
 * @throws RangeError where lists do not fit together
 */
export function reachByStage(problem: StageReachProblem): StageReach[] {
  const { places, schools, stages, children, offers, distance, limit } = problem;
  checkAmounts('children', children, places * stages);
  if (offers.length !== schools * stages) throw new RangeError('offers has schools * stages cells');
  if (distance.length !== places * schools) throw new RangeError('distance has places * schools cells');
  if (limit.length !== stages) throw new RangeError('limit has one number a stage');
  return Array.from({ length: stages }, (_, stage) => {
    const nearest = new Int32Array(places).fill(-1);
    const way = new Float64Array(places).fill(Number.POSITIVE_INFINITY);
    let [sum, reached, within, beyond, unreached, farthest] = [0, 0, 0, 0, 0, Number.NaN];
    for (let p = 0; p < places; p++) {
      for (let s = 0; s < schools; s++) {
        const own = distance[p * schools + s] as number;
        if (offers[s * stages + stage] && own < (way[p] as number)) {
          way[p] = own;
          nearest[p] = s;
        }
      }
      const count = children[p * stages + stage] as number;
      const own = way[p] as number;
      if (nearest[p] === -1) unreached += count;
      else {
        sum += count * own;
        reached += count;
        if (own <= (limit[stage] as number)) within += count;
        else beyond += count;
        if (count > 0 && !(own <= farthest)) farthest = own;
      }
    }
    const mean = reached > 0 ? sum / reached : Number.NaN;
    const weights = Float64Array.from({ length: places }, (__, p) => children[p * stages + stage] as number);
    return { nearest, distance: way, mean, median: medianOf(way, weights), farthest, within, beyond, unreached };
  });
}

function medianOf(way: Float64Array, weights: Float64Array): number {
  const order = Array.from(way, (_, p) => p)
    .filter((p) => (weights[p] as number) > 0 && (way[p] as number) < Number.POSITIVE_INFINITY)
    .sort((a, b) => (way[a] as number) - (way[b] as number));
  const half = order.reduce((sum, p) => sum + (weights[p] as number), 0) / 2;
  let sum = 0;
  for (const p of order) {
    sum += weights[p] as number;
    if (sum >= half) return way[p] as number;
  }
  return Number.NaN;
}
