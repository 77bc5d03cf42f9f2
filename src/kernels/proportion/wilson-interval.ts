export interface Interval {
  readonly from: number;
  readonly to: number;
}

/**
 * The score interval of a share: which true shares are within `z` standard errors of the one observed.
 *
 * @param positive how many of `total` were positive; both whole, `0 <= positive <= total`, `total > 0`
 * @param z 1.959964 for 95 %
 * @returns bounds within 0 and 1; never of width 0, also where all or none were positive
 * @throws RangeError where the counts are no counts
 * @source E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927) 209-212
 * @example wilsonInterval(81, 263) // { from: 0.2553, to: 0.3662 }
 */
export const wilsonInterval = (positive: number, total: number, z = 1.959963984540054): Interval => {
  if (!Number.isInteger(positive) || !Number.isInteger(total) || positive < 0 || total < 1 || positive > total) {
    throw new RangeError('the counts of a share must be whole, with 0 <= positive <= total and total > 0');
  }
  const share = positive / total;
  const square = z * z;
  const middle = share + square / (2 * total);
  const half = z * Math.sqrt((share * (1 - share)) / total + square / (4 * total * total));
  const scale = 1 + square / total;
  return { from: positive === 0 ? 0 : (middle - half) / scale, to: positive === total ? 1 : (middle + half) / scale };
};
