import { type ConeProgram, type Entry, RowCollector } from './cone-program.ts';
import type { Cell, Cone, Model, Variable } from './model.ts';
import { type ConeSolution, solveConeProgram } from './solve-cone-program.ts';

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

/** What a branch has fixed: for each cell 1 = may stay below, 0 = must be full, -1 = open; limits on purchases and on their totals. */
export interface Node {
  readonly below: Int8Array;
  readonly leastBought: Float64Array;
  readonly mostBought: Float64Array;
  readonly leastTotal: Float64Array;
  readonly mostTotal: Float64Array;
}

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

export interface Relaxation {
  readonly bought: Float64Array;
  readonly received: Float64Array;
  readonly given: Float64Array;
  /** How far each cell is let below, 0 to 1. */
  readonly below: Float64Array;
  readonly prices: Prices;
  readonly solution: ConeSolution;
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
  const { program, scale, costScale, coneScale } = writeProgram(
    model,
    node,
    layout,
    options.elastic === true,
    options.tighten ?? 0,
  );
  const solution = solveConeProgram(program);
  return read(model, layout, program, solution, scale, costScale, coneScale);
}

interface Layout {
  readonly variables: readonly Variable[];
  readonly cones: readonly Cone[];
  readonly components: readonly number[];
  readonly buy: Int32Array;
  readonly receive: Int32Array;
  readonly give: Int32Array;
  readonly let: Int32Array;
  readonly excess: Int32Array;
  readonly blockStart: number[];
  readonly blockOfVariable: Int32Array;
  readonly size: number;
}

function layOut(model: Model, node: Node, component: number | undefined, elastic: boolean): Layout {
  const v = model.variables.length;
  const buy = new Int32Array(v).fill(-1);
  const receive = new Int32Array(v).fill(-1);
  const give = new Int32Array(v).fill(-1);
  const letBelow = new Int32Array(model.cells.length).fill(-1);
  const excess = new Int32Array(model.cones.length).fill(-1);
  const blockOfVariable = new Int32Array(v).fill(-1);
  const blockStart = [0];
  const used: Variable[] = [];
  let size = 0;
  const close = () => {
    if (size > (blockStart.at(-1) as number)) blockStart.push(size);
  };
  const addVariable = (variable: Variable) => {
    used.push(variable);
    blockOfVariable[variable.index] = blockStart.length - 1;
    buy[variable.index] = size++;
    if (model.components[variable.component]?.movable) {
      receive[variable.index] = size++;
      if (variable.mostGiven > 0) give[variable.index] = size++;
    }
  };
  if (component !== undefined) {
    for (const index of model.components[component]?.variables ?? []) {
      addVariable(model.variables[index] as Variable);
      close();
    }
  } else {
    model.unitVariables.forEach((list) => {
      for (const index of list) addVariable(model.variables[index] as Variable);
      for (const index of list) {
        for (const cell of model.variables[index]?.cells ?? []) if (isOpen(cell, node)) letBelow[cell.index] = size++;
      }
      close();
    });
  }
  const components = component === undefined ? model.components.map((c) => c.index) : [component];
  const cones = model.cones.filter((cone) => component === undefined || cone.component === component);
  if (elastic) {
    for (const cone of cones) {
      excess[cone.index] = size++;
      close();
    }
  }
  return {
    variables: used,
    cones,
    components,
    buy,
    receive,
    give,
    let: letBelow,
    excess,
    blockStart,
    blockOfVariable,
    size,
  };
}

function isOpen(cell: Cell, node: Node): boolean {
  return node.below[cell.index] === -1 && cell.full > cell.least;
}

