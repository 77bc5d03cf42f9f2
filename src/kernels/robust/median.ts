/** The reported values in ascending order, as a copy. */
export function sortReported(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values)
    .filter((v) => v === v)
    .sort();
}

/** Median of the reported values; the mean of the two in the middle when their number is even; NaN when nothing is reported. */
export function median(values: ArrayLike<number>): number {
  return quantileOfSorted(sortReported(values), 0.5);
}

/**
 * Quantile of ascending values by linear interpolation between order statistics.
 *
 * @source R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, 1996, definition 7.
 */
export function quantileOfSorted(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share;
  const low = Math.floor(position);
  const below = sorted[low] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below === above ? below : below + (position - low) * (above - below);
}
