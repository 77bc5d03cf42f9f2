import type { Component, Model, Variable } from './model.ts';

/**
 * The same total of gifts, taken from the richest per pupil down to a common level, so that few give and none gives what it needs.
 *
 * @remarks Where moving costs the same everywhere this changes no cost, and it evens out as much as any choice of givers can.
 */
export function levelGifts(model: Model, component: Component, low: Float64Array, net: Float64Array): Float64Array {
  const givers = component.variables.filter((index) => (low[index] as number) < 0 && (net[index] as number) <= 0);
  const total = givers.reduce((sum, index) => sum - (net[index] as number), 0);
  if (total === 0) return net;
  const gift = (index: number, level: number) => {
    const [cell] = (model.variables[index] as Variable).cells;
    if (!cell) return 0;
    return Math.min(-(low[index] as number), Math.max(0, (cell.current - level * cell.pupils) / cell.share));
  };
  const sumAt = (level: number) => givers.reduce((sum, index) => sum + gift(index, level), 0);
  let [poor, rich] = [0, 0];
  for (const index of givers)
    for (const cell of model.variables[index]?.cells ?? []) rich = Math.max(rich, cell.current / cell.pupils);
  for (let halving = 0; halving < 100; halving++) {
    const middle = (poor + rich) / 2;
    if (sumAt(middle) >= total) poor = middle;
    else rich = middle;
  }
  const levelled = net.slice();
  for (const index of givers) levelled[index] = 0 - gift(index, poor);
  return levelled;
}
