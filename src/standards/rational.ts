/** An exact fraction; `below` is positive. */
export interface Rational {
  readonly above: bigint;
  readonly below: bigint;
}

/**
 * The decimal number that a double stands for, at 15 significant digits.
 *
 * @remarks Figures come from files as decimals; the 16th digit of a double is noise of adding and converting.
 */
export const rationalOf = (value: number): Rational | null => {
  if (!Number.isFinite(value)) return null;
  const [digits = '0', exponent = '0'] = value.toExponential(14).split('e');
  const above = BigInt(digits.replace('.', ''));
  const shift = Number(exponent) - 14;
  return shift >= 0 ? { above: above * 10n ** BigInt(shift), below: 1n } : { above, below: 10n ** BigInt(-shift) };
};

export const whole = (value: bigint): Rational => ({ above: value, below: 1n });

export const addRationals = (a: Rational, b: Rational): Rational =>
  reduce(a.above * b.below + b.above * a.below, a.below * b.below);

export const negateRational = (a: Rational): Rational => ({ above: -a.above, below: a.below });

export const multiplyRationals = (a: Rational, b: Rational): Rational => reduce(a.above * b.above, a.below * b.below);

/** Null where the divisor is zero. */
export const divideRationals = (a: Rational, b: Rational): Rational | null => {
  if (b.above === 0n) return null;
  const sign = b.above < 0n ? -1n : 1n;
  return reduce(sign * a.above * b.below, sign * a.below * b.above);
};

/** Negative, zero or positive as a is below, equal to or above b. */
export const compareRationals = (a: Rational, b: Rational): number => {
  const difference = a.above * b.below - b.above * a.below;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const floorRational = (a: Rational): Rational => {
  const quotient = a.above / a.below;
  return whole(a.above < 0n && quotient * a.below !== a.above ? quotient - 1n : quotient);
};

const reduce = (above: bigint, below: bigint): Rational => {
  const divisor = greatestDivisor(above < 0n ? -above : above, below);
  return divisor > 1n ? { above: above / divisor, below: below / divisor } : { above, below };
};

const greatestDivisor = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};
