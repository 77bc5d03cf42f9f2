import type { Model } from './model.ts';
import type { Prices } from './prices.ts';
import type { Layout } from './relaxation-layout.ts';
import type { WrittenProgram } from './relaxation-program.ts';

/** Takes the multipliers of a cone program back to cost units. */
export function readPrices(
  model: Model,
  layout: Layout,
  written: WrittenProgram,
  z: Float64Array,
  y: Float64Array,
): Prices {
  const { program, scale, costScale } = written;
  const components = model.components.length;
  const prices: Prices = {
    head: new Float64Array(model.cones.length),
    tail: new Float64Array(model.cells.length),
    leastTotal: new Float64Array(components),
    mostTotal: new Float64Array(components),
    pool: new Float64Array(components),
  };
  layout.cones.forEach((cone, k) => {
    const from = program.coneStart[k] as number;
    const unit = costScale / (written.coneUnit[cone.index] as number);
    prices.head[cone.index] = (z[from] as number) * unit;
    cone.cells.forEach((cell, i) => {
      prices.tail[cell.index] = (z[from + 1 + i] as number) * unit;
    });
  });
  for (const c of layout.components) {
    const own = model.components[c]?.variables ?? [];
    const most = own.reduce((top, index) => Math.max(top, scale[index] as number), 0);
    const size = Math.max(1, most);
    const [least, greatest, pool] = [
      written.totalRow[2 * c] as number,
      written.totalRow[2 * c + 1] as number,
      written.poolRow[c] as number,
    ];
    if (least >= 0) prices.leastTotal[c] = ((z[least] as number) * costScale) / size;
    if (greatest >= 0) prices.mostTotal[c] = ((z[greatest] as number) * costScale) / size;
    if (pool >= 0) prices.pool[c] = ((y[pool] as number) * costScale) / most;
  }
  return prices;
}
