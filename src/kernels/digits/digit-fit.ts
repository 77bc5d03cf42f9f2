import { chiSquareTail } from './chi-square-tail.ts';

/** How well counted digits fit expected shares. */
export interface DigitFit {
  /** Figures that were counted. */
  readonly figures: number;
  readonly observed: Int32Array;
  /** Expected shares, 0–1, summing to 1. */
  readonly expectedShare: Float64Array;
  readonly chiSquare: number;
  /** Probability of a misfit at least this large by chance; NaN without figures. */
  readonly tail: number;
  /** Mean distance between observed and expected share. */
  readonly meanAbsoluteDeviation: number;
}

/** Pearson's chi-square of counts against expected shares, with one degree of freedom less than there are classes. */
export function fitDigits(observed: Int32Array, expectedShare: Float64Array): DigitFit {
  const figures = observed.reduce((a, b) => a + b, 0);
  let chiSquare = figures === 0 ? Number.NaN : 0;
  let distance = 0;
  expectedShare.forEach((share, k) => {
    const count = observed[k] as number;
    chiSquare += (count - figures * share) ** 2 / (figures * share);
    distance += Math.abs(count / figures - share);
  });
  return {
    figures,
    observed,
    expectedShare,
    chiSquare,
    tail: chiSquareTail(chiSquare, observed.length - 1),
    meanAbsoluteDeviation: distance / observed.length,
  };
}
