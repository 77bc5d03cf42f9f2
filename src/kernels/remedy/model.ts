import { leastAddition } from './least-addition.ts';
import type { RemedyProblem } from './problem.ts';

/**
 * The problem as variables and cells.
 *
 * @remarks
 * A variable is one indicator of one row, or of one unit where the indicator is shared. Its net addition n gives each of its cells
 * `share * n`. Variables of one component meet in its cones and its transfer pool; components meet only through the rows' choices.
 */
export interface Model {
  readonly problem: RemedyProblem;
  readonly variables: readonly Variable[];
  readonly cells: readonly (Cell | null)[];
  /** Variables and rows of each unit. */
  readonly unitVariables: readonly (readonly number[])[];
  readonly unitRows: readonly (readonly number[])[];
  readonly components: readonly Component[];
  readonly cones: readonly Cone[];
}

export interface Variable {
  readonly index: number;
  readonly unit: number;
  readonly indicator: number;
  readonly component: number;
  /** Cell where additions of this variable are reported. */
  readonly home: number;
  readonly cost: number;
  readonly grain: number;
  readonly most: number;
  readonly moveCost: number;
  /** Largest amount this variable may give away. */
  readonly mostGiven: number;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly index: number;
  readonly row: number;
  readonly indicator: number;
  readonly variable: number;
  readonly share: number;
  readonly current: number;
  readonly pupils: number;
  /** Index of the cone, or -1. */
  readonly cone: number;
  /** Net addition of the variable with which the cell meets its threshold, and its floor. */
  readonly full: number;
  readonly least: number;
}

export interface Cone {
  readonly index: number;
  readonly group: number;
  readonly indicator: number;
  readonly component: number;
  readonly limit: number;
  readonly cells: readonly Cell[];
}

export interface Component {
  readonly index: number;
  readonly indicator: number;
  readonly variables: readonly number[];
  readonly cones: readonly number[];
  readonly movable: boolean;
  readonly grain: number;
}

export function buildModel(problem: RemedyProblem): Model {
  const { rows, indicators: k, units } = problem;
  const unitRows: number[][] = Array.from({ length: units }, () => []);
  for (let i = 0; i < rows; i++) (unitRows[problem.unit[i] as number] as number[]).push(i);
  const owners = listOwners(problem, unitRows);
  const componentOf = number(owners.map((owner) => owner.componentKey));
  const coneOf = number(
    owners.flatMap((owner) =>
      owner.rows.map((row) => coneKey(problem, row, owner.indicator)).filter((key) => key >= 0),
    ),
  );

  const variables = owners.map((owner, index) => buildVariable(problem, owner, index, componentOf, coneOf));
  const cells: (Cell | null)[] = Array.from({ length: rows * k }, () => null);
  const coneCells: Cell[][] = Array.from({ length: coneOf.size }, () => []);
  const members: number[][] = Array.from({ length: componentOf.size }, () => []);
  const unitVariables: number[][] = Array.from({ length: units }, () => []);
  for (const variable of variables) {
    (members[variable.component] as number[]).push(variable.index);
    (unitVariables[variable.unit] as number[]).push(variable.index);
    for (const cell of variable.cells) {
      cells[cell.index] = cell;
      coneCells[cell.cone]?.push(cell);
    }
  }
  const cones = [...coneOf].map(([key, index]): Cone => {
    const list = coneCells[index] as Cell[];
    const { indicator, variable } = list[0] as Cell;
    const component = (variables[variable] as Variable).component;
    return {
      index,
      group: (key - indicator) / k,
      indicator,
      component,
      limit: problem.limit[key] as number,
      cells: list,
    };
  });
  const components = members.map((list, index): Component => {
    const { indicator, moveCost, grain } = variables[list[0] as number] as Variable;
    const own = cones.filter((cone) => cone.component === index).map((cone) => cone.index);
    return { index, indicator, variables: list, cones: own, movable: moveCost < Number.POSITIVE_INFINITY, grain };
  });
  return { problem, variables, cells, unitVariables, unitRows, components, cones };
}

interface Owner {
  readonly unit: number;
  readonly indicator: number;
  readonly rows: readonly number[];
  readonly componentKey: number;
}

/** One owner a variable: a row, or a whole unit where the indicator is shared. */
function listOwners(problem: RemedyProblem, unitRows: readonly (readonly number[])[]): Owner[] {
  const k = problem.indicators;
  const owners: Owner[] = [];
  unitRows.forEach((own, unit) => {
    for (let indicator = 0; indicator < k && own.length > 0; indicator++) {
      if (problem.shared[indicator]) {
        owners.push({ unit, indicator, rows: own, componentKey: indicator });
        continue;
      }
      for (const row of own) {
        owners.push({ unit, indicator, rows: [row], componentKey: k + (problem.group[row] as number) * k + indicator });
      }
    }
  });
  return owners;
}

function buildVariable(
  problem: RemedyProblem,
  owner: Owner,
  index: number,
  componentOf: ReadonlyMap<number, number>,
  coneOf: ReadonlyMap<number, number>,
): Variable {
  const { indicator, rows } = owner;
  const k = problem.indicators;
  const home = (rows[0] as number) * k + indicator;
  const shareOf = (row: number) => problem.share[row * k + indicator] as number;
  const moveCost = problem.moveCost?.[indicator] ?? Number.POSITIVE_INFINITY;
  const grain = problem.grain[indicator] as number;
  let mostGiven = moveCost < Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : 0;
  for (const row of rows) {
    const whole = (problem.current[row * k + indicator] as number) / shareOf(row);
    mostGiven = problem.inRule[row] ? Math.min(mostGiven, whole) : 0;
  }
  if (grain > 0) mostGiven = Math.floor(mostGiven / grain) * grain;
  const cells = rows.map((row): Cell => {
    const at = row * k + indicator;
    const current = problem.current[at] as number;
    const pupils = problem.pupils[row] as number;
    const share = shareOf(row);
    const need = (goal: number) => {
      if (!problem.inRule[row] || Number.isNaN(goal)) return mostGiven === 0 ? 0 : -mostGiven;
      const y = leastAddition(current, share, pupils, problem.scale[indicator] as number, goal, grain);
      return Math.max(mostGiven === 0 ? 0 : -mostGiven, y);
    };
    const full = need(problem.threshold[at] as number);
    const least = Math.min(full, need(problem.floor[at] as number));
    const cone = coneOf.get(coneKey(problem, row, indicator)) ?? -1;
    return { index: at, row, indicator, variable: index, share, current, pupils, cone, full, least };
  });
  return {
    index,
    unit: owner.unit,
    indicator,
    component: componentOf.get(owner.componentKey) as number,
    home,
    cost: problem.cost[home] as number,
    grain,
    most: grain > 0 ? Math.floor((problem.most[home] as number) / grain) * grain : (problem.most[home] as number),
    moveCost,
    mostGiven,
    cells,
  };
}

function coneKey(problem: RemedyProblem, row: number, indicator: number): number {
  const key = (problem.group[row] as number) * problem.indicators + indicator;
  return problem.inCoefficient[row] && (problem.limit[key] as number) < Number.POSITIVE_INFINITY ? key : -1;
}

/** Numbers the distinct keys in ascending order. */
function number(keys: readonly number[]): Map<number, number> {
  return new Map([...new Set(keys)].sort((a, b) => a - b).map((key, index) => [key, index]));
}
