import type { Model } from './model.ts';

/** The largest amount of which every plan's cost is a multiple, or 0 where there is none (continuous amounts, broken costs). */
export function costStep(model: Model): number {
  let step = 0;
  for (const v of model.variables) {
    const prices = v.moveCost < Number.POSITIVE_INFINITY ? [v.cost, v.moveCost] : [v.cost];
    for (const price of prices) {
      const unit = price * v.grain;
      if (!(v.grain > 0) || !Number.isSafeInteger(unit)) return 0;
      step = greatestCommonDivisor(step, unit);
    }
  }
  return step;
}

/** The least multiple of `step` that is not below a valid bound. */
export function raiseToStep(bound: number, step: number): number {
  return step > 0 ? Math.ceil(bound / step) * step : bound;
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}
