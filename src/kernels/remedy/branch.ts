import type { LagrangianBound } from './lagrangian-bound.ts';
import type { Model } from './model.ts';
import type { Node } from './node.ts';
import type { Relaxation } from './relaxation.ts';

/** Where a relaxation is fractional, or null where it is whole. */
export type Split =
  | { readonly kind: 'total'; readonly component: number; readonly floor: number; readonly grain: number }
  | { readonly kind: 'choice'; readonly cell: number }
  | { readonly kind: 'amount'; readonly variable: number; readonly floor: number; readonly grain: number };

/** The split that promises most: a component's total purchase, then a row's choice, then a single purchase. */
export function chooseSplit(model: Model, node: Node, relaxed: Relaxation): Split | null {
  return (
    splitTotal(model, node, relaxed) ??
    splitChoice(model, node, relaxed) ??
    splitAmount(model, node, relaxed) ??
    splitAnything(model, node, relaxed)
  );
}

/** Where the relaxation is whole but the plan behind it is not feasible or not as cheap: whatever is still open. */
function splitAnything(model: Model, node: Node, relaxed: Relaxation): Split | null {
  for (const cell of model.cells) {
    if (cell && node.below[cell.index] === -1 && cell.full > cell.least) return { kind: 'choice', cell: cell.index };
  }
  for (const { index, grain, most: largest } of model.variables) {
    const [least, most] = [node.leastBought[index] as number, Math.min(largest, node.mostBought[index] as number)];
    if (!(grain > 0) || least >= most) continue;
    const near = Math.round((relaxed.bought[index] as number) / grain) * grain;
    return { kind: 'amount', variable: index, floor: Math.max(least, Math.min(near, most - grain)), grain };
  }
  return null;
}

function splitTotal(model: Model, node: Node, relaxed: Relaxation): Split | null {
  let best: Split | null = null;
  let score = 1e-4;
  for (const { index, grain, variables } of model.components) {
    if (!(grain > 0)) continue;
    let total = 0;
    let cost = 0;
    for (const v of variables) {
      total += relaxed.bought[v] as number;
      cost = Math.max(cost, model.variables[v]?.cost ?? 0);
    }
    const floor = Math.floor(total / grain);
    const part = total / grain - floor;
    const open =
      (node.mostTotal[index] as number) > floor * grain && (node.leastTotal[index] as number) < (floor + 1) * grain;
    const worth = open ? Math.min(part, 1 - part) * cost : 0;
    if (Math.min(part, 1 - part) > 1e-3 && worth > score) {
      score = worth;
      best = { kind: 'total', component: index, floor: floor * grain, grain };
    }
  }
  return best;
}

function splitChoice(model: Model, node: Node, relaxed: Relaxation): Split | null {
  let best: Split | null = null;
  let score = 1e-4;
  for (const cell of model.cells) {
    if (!cell || node.below[cell.index] !== -1 || cell.full <= cell.least) continue;
    const part = relaxed.below[cell.index] as number;
    const worth = Math.min(part, 1 - part) * (cell.full - cell.least) * (model.variables[cell.variable]?.cost ?? 0);
    if (Math.min(part, 1 - part) > 1e-4 && worth > score) {
      score = worth;
      best = { kind: 'choice', cell: cell.index };
    }
  }
  return best;
}

function splitAmount(model: Model, node: Node, relaxed: Relaxation): Split | null {
  let best: Split | null = null;
  let score = 1e-4;
  for (const v of model.variables) {
    if (!(v.grain > 0)) continue;
    const value = (relaxed.bought[v.index] as number) / v.grain;
    const floor = Math.floor(value);
    const part = Math.min(value - floor, floor + 1 - value);
    const open = (node.mostBought[v.index] as number) > floor * v.grain;
    if (open && part > 1e-4 && part * v.cost * v.grain > score) {
      score = part * v.cost * v.grain;
      best = { kind: 'amount', variable: v.index, floor: floor * v.grain, grain: v.grain };
    }
  }
  return best;
}

/** The two halves of a node. */
export function splitNode(node: Node, split: Split): [Node, Node] {
  if (split.kind === 'choice') return [withBelow(node, split.cell, 1), withBelow(node, split.cell, 0)];
  if (split.kind === 'total') {
    return [
      { ...node, leastTotal: replaced(node.leastTotal, split.component, split.floor + split.grain) },
      { ...node, mostTotal: replaced(node.mostTotal, split.component, split.floor) },
    ];
  }
  return [
    { ...node, leastBought: replaced(node.leastBought, split.variable, split.floor + split.grain) },
    { ...node, mostBought: replaced(node.mostBought, split.variable, split.floor) },
  ];
}

function withBelow(node: Node, cell: number, value: 0 | 1): Node {
  const below = node.below.slice();
  below[cell] = value;
  return { ...node, below };
}

function replaced(list: Float64Array, index: number, value: number): Float64Array {
  const out = list.slice();
  out[index] = value;
  return out;
}

/** Fixes every open choice that no plan cheaper than `cost` can take. */
export function fixChoices(model: Model, node: Node, priced: LagrangianBound, cost: number): Node {
  const room = cost - priced.bound;
  const below = node.below.slice();
  for (const cell of model.cells) {
    if (!cell || below[cell.index] !== -1 || cell.full <= cell.least) continue;
    if ((priced.ifFull[cell.index] as number) > room) below[cell.index] = 1;
    else if ((priced.ifBelow[cell.index] as number) > room) below[cell.index] = 0;
  }
  return { ...node, below };
}
