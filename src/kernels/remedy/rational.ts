/** An exact fraction; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const bits = new DataView(new ArrayBuffer(8));

/** The exact value of a finite double. */
export function rationalOf(value: number): Rational {
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const exponent = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xfffffffffffffn;
  const mantissa = exponent === 0 ? fraction : fraction | 0x10000000000000n;
  const signed = raw >> 63n ? -mantissa : mantissa;
  const power = (exponent === 0 ? 1 : exponent) - 1075;
  if (power >= 0) return { numerator: signed << BigInt(power), denominator: 1n };
  return reduced(signed, 1n << BigInt(-power));
}

/** Exact sum, added in pairs so that the numbers stay short as long as possible. */
export function sumOf(terms: readonly Rational[]): Rational {
  if (terms.length === 0) return { numerator: 0n, denominator: 1n };
  if (terms.length === 1) return terms[0] as Rational;
  const half = terms.length >> 1;
  const a = sumOf(terms.slice(0, half));
  const b = sumOf(terms.slice(half));
  return reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function productOf(a: Rational, b: Rational): Rational {
  return reduced(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function quotientOf(a: Rational, b: Rational): Rational {
  return reduced(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function isAtMost(a: Rational, b: Rational): boolean {
  return a.numerator * b.denominator <= b.numerator * a.denominator;
}

function reduced(numerator: bigint, denominator: bigint): Rational {
  let a = numerator < 0n ? -numerator : numerator;
  let b = denominator;
  while (b > 0n) [a, b] = [b, a % b];
  return a === 1n ? { numerator, denominator } : { numerator: numerator / a, denominator: denominator / a };
}
