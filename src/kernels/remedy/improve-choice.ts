import { choiceSets } from './choice-sets.ts';
import type { LagrangianBound } from './lagrangian-bound.ts';
import type { Model } from './model.ts';
import type { Node } from './node.ts';
import type { PlanBoard, WholePlan } from './plan-board.ts';

/**
 * Tries other choices row by row, the ones the prices find nearly as good first, and keeps each that lowers the cost.
 *
 * @remarks
 * A choice whose penalty exceeds the distance to the bound cannot help and is skipped. After `patience` tries in a row without a
 * saving the search ends.
 */
export function improveChoice(
  model: Model,
  root: Node,
  priced: LagrangianBound,
  board: PlanBoard,
  start: WholePlan,
  proceed: (best: WholePlan) => boolean,
  patience = 60,
): WholePlan {
  const k = model.problem.indicators;
  let best = start;
  for (let changed = true; changed; ) {
    changed = false;
    const moves: { row: number; mask: number; penalty: number }[] = [];
    for (let row = 0; row < model.problem.rows; row++) {
      for (const mask of choiceSets(model, root, row)) {
        const penalty = penaltyOf(priced, row, k, mask);
        if (penalty < best.cost - priced.bound) moves.push({ row, mask, penalty });
      }
    }
    moves.sort((a, b) => a.penalty - b.penalty || a.row - b.row || a.mask - b.mask);
    let failures = 0;
    for (const { row, mask, penalty } of moves) {
      if (penalty >= best.cost - priced.bound) break;
      const below = best.below.slice();
      for (let j = 0; j < k; j++) below[row * k + j] = (mask >> j) & 1;
      if (below.every((value, c) => value === best.below[c])) continue;
      const found = board.plan(below, best.cost);
      if (found && found.cost < best.cost * (1 - 1e-12)) {
        best = found;
        changed = true;
        failures = 0;
      } else if (++failures > patience) return best;
      if (!proceed(best)) return best;
    }
  }
  return best;
}

function penaltyOf(priced: LagrangianBound, row: number, k: number, mask: number): number {
  let penalty = 0;
  for (let j = 0; j < k; j++) {
    const list = (mask >> j) & 1 ? priced.ifBelow : priced.ifFull;
    penalty = Math.max(penalty, list[row * k + j] as number);
  }
  return Number.isFinite(penalty) ? penalty : 0;
}
