import type { Cell, Cone, Model, Variable } from './model.ts';
import type { Node } from './node.ts';

/** Which column of the cone program stands for what; -1 = none. */
export interface Layout {
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

/** Numbers the columns: purchases, receipts, gifts and choices of a unit side by side, one block a unit. */
export function layOut(model: Model, node: Node, component: number | undefined, elastic: boolean): Layout {
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
