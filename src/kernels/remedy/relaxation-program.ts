import { type ConeProgram, type Entry, RowCollector } from './cone-program.ts';
import type { Cone, Model, Variable } from './model.ts';
import type { Node } from './node.ts';
import { kappaOf } from './prices.ts';
import type { Layout } from './relaxation-layout.ts';

export interface WrittenProgram {
  readonly program: ConeProgram;
  /** Amount that one column unit stands for, a variable. */
  readonly scale: Float64Array;
  readonly costScale: number;
  readonly coneUnit: Float64Array;
  /** Rows of the least and most total, two a component, and of the transfer pool; -1 = none. */
  readonly totalRow: Int32Array;
  readonly poolRow: Int32Array;
}

/** Writes the relaxation of a node as a cone program in well-scaled columns. */
export function writeProgram(
  model: Model,
  node: Node,
  layout: Layout,
  elastic: boolean,
  tighten: number,
): WrittenProgram {
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
    const unit = sizeOfCone(model, cone);
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
  return { program, scale, costScale, coneUnit: coneScale, totalRow, poolRow };
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
    if (left > 1) for (const [at] of open) rows.add(block, [[at, 1]], 1);
    rows.add(block, open, Math.min(left, open.length));
  }
}

function variableScale(v: Variable): number {
  let scale = 0;
  for (const cell of v.cells) scale = Math.max(scale, cell.current / cell.share, cell.current / cell.share + cell.full);
  return scale > 0 ? scale : Math.max(1, v.grain);
}

function sizeOfCone(model: Model, cone: Cone): number {
  let total = 0;
  for (const cell of cone.cells) total += cell.current + cell.share * Math.max(0, cell.full);
  return total > 0 ? kappaOf(cone) * total : Math.max(1, model.problem.rows);
}
