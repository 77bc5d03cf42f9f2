import type { Cell, Model, Variable } from './model.ts';
import { rootNode } from './node.ts';
import type { RemedyInfeasible } from './problem.ts';
import { solveRelaxation } from './relaxation.ts';

/**
 * Why no plan can exist: rows out of reach of their largest additions, or (when asked) coefficients whose excess over the limits
 * stays positive even when cost is no object.
 *
 * @returns null where neither was found. The second test is numerical, to a relative 1e-6.
 */
export function findInfeasible(model: Model, withCoefficients = false): RemedyInfeasible | null {
  const rows = unreachableRows(model);
  if (rows.length > 0) return { kind: 'infeasible', rows, coefficients: [] };
  if (!withCoefficients) return null;
  const { excess } = solveRelaxation(model, rootNode(model), { elastic: true });
  const coefficients = model.cones
    .filter((cone) => (excess[cone.index] as number) > 1e-6)
    .map((cone) => cone.group * model.problem.indicators + cone.indicator);
  return coefficients.length > 0 ? { kind: 'infeasible', rows: [], coefficients } : null;
}

function unreachableRows(model: Model): RemedyInfeasible['rows'] {
  const { rows: n, indicators: k, allowedBelow } = model.problem;
  const rows: { row: number; cells: number[]; belowFloor: boolean }[] = [];
  for (let row = 0; row < n; row++) {
    const own = model.cells.slice(row * k, (row + 1) * k).filter((cell): cell is Cell => cell !== null);
    const beyond = own.filter((cell) => cell.full > largest(model, cell));
    const belowFloor = own.filter((cell) => cell.least > largest(model, cell));
    if (belowFloor.length === 0 && beyond.length <= allowedBelow) continue;
    rows.push({ row, cells: beyond.map((cell) => cell.indicator), belowFloor: belowFloor.length > 0 });
  }
  return rows;
}

function largest(model: Model, cell: Cell): number {
  const v = model.variables[cell.variable] as Variable;
  let received = 0;
  if (v.moveCost < Number.POSITIVE_INFINITY) {
    for (const other of model.components[v.component]?.variables ?? []) {
      if (other !== v.index) received += model.variables[other]?.mostGiven ?? 0;
    }
  }
  return v.most + received;
}
