const bits = 64;

/**
 * Probability that two fingerprints of 64 fair, independent bits differ in at most `within` of them.
 *
 * @remarks
 * Photos are not fair coins: of real pictures more pairs are near by chance, so this is the least that chance gives. Times the number of
 * pairs it is how many near pairs to expect.
 * @returns Σₖ C(64, k) / 2⁶⁴ for k from 0 to `within`
 * @throws RangeError for `within` that is not a whole number from 0 to 64
 * @example chanceWithin(0) // 2 ** -64
 */
export function chanceWithin(within: number): number {
  if (!Number.isInteger(within) || within < 0 || within > bits) {
    throw new RangeError(`within is ${within}: must be a whole number from 0 to ${bits}`);
  }
  let ways = 1;
  let sum = 1;
  for (let k = 1; k <= within; k += 1) {
    ways = (ways * (bits - k + 1)) / k;
    sum += ways;
  }
  return sum * 2 ** -bits;
}
