import { choiceSets } from './choice-sets.ts';
import type { Cell, Component, Model, Variable } from './model.ts';
import type { Node } from './node.ts';
import { kappaOf, type Prices } from './prices.ts';

export interface LagrangianBound {
  /** No plan within the node costs less. */
  readonly bound: number;
  /** What the bound rises by at least if the cell is kept full, and if it is left below. */
  readonly ifFull: Float64Array;
  readonly ifBelow: Float64Array;
  /** The choice that the prices prefer, 1 = below. */
  readonly preferred: Uint8Array;
}

interface ReducedCosts {
  readonly buy: Float64Array;
  readonly receive: Float64Array;
  readonly give: Float64Array;
  readonly mostReceived: Float64Array;
}

/**
 * A lower bound on the cost of every whole-number plan within a node, valid for any prices.
 *
 * @remarks
 * Cones, totals and transfer pools are priced; what is left falls apart into one small problem a unit, solved exactly over all its
 * choices. Prices of a component are first scaled down until no unbounded purchase pays for itself. The bound is lowered by more
 * than the largest possible rounding error of its sums. Cost: O(cells * sets).
 */
export function boundFromPrices(model: Model, node: Node, raw: Prices): LagrangianBound {
  const { reduced, constant, magnitude } = reduceCosts(model, node, raw);
  const result = {
    ifFull: new Float64Array(model.cells.length),
    ifBelow: new Float64Array(model.cells.length),
    preferred: new Uint8Array(model.cells.length),
  };
  let bound = constant;
  let size = magnitude;
  for (let u = 0; u < model.unitRows.length; u++) {
    const value = solveUnit(model, node, u, reduced, result);
    // a unit that cannot pass within the node: there is no plan
    if (value === Number.POSITIVE_INFINITY) return { ...result, bound: value };
    bound += value;
    size += Math.abs(value);
  }
  const operations = 16 * (model.cells.length + model.variables.length) + 64;
  return { ...result, bound: bound - operations * 2 ** -53 * size };
}

function reduceCosts(model: Model, node: Node, raw: Prices) {
  const count = model.variables.length;
  const heads = model.cones.map((cone) => {
    let squares = 0;
    for (const cell of cone.cells) squares += (raw.tail[cell.index] as number) ** 2;
    return Math.max(0, raw.head[cone.index] as number, Math.sqrt(squares) * (1 + 4e-16 * (cone.cells.length + 4)));
  });
  // a slightly wider cone than the limit, so that its rounding cuts off no plan
  const kappas = model.cones.map((cone) => kappaOf(cone) * (1 + 4e-16 * (cone.cells.length + 8)));
  const slope = (cell: Cell) =>
    -(heads[cell.cone] as number) * (kappas[cell.cone] as number) -
    (raw.tail[cell.index] as number) / Math.sqrt(cell.pupils);
  const netPull = new Float64Array(count);
  const buyPull = new Float64Array(count);
  for (const v of model.variables) {
    let sum = 0;
    for (const cell of v.cells) if (cell.cone >= 0) sum += cell.share * slope(cell);
    netPull[v.index] = sum;
    buyPull[v.index] = sum + (raw.mostTotal[v.component] as number) - (raw.leastTotal[v.component] as number);
  }
  const factor = model.components.map((component) => affordableFactor(model, node, component, buyPull));
  const reduced: ReducedCosts = {
    buy: new Float64Array(count),
    receive: new Float64Array(count),
    give: new Float64Array(count),
    mostReceived: Float64Array.from(model.components, (c) =>
      c.variables.reduce((sum, v) => sum + (model.variables[v]?.mostGiven ?? 0), 0),
    ),
  };
  for (const v of model.variables) {
    const f = factor[v.component] as number;
    const pool = raw.pool[v.component] as number;
    reduced.buy[v.index] = v.cost + f * (buyPull[v.index] as number);
    reduced.receive[v.index] = v.moveCost + f * (netPull[v.index] as number) + pool;
    reduced.give[v.index] = -f * (netPull[v.index] as number) - pool;
  }
  let constant = 0;
  let magnitude = 0;
  const add = (term: number) => {
    constant += term;
    magnitude += Math.abs(term);
  };
  for (const cone of model.cones) {
    const f = factor[cone.component] as number;
    for (const cell of cone.cells) add(f * cell.current * slope(cell));
  }
  for (const { index: c } of model.components) {
    const f = factor[c] as number;
    if ((raw.leastTotal[c] as number) > 0) add(f * (raw.leastTotal[c] as number) * (node.leastTotal[c] as number));
    if ((raw.mostTotal[c] as number) > 0) add(-f * (raw.mostTotal[c] as number) * (node.mostTotal[c] as number));
  }
  return { reduced, constant, magnitude };
}

