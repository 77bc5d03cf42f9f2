import { coefficientOf } from './coefficient.ts';
import { boundFromPrices } from './lagrangian-bound.ts';
import type { Model, Variable } from './model.ts';
import { rootNode } from './node.ts';
import type { WholePlan } from './plan-board.ts';
import { kappaOf, type Prices } from './prices.ts';
import type { RemedyCoefficient, RemedyPlan } from './problem.ts';

interface Ending {
  readonly bound: number;
  readonly ended: RemedyPlan['ended'];
  readonly work: number;
  readonly branches: number;
  readonly prices: Prices;
}

/** Lays a plan out by cell, indicator, unit and coefficient. */
export function reportPlan(model: Model, plan: WholePlan, ending: Ending): RemedyPlan {
  const { indicators: k, units, current } = model.problem;
  const added = new Float64Array(model.cells.length);
  const received = new Float64Array(model.cells.length);
  const given = new Float64Array(model.cells.length);
  const after = current.slice();
  const costByIndicator = new Float64Array(k);
  const costByUnit = new Float64Array(units);
  model.components.forEach((component, c) => {
    const part = plan.parts[c];
    component.variables.forEach((index, i) => {
      const v = model.variables[index] as Variable;
      const [bought, got] = [part?.bought[i] as number, part?.received[i] as number];
      added[v.home] = bought;
      received[v.home] = got;
      given[v.home] = part?.given[i] as number;
      const cost = bought * v.cost + (got > 0 ? got * v.moveCost : 0);
      costByIndicator[v.indicator] = (costByIndicator[v.indicator] as number) + cost;
      costByUnit[v.unit] = (costByUnit[v.unit] as number) + cost;
      for (const cell of v.cells) after[cell.index] = cell.current + cell.share * (part?.net[i] as number);
    });
  });
  const below = Uint8Array.from(model.cells, (cell, at) => {
    if (!cell || !plan.below[at]) return 0;
    const component = (model.variables[cell.variable] as Variable).component;
    const position = model.components[component]?.variables.indexOf(cell.variable) ?? 0;
    return (plan.parts[component]?.net[position] as number) < cell.full ? 1 : 0;
  });
  return {
    kind: 'plan',
    added,
    received,
    given,
    after,
    below,
    cost: plan.cost,
    costByIndicator,
    costByUnit,
    ruleCost: ruleCost(model),
    coefficients: model.cones.map((cone) => coefficientReport(model, plan, cone.index, ending.prices)),
    bound: ending.bound,
    gap: plan.cost > 0 ? Math.max(0, plan.cost - ending.bound) / plan.cost : 0,
    ended: ending.ended,
    work: ending.work,
    branches: ending.branches,
  };
}

/** With nothing priced the units stand alone, and each is solved exactly; with transfers they do not. */
function ruleCost(model: Model): number {
  if (model.components.some((component) => component.movable)) return Number.NaN;
  const [cones, cells, components] = [model.cones.length, model.cells.length, model.components.length];
  const free: Prices = {
    head: new Float64Array(cones),
    tail: new Float64Array(cells),
    leastTotal: new Float64Array(components),
    mostTotal: new Float64Array(components),
    pool: new Float64Array(components),
  };
  return boundFromPrices(model, rootNode(model), free).bound;
}

function coefficientReport(model: Model, plan: WholePlan, index: number, prices: Prices): RemedyCoefficient {
  const cone = model.cones[index];
  if (!cone) throw new RangeError('no such cone');
  const net = new Float64Array(model.variables.length);
  model.components[cone.component]?.variables.forEach((v, i) => {
    net[v] = plan.parts[cone.component]?.net[i] as number;
  });
  const weights = cone.cells.map((cell) => cell.pupils);
  const amounts = cone.cells.map((cell) => cell.current + cell.share * (net[cell.variable] as number));
  let total = 0;
  let weight = 0;
  for (let i = 0; i < amounts.length; i++) {
    total += amounts[i] as number;
    weight += weights[i] as number;
  }
  // d kappa / d L = L / (N kappa)
  const price = ((prices.head[index] as number) * total * cone.limit) / (weight * kappaOf(cone));
  return {
    group: cone.group,
    indicator: cone.indicator,
    limit: cone.limit,
    before: coefficientOf(
      cone.cells.map((cell) => cell.current),
      weights,
    ),
    after: coefficientOf(amounts, weights),
    binds: price * cone.limit > 1e-6 * plan.cost,
    shadowPrice: price,
  };
}
