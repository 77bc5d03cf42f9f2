import { median } from './median.ts';

export interface RobustLine {
  readonly slope: number;
  readonly intercept: number;
}

/**
 * The Theil–Sen line: the median of the slopes between all pairs of points, through the median of what is left. One wild point out of
 * four does not turn it.
 *
 * @param x positions, in any order; pairs with equal positions give no slope
 * @param y values of the same length, finite
 * @returns `null` where fewer than two different positions are given
 * @remarks Cost: n² / 2 slopes; meant for the few years of an indicator.
 * @example theilSen([2024, 2025, 2026], [1, 2, 3]) // { slope: 1, intercept: -2023 }
 * @see P. K. Sen, Estimates of the regression coefficient based on Kendall's tau, JASA 63 (1968)
 */
export function theilSen(x: readonly number[], y: readonly number[]): RobustLine | null {
  const slopes: number[] = [];
  for (let i = 0; i < x.length; i += 1) {
    for (let j = i + 1; j < x.length; j += 1) {
      const run = (x[j] as number) - (x[i] as number);
      if (run !== 0) slopes.push(((y[j] as number) - (y[i] as number)) / run);
    }
  }
  if (slopes.length === 0) return null;
  const slope = median(slopes);
  return { slope, intercept: median(x.map((at, i) => (y[i] as number) - slope * at)) };
}