/** Largest factor up to 1 at which no unbounded purchase of the component has a negative reduced cost. */
function affordableFactor(model: Model, node: Node, component: Component, pull: Float64Array): number {
  let factor = 1;
  for (const index of component.variables) {
    const v = model.variables[index] as Variable;
    const p = pull[index] as number;
    const most = Math.min(v.most, node.mostBought[index] as number);
    if (most === Number.POSITIVE_INFINITY && v.cost + p < v.cost * 1e-14)
      factor = Math.min(factor, (v.cost / -p) * (1 - 1e-14));
  }
  return factor;
}

/** Least priced cost of a net addition of at least `low`. */
function cheapestNet(model: Model, node: Node, v: Variable, low: number, reduced: ReducedCosts): number {
  const movable = model.components[v.component]?.movable === true;
  const buy = reduced.buy[v.index] as number;
  const least = node.leastBought[v.index] as number;
  const most = Math.min(v.most, node.mostBought[v.index] as number);
  if (least > most) return Number.POSITIVE_INFINITY;
  if (!movable) {
    const bought = buy >= 0 ? Math.max(low, least) : most;
    return bought >= low && bought <= most ? buy * bought : Number.POSITIVE_INFINITY;
  }
  const receive = reduced.receive[v.index] as number;
  const give = reduced.give[v.index] as number;
  const options = [
    { rate: buy, room: most - least, on: buy < 0, sign: 1 },
    { rate: receive, room: reduced.mostReceived[v.component] as number, on: receive < 0, sign: 1 },
    { rate: give, room: v.mostGiven, on: give < 0, sign: -1 },
  ];
  let net = least;
  let value = buy * least;
  for (const { rate, room, on, sign } of options) {
    if (!on || room === 0) continue;
    net += sign * room;
    value += rate * room;
  }
  let missing = low - net;
  if (missing <= 0) return value;
  // raise the net amount by the cheapest means: more in, or less out
  const ways = options
    .map(({ rate, room, on, sign }) => ({ rate: sign * rate, room: (sign === 1) === on ? 0 : room }))
    .sort((a, b) => a.rate - b.rate);
  for (const { rate, room } of ways) {
    const step = Math.min(missing, room);
    if (step <= 0) continue;
    value += step * rate;
    missing -= step;
  }
  return missing > 0 ? Number.POSITIVE_INFINITY : value;
}

function solveUnit(
  model: Model,
  node: Node,
  unit: number,
  reduced: ReducedCosts,
  out: { ifFull: Float64Array; ifBelow: Float64Array; preferred: Uint8Array },
): number {
  const k = model.problem.indicators;
  const rows = model.unitRows[unit] as readonly number[];
  const own = (model.unitVariables[unit] as readonly number[]).map((index) => {
    const v = model.variables[index] as Variable;
    const table = new Float64Array(1 << v.cells.length);
    for (let mask = 0; mask < table.length; mask++) {
      let low = Number.NEGATIVE_INFINITY;
      v.cells.forEach((cell, i) => {
        low = Math.max(low, mask & (1 << i) ? cell.least : cell.full);
      });
      table[mask] = cheapestNet(model, node, v, low, reduced);
    }
    return { v, table, position: v.cells.map((cell) => rows.indexOf(cell.row)) };
  });
  const sets = rows.map((row) => choiceSets(model, node, row));
  const chosen = rows.map(() => 0);
  const best = { value: Number.POSITIVE_INFINITY, masks: rows.map(() => 0) };
  const ifFull = new Float64Array(rows.length * k).fill(Number.POSITIVE_INFINITY);
  const ifBelow = new Float64Array(rows.length * k).fill(Number.POSITIVE_INFINITY);
  const visit = (depth: number) => {
    if (depth < rows.length) {
      for (const mask of sets[depth] as number[]) {
        chosen[depth] = mask;
        visit(depth + 1);
      }
      return;
    }
    let value = 0;
    for (const { v, table, position } of own) {
      let mask = 0;
      for (let i = 0; i < position.length; i++) {
        if ((chosen[position[i] as number] as number) & (1 << v.indicator)) mask |= 1 << i;
      }
      value += table[mask] as number;
    }
    if (value < best.value) {
      best.value = value;
      best.masks = [...chosen];
    }
    for (let r = 0; r < rows.length; r++) {
      for (let j = 0; j < k; j++) {
        const list = (chosen[r] as number) & (1 << j) ? ifBelow : ifFull;
        list[r * k + j] = Math.min(list[r * k + j] as number, value);
      }
    }
  };
  visit(0);
  if (best.value === Number.POSITIVE_INFINITY) return best.value;
  rows.forEach((row, r) => {
    for (let j = 0; j < k; j++) {
      out.ifFull[row * k + j] = (ifFull[r * k + j] as number) - best.value;
      out.ifBelow[row * k + j] = (ifBelow[r * k + j] as number) - best.value;
      out.preferred[row * k + j] = ((best.masks[r] as number) >> j) & 1;
    }
  });
  return best.value;
}
