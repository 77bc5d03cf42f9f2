import { ConeState } from './cone-state.ts';
import { levelGifts } from './level-gifts.ts';
import type { Component, Model, Variable } from './model.ts';
import { type Node, rootNode } from './node.ts';
import { solveRelaxation } from './relaxation.ts';
import { roundPlan } from './round-plan.ts';
import { type Settlement, settle } from './settle.ts';

export interface ComponentPlan extends Settlement {
  /** Net addition of each variable of the component. */
  readonly net: Float64Array;
  readonly work: number;
}

/** Net addition that each variable must reach under a choice of cells left below. */
export function lowestNets(model: Model, below: Uint8Array): Float64Array {
  return Float64Array.from(model.variables, (v) => {
    let low = Number.NEGATIVE_INFINITY;
    for (const cell of v.cells) low = Math.max(low, below[cell.index] ? cell.least : cell.full);
    return low;
  });
}

/**
 * A cheap feasible plan of one component once every choice is made; optimal to about 1e-8 where amounts are continuous.
 *
 * @returns null where none was found within the largest additions.
 */
export function planComponent(
  model: Model,
  component: Component,
  below: Uint8Array,
  low: Float64Array,
): ComponentPlan | null {
  const least = low.slice();
  if (!component.movable) {
    for (const index of component.variables)
      if ((low[index] as number) > (model.variables[index] as Variable).most) return null;
    if (new ConeState(model, component.index, least).holds()) return finish(model, component, least, 0);
  }
  let work = 0;
  const node: Node = { ...rootNode(model), below: Int8Array.from(below) };
  const margin = model.problem.margin ?? 1e-9;
  for (const times of [1, 10, 100, 1e3, 1e4, 1e5]) {
    const tighten = margin * times;
    const relaxed = solveRelaxation(model, node, {
      component: component.index,
      tighten: component.grain > 0 ? 0 : tighten,
    });
    work += relaxed.work;
    const net = low.slice();
    for (const index of component.variables) {
      const value =
        (relaxed.bought[index] as number) + (relaxed.received[index] as number) - (relaxed.given[index] as number);
      const unit = model.variables[index]?.cells.reduce((sum, cell) => sum + cell.current / cell.share, 0) ?? 0;
      const dust = 1e-7 * Math.max(unit, Math.abs(low[index] as number));
      const floor = low[index] as number;
      net[index] = value - floor <= dust ? floor : Math.abs(value) <= dust && floor <= 0 ? 0 : value;
    }
    if (component.grain > 0) {
      const rounded = roundPlan(model, component, low, net);
      return rounded && finish(model, component, rounded, work);
    }
    balance(component, net);
    if (component.movable) {
      const levelled = levelGifts(model, component, low, net);
      balance(component, levelled);
      if (new ConeState(model, component.index, levelled).holds()) return finish(model, component, levelled, work);
    }
    if (new ConeState(model, component.index, net).holds()) return finish(model, component, net, work);
  }
  return null;
}

/** Gives a trace less than is received, so that the order of adding up cannot make it more. */
function balance(component: Component, net: Float64Array): void {
  let [plus, minus] = [0, 0];
  for (const index of component.variables) {
    const n = net[index] as number;
    if (n > 0) plus += n;
    else minus -= n;
  }
  const most = plus * (1 - 1e-12);
  if (minus <= most) return;
  for (const index of component.variables) {
    const n = net[index] as number;
    if (n < 0) net[index] = n * (most / minus);
  }
}

function finish(model: Model, component: Component, net: Float64Array, work: number): ComponentPlan | null {
  const settled = settle(model, component, net);
  return settled && { ...settled, net: Float64Array.from(component.variables, (index) => net[index] as number), work };
}
