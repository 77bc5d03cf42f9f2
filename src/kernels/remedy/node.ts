import type { Model } from './model.ts';

/** What a branch has fixed: for each cell 1 = may stay below, 0 = must be full, -1 = open; limits on purchases and on their totals. */
export interface Node {
  readonly below: Int8Array;
  readonly leastBought: Float64Array;
  readonly mostBought: Float64Array;
  readonly leastTotal: Float64Array;
  readonly mostTotal: Float64Array;
}

/** The node that fixes nothing. */
export function rootNode(model: Model): Node {
  const [v, c] = [model.variables.length, model.components.length];
  return {
    below: new Int8Array(model.cells.length).fill(-1),
    leastBought: new Float64Array(v),
    mostBought: new Float64Array(v).fill(Number.POSITIVE_INFINITY),
    leastTotal: new Float64Array(c),
    mostTotal: new Float64Array(c).fill(Number.POSITIVE_INFINITY),
  };
}
