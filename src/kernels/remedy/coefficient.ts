/**
 * Coefficient of variation of `amount / weight`, weighted by `weight`, population form, around total / total weight.
 *
 * @returns NaN where there is no weight or no amount at all.
 */
export function coefficientOf(amounts: ArrayLike<number>, weights: ArrayLike<number>): number {
  let total = 0;
  let weight = 0;
  for (let i = 0; i < amounts.length; i++) {
    total += amounts[i] as number;
    weight += weights[i] as number;
  }
  const mean = total / weight;
  let squares = 0;
  for (let i = 0; i < amounts.length; i++) {
    const w = weights[i] as number;
    const d = (amounts[i] as number) / w - mean;
    squares += w * d * d;
  }
  return mean > 0 ? Math.sqrt(squares / weight) / mean : Number.NaN;
}
