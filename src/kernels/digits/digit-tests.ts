import { type DigitFit, fitDigits } from './digit-fit.ts';

/**
 * First digits 1–9 against Benford's law, log10(1 + 1/d): `observed[0]` counts the ones.
 *
 * @remarks Meaningful for figures that span several orders of magnitude (money, areas); zeros and NaN are left out, the sign is ignored.
 * @source F. Benford, The law of anomalous numbers, 1938.
 * @example testFirstDigits([120, 19, 3.4]).observed // [2, 0, 1, 0, 0, 0, 0, 0, 0]
 */
export function testFirstDigits(values: ArrayLike<number>): DigitFit {
  const observed = new Int32Array(9);
  for (let i = 0; i < values.length; i++) {
    const value = Math.abs(values[i] as number);
    if (!(value > 0) || value === Number.POSITIVE_INFINITY) continue;
    const digit = Number(value.toExponential()[0]) - 1;
    observed[digit] = (observed[digit] as number) + 1;
  }
  return fitDigits(
    observed,
    Float64Array.from({ length: 9 }, (_, k) => Math.log10(1 + 1 / (k + 1))),
  );
}

/**
 * Last digits 0–9 of counted figures against equal shares.
 *
 * @remarks Only whole numbers of at least `smallest` take part: last digits of small counts are not uniform by nature.
 * @throws RangeError when `smallest` is below 10.
 * @example testLastDigits([120, 130, 141]).observed // [2, 1, 0, …]
 */
export function testLastDigits(values: ArrayLike<number>, smallest = 10): DigitFit {
  const observed = new Int32Array(10);
  forEachLastDigit(values, smallest, (digit) => {
    observed[digit] = (observed[digit] as number) + 1;
  });
  return fitDigits(observed, new Float64Array(10).fill(0.1));
}

/**
 * Heaping on 0 and 5: `observed[0]` counts the whole numbers that end so, against a fifth of them all.
 *
 * @remarks As `testLastDigits`. Rounded or guessed figures heap; enrolment that was counted does not.
 * @source The idea of Whipple's index: United Nations, Principles and Recommendations for Population and Housing Censuses.
 * @example testHeaping([100, 105, 110, 123]).observed // [3, 1]
 */
export function testHeaping(values: ArrayLike<number>, smallest = 10): DigitFit {
  const observed = new Int32Array(2);
  forEachLastDigit(values, smallest, (digit) => {
    const k = digit % 5 === 0 ? 0 : 1;
    observed[k] = (observed[k] as number) + 1;
  });
  return fitDigits(observed, Float64Array.of(0.2, 0.8));
}

function forEachLastDigit(values: ArrayLike<number>, smallest: number, visit: (digit: number) => void): void {
  if (!(smallest >= 10)) throw new RangeError(`smallest is ${smallest}: must be >= 10`);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isSafeInteger(value) && value >= smallest) visit(value % 10);
  }
}
