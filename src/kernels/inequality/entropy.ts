/**
 * (1 + d) ln(1 + d) - d: one row's part of Theil's T, from its relative distance to the mean.
 *
 * @remarks Never negative, so the parts add up without cancellation; the series serves where the difference would lose digits.
 */
export function theilPart(d: number): number {
  if (d <= -1) return d === -1 ? 1 : Number.NaN;
  if (d > 0.01 || d < -0.01) return (1 + d) * Math.log1p(d) - d;
  return d * d * (1 / 2 - d * (1 / 6 - d * (1 / 12 - d * (1 / 20 - d * (1 / 30 - d * (1 / 42 - d / 56))))));
}

/** d - ln(1 + d): one row's part of the mean log deviation; infinite where the value is 0. */
export function logDeviationPart(d: number): number {
  if (d <= -1) return d === -1 ? Number.POSITIVE_INFINITY : Number.NaN;
  if (d > 0.01 || d < -0.01) return d - Math.log1p(d);
  return d * d * (1 / 2 - d * (1 / 3 - d * (1 / 4 - d * (1 / 5 - d * (1 / 6 - d * (1 / 7 - d / 8))))));
}
