import type { Cone } from './model.ts';

/** Prices of the coupling constraints, in cost units; any non-negative values give a valid bound. */
export interface Prices {
  /** Head multiplier of each cone and the multiplier of each cell in it (`|tail| <= head`). */
  readonly head: Float64Array;
  readonly tail: Float64Array;
  /** Value of one more unit of least and of most total purchase, a component. */
  readonly leastTotal: Float64Array;
  readonly mostTotal: Float64Array;
  /** Price of the transfer pool, a component; any sign. */
  readonly pool: Float64Array;
}

/** `kappa` of the cone `|x_i / sqrt(p_i)| <= kappa * sum(x)`. */
export function kappaOf(cone: Cone): number {
  let weight = 0;
  for (const cell of cone.cells) weight += cell.pupils;
  return Math.sqrt((1 + cone.limit * cone.limit) / weight);
}