function writeProgram(model: Model, node: Node, layout: Layout, elastic: boolean, tighten: number) {
  const { variables, cones, components, buy, receive, give } = layout;
  const scale = new Float64Array(model.variables.length).fill(1);
  let costScale = 0;
  for (const v of variables) {
    scale[v.index] = variableScale(v);
    costScale = Math.max(costScale, v.cost * (scale[v.index] as number));
  }
  if (!(costScale > 0)) costScale = 1;
  const cost = new Float64Array(layout.size);
  const halves = new RowCollector();
  const net = (v: Variable, factor: number): Entry[] => {
    const f = factor * (scale[v.index] as number);
    const entries: Entry[] = [[buy[v.index] as number, f]];
    if ((receive[v.index] as number) >= 0) entries.push([receive[v.index] as number, f]);
    if ((give[v.index] as number) >= 0) entries.push([give[v.index] as number, -f]);
    return entries;
  };
  for (const v of variables) {
    const unit = scale[v.index] as number;
    const block = layout.blockOfVariable[v.index] as number;
    if (!elastic) {
      cost[buy[v.index] as number] = (v.cost * unit) / costScale;
      if ((receive[v.index] as number) >= 0) cost[receive[v.index] as number] = (v.moveCost * unit) / costScale;
    }
    const plain = (receive[v.index] as number) < 0;
    let low = Number.NEGATIVE_INFINITY;
    for (const cell of v.cells) {
      const open = layout.let[cell.index] as number;
      if (open >= 0)
        halves.add(block, [...net(v, -1 / unit), [open, -(cell.full - cell.least) / unit]], -cell.full / unit);
      else low = Math.max(low, node.below[cell.index] === 1 ? cell.least : cell.full);
    }
    const least = Math.max(node.leastBought[v.index] as number, plain ? low : 0);
    const most = Math.min(v.most, node.mostBought[v.index] as number);
    halves.add(block, [[buy[v.index] as number, -1]], -least / unit);
    if (most < Number.POSITIVE_INFINITY) halves.add(block, [[buy[v.index] as number, 1]], most / unit);
    if (plain) continue;
    halves.add(block, [[receive[v.index] as number, -1]], 0);
    if ((give[v.index] as number) >= 0) {
      halves.add(block, [[give[v.index] as number, -1]], 0);
      halves.add(block, [[give[v.index] as number, 1]], v.mostGiven / unit);
    }
    if (low > -v.mostGiven) halves.add(block, net(v, -1 / unit), -low / unit);
  }
  addChoiceRows(model, node, layout, halves);
  const totalRow = new Int32Array(model.components.length * 2).fill(-1);
  for (const c of components) {
    const own = model.components[c]?.variables ?? [];
    const sum = own.map((index): Entry => [buy[index] as number, scale[index] as number]);
    const size = Math.max(
      1,
      own.reduce((most, index) => Math.max(most, scale[index] as number), 0),
    );
    const [least, most] = [node.leastTotal[c] as number, node.mostTotal[c] as number];
    if (least > 0)
      totalRow[2 * c] = halves.add(
        -1,
        sum.map(([i, f]): Entry => [i, -f / size]),
        -least / size,
      );
    if (most < Number.POSITIVE_INFINITY)
      totalRow[2 * c + 1] = halves.add(
        -1,
        sum.map(([i, f]): Entry => [i, f / size]),
        most / size,
      );
  }
  for (const cone of cones) {
    const e = layout.excess[cone.index] as number;
    if (e < 0) continue;
    cost[e] = 1;
    halves.add(layout.blockStart.indexOf(e), [[e, -1]], 0);
  }
  const halfLines = halves.count;
  const coneStart: number[] = [];
  const coneScale = new Float64Array(model.cones.length);
  for (const cone of cones) {
    coneStart.push(halves.count);
    const unit = coneUnit(model, cone);
    coneScale[cone.index] = unit;
    const kappa = kappaOf(cone) * (1 - tighten);
    const head: Entry[] = [];
    let current = 0;
    for (const cell of cone.cells) {
      head.push(...net(model.variables[cell.variable] as Variable, (-kappa * cell.share) / unit));
      current += cell.current;
    }
    const e = layout.excess[cone.index] as number;
    if (e >= 0) head.push([e, -1]);
    halves.add(-1, head, (kappa * current) / unit);
    for (const cell of cone.cells) {
      const root = Math.sqrt(cell.pupils) * unit;
      const v = model.variables[cell.variable] as Variable;
      halves.add(layout.blockOfVariable[v.index] as number, net(v, -cell.share / root), cell.current / root);
    }
  }
  coneStart.push(halves.count);
  const equal = new RowCollector();
  const poolRow = new Int32Array(model.components.length).fill(-1);
  for (const c of components) {
    const component = model.components[c];
    if (!component?.movable) continue;
    const entries: Entry[] = [];
    const size = component.variables.reduce((most, index) => Math.max(most, scale[index] as number), 0);
    for (const index of component.variables) {
      entries.push([receive[index] as number, (scale[index] as number) / size]);
      if ((give[index] as number) >= 0) entries.push([give[index] as number, -(scale[index] as number) / size]);
    }
    poolRow[c] = equal.add(-1, entries, 0);
  }
  const program: ConeProgram = {
    cost,
    blockStart: Int32Array.from(layout.blockStart),
    rows: halves.finish(),
    rowBlock: halves.blocks(),
    halfLines,
    coneStart: Int32Array.from(coneStart),
    equalities: equal.finish(),
  };
  return { program, scale, costScale, coneScale: { unit: coneScale, totalRow, poolRow } };
}

