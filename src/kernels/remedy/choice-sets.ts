import type { Model } from './model.ts';
import type { Node } from './node.ts';

/**
 * The sets of cells that a row may leave below, as bit masks over its indicators; only the largest, since leaving more below
 * never costs more. Cells whose floor asks as much as the threshold are not counted.
 */
export function choiceSets(model: Model, node: Node, row: number): number[] {
  const { indicators: k, allowedBelow } = model.problem;
  let forced = 0;
  let left = allowedBelow;
  const open: number[] = [];
  for (let j = 0; j < k; j++) {
    const cell = model.cells[row * k + j];
    if (!cell || cell.full <= cell.least) continue;
    const state = node.below[cell.index] as number;
    if (state === 1) {
      forced |= 1 << j;
      left--;
    } else if (state === -1) open.push(j);
  }
  if (left < 0) return [];
  const sets: number[] = [];
  const pick = (from: number, more: number, mask: number) => {
    if (more === 0) {
      sets.push(mask);
      return;
    }
    for (let i = from; i + more <= open.length; i++) pick(i + 1, more - 1, mask | (1 << (open[i] as number)));
  };
  pick(0, Math.min(left, open.length), forced);
  return sets;
}
