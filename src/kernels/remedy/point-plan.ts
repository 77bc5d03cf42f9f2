import { ConeState } from './cone-state.ts';
import type { Model } from './model.ts';
import type { Node } from './node.ts';
import type { WholePlan } from './plan-board.ts';
import { settle } from './settle.ts';

/**
 * The one plan of a node that fixes every purchase, judged exactly.
 *
 * @returns `open` where the node still holds more than one plan, null where its plan breaks a limit.
 */
export function pointPlan(model: Model, node: Node): WholePlan | null | 'open' {
  const point = model.variables.every((v) => {
    const most = Math.min(v.most, node.mostBought[v.index] as number);
    return v.grain > 0 && v.mostGiven === 0 && node.leastBought[v.index] === most;
  });
  const decided = model.cells.every((cell) => !cell || cell.full <= cell.least || node.below[cell.index] !== -1);
  if (!point || !decided || model.components.some((component) => component.movable)) return 'open';
  const net = node.leastBought;
  for (const v of model.variables) {
    for (const cell of v.cells) {
      if ((net[v.index] as number) < (node.below[cell.index] === 1 ? cell.least : cell.full)) return null;
    }
  }
  const parts = [];
  let cost = 0;
  for (const component of model.components) {
    const part = settle(model, component, net);
    if (!part || !new ConeState(model, component.index, net.slice()).holds()) return null;
    parts.push({ ...part, net: Float64Array.from(component.variables, (index) => net[index] as number), work: 0 });
    cost += part.cost;
  }
  return { below: Uint8Array.from(node.below, (state) => (state === 1 ? 1 : 0)), parts, cost };
}
