import type { Model } from './model.ts';
import type { Node } from './node.ts';
import type { Prices } from './prices.ts';
import { readPrices } from './read-prices.ts';
import { type Layout, layOut } from './relaxation-layout.ts';
import { type WrittenProgram, writeProgram } from './relaxation-program.ts';
import { type ConeSolution, solveConeProgram } from './solve-cone-program.ts';

export interface Relaxation {
  readonly bought: Float64Array;
  readonly received: Float64Array;
  readonly given: Float64Array;
  /** How far each cell is let below, 0 to 1. */
  readonly below: Float64Array;
  readonly prices: Prices;
  /** Prices of a program that did not converge; of an infeasible one they may prove it. */
  readonly lastPrices: Prices | null;
  /** Sum by which the cones are exceeded (elastic form only), relative to their scale. */
  readonly excess: Float64Array;
  readonly work: number;
}

/**
 * Solves the convex relaxation of a node: fractional choices, fractional amounts, the coefficients as second-order cones.
 *
 * @remarks
 * With `components` only these take part and every choice must be fixed. `elastic` minimises the excess over the limits instead of
 * the cost. `tighten` shrinks the limits by a relative amount, so that rounding cannot push the answer outside.
 */
export function solveRelaxation(
  model: Model,
  node: Node,
  options: { component?: number; elastic?: boolean; tighten?: number } = {},
): Relaxation {
  const layout = layOut(model, node, options.component, options.elastic === true);
  const written = writeProgram(model, node, layout, options.elastic === true, options.tighten ?? 0);
  return read(model, layout, written, solveConeProgram(written.program));
}

function read(model: Model, layout: Layout, written: WrittenProgram, solution: ConeSolution): Relaxation {
  const amount = (at: Int32Array) => {
    const out = new Float64Array(model.variables.length);
    for (const { index } of layout.variables) {
      const c = at[index] as number;
      if (c >= 0) out[index] = Math.max(0, (solution.w[c] as number) * (written.scale[index] as number));
    }
    return out;
  };
  const below = new Float64Array(model.cells.length);
  layout.let.forEach((at, cell) => {
    if (at >= 0) below[cell] = Math.min(1, Math.max(0, solution.w[at] as number));
  });
  const excess = new Float64Array(model.cones.length);
  for (const cone of layout.cones) {
    const e = layout.excess[cone.index] as number;
    if (e >= 0) excess[cone.index] = solution.w[e] as number;
  }
  return {
    bought: amount(layout.buy),
    received: amount(layout.receive),
    given: amount(layout.give),
    below,
    prices: readPrices(model, layout, written, solution.z, solution.y),
    lastPrices: solution.last && readPrices(model, layout, written, solution.last.z, solution.last.y),
    excess,
    work: solution.steps * layout.blockStart.length,
  };
}