/** Each row lets at most `allowedBelow` cells below, each at most wholly. */
function addChoiceRows(model: Model, node: Node, layout: Layout, rows: RowCollector): void {
  const { rows: n, indicators: k, allowedBelow } = model.problem;
  for (let i = 0; i < n; i++) {
    const open: Entry[] = [];
    let left = allowedBelow;
    let block = -1;
    for (let c = i * k; c < (i + 1) * k; c++) {
      const at = layout.let[c] as number;
      const cell = model.cells[c];
      if (at >= 0 && cell) {
        open.push([at, 1]);
        block = layout.blockOfVariable[cell.variable] as number;
      } else if (cell && node.below[c] === 1 && cell.full > cell.least) left--;
    }
    if (open.length === 0) continue;
    for (const [at] of open) rows.add(block, [[at, -1]], 0);
    if (left >= 1 && open.length > 1 && left > 1) for (const [at] of open) rows.add(block, [[at, 1]], 1);
    rows.add(block, open, Math.min(left, open.length));
  }
}

/** `kappa` of the cone `|x_i / sqrt(p_i)| <= kappa * sum(x)`. */
export function kappaOf(cone: Cone): number {
  let weight = 0;
  for (const cell of cone.cells) weight += cell.pupils;
  return Math.sqrt((1 + cone.limit * cone.limit) / weight);
}

function variableScale(v: Variable): number {
  let scale = 0;
  for (const cell of v.cells) scale = Math.max(scale, cell.current / cell.share, cell.current / cell.share + cell.full);
  return scale > 0 ? scale : Math.max(1, v.grain);
}

function coneUnit(model: Model, cone: Cone): number {
  let total = 0;
  for (const cell of cone.cells) total += cell.current + cell.share * Math.max(0, cell.full);
  return total > 0 ? kappaOf(cone) * total : Math.max(1, model.problem.rows);
}

function read(
  model: Model,
  layout: Layout,
  program: ConeProgram,
  solution: ConeSolution,
  scale: Float64Array,
  costScale: number,
  rowsOf: { unit: Float64Array; totalRow: Int32Array; poolRow: Int32Array },
): Relaxation {
  const v = model.variables.length;
  const { w, z, y } = solution;
  const amount = (at: Int32Array) => {
    const out = new Float64Array(v);
    for (const { index } of layout.variables) {
      const c = at[index] as number;
      if (c >= 0) out[index] = Math.max(0, (w[c] as number) * (scale[index] as number));
    }
    return out;
  };
  const below = new Float64Array(model.cells.length);
  layout.let.forEach((at, cell) => {
    if (at >= 0) below[cell] = Math.min(1, Math.max(0, w[at] as number));
  });
  const components = model.components.length;
  const prices: Prices = {
    head: new Float64Array(model.cones.length),
    tail: new Float64Array(model.cells.length),
    leastTotal: new Float64Array(components),
    mostTotal: new Float64Array(components),
    pool: new Float64Array(components),
  };
  const excess = new Float64Array(model.cones.length);
  layout.cones.forEach((cone, k) => {
    const from = program.coneStart[k] as number;
    const unit = costScale / (rowsOf.unit[cone.index] as number);
    prices.head[cone.index] = (z[from] as number) * unit;
    cone.cells.forEach((cell, i) => {
      prices.tail[cell.index] = (z[from + 1 + i] as number) * unit;
    });
    const e = layout.excess[cone.index] as number;
    if (e >= 0) excess[cone.index] = w[e] as number;
  });
  for (const c of layout.components) {
    const own = model.components[c]?.variables ?? [];
    const most = own.reduce((top, index) => Math.max(top, scale[index] as number), 0);
    const size = Math.max(1, most);
    const [least, greatest, pool] = [
      rowsOf.totalRow[2 * c] as number,
      rowsOf.totalRow[2 * c + 1] as number,
      rowsOf.poolRow[c] as number,
    ];
    if (least >= 0) prices.leastTotal[c] = ((z[least] as number) * costScale) / size;
    if (greatest >= 0) prices.mostTotal[c] = ((z[greatest] as number) * costScale) / size;
    if (pool >= 0) prices.pool[c] = ((y[pool] as number) * costScale) / most;
  }
  return {
    bought: amount(layout.buy),
    received: amount(layout.receive),
    given: amount(layout.give),
    below,
    prices,
    solution,
    excess,
    work: solution.steps * layout.blockStart.length,
  };
}
