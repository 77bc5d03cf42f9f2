import { logDeviationPart, theilPart } from './entropy.ts';

/** Weighted population measures of one group. */
export interface PopulationMeasures {
  /** Rows that counted. */
  readonly count: number;
  /** Sum of the weights: the people behind the rows. */
  readonly weight: number;
  readonly mean: number;
  /** Population form: divided by the sum of the weights, not by one less. */
  readonly standardDeviation: number;
  /** Standard deviation over mean; NaN unless the mean is positive. */
  readonly coefficientOfVariation: number;
  /** Half the mean absolute difference between two people, over the mean; NaN unless the mean is positive. */
  readonly gini: number;
  /** Theil's T; NaN unless the mean is positive, or when a value is negative. */
  readonly theil: number;
  /** Theil's L; infinite when a value is 0, NaN where T is NaN. */
  readonly meanLogDeviation: number;
  /** The smallest value at which half of the weight is reached (lower median). */
  readonly median: number;
  /** Mean of the values at or below the median, over the median; NaN unless the median is positive. */
  readonly mcloone: number;
}

const nothing: PopulationMeasures = {
  count: 0,
  weight: 0,
  mean: Number.NaN,
  standardDeviation: Number.NaN,
  coefficientOfVariation: Number.NaN,
  gini: Number.NaN,
  theil: Number.NaN,
  meanLogDeviation: Number.NaN,
  median: Number.NaN,
  mcloone: Number.NaN,
};

/** Measures rows `from` to `to` (exclusive), sorted by value, every one with a positive weight. */
export function measureSorted(value: Float64Array, weight: Float64Array, from: number, to: number): PopulationMeasures {
  if (from >= to) return nothing;
  let total = 0;
  let totalLost = 0;
  let amount = 0;
  let amountLost = 0;
  for (let i = from; i < to; i++) {
    const w = weight[i] as number;
    const a = w * (value[i] as number);
    const nextTotal = total + w;
    totalLost += total >= w ? total - nextTotal + w : w - nextTotal + total;
    total = nextTotal;
    const nextAmount = amount + a;
    amountLost += Math.abs(amount) >= Math.abs(a) ? amount - nextAmount + a : a - nextAmount + amount;
    amount = nextAmount;
  }
  total += totalLost;
  const mean = (amount + amountLost) / total;

  let below = 0;
  let belowLost = 0;
  let square = 0;
  let squareLost = 0;
  let drift = 0;
  let spread = 0;
  let spreadLost = 0;
  let entropy = 0;
  let entropyLost = 0;
  let deviation = 0;
  let deviationLost = 0;
  const relative = mean > 0 && (value[from] as number) >= 0;
  for (let i = from; i < to; i++) {
    const w = weight[i] as number;
    const d = (value[i] as number) - mean;

    const s = w * d * d;
    const nextSquare = square + s;
    squareLost += square >= s ? square - nextSquare + s : s - nextSquare + square;
    square = nextSquare;
    drift += w * d;

    const g = w * d * (2 * (below + belowLost) + w - total);
    const nextSpread = spread + g;
    spreadLost += Math.abs(spread) >= Math.abs(g) ? spread - nextSpread + g : g - nextSpread + spread;
    spread = nextSpread;
    const nextBelow = below + w;
    belowLost += below >= w ? below - nextBelow + w : w - nextBelow + below;
    below = nextBelow;

    if (relative) {
      const t = w * theilPart(d / mean);
      const nextEntropy = entropy + t;
      entropyLost += entropy >= t ? entropy - nextEntropy + t : t - nextEntropy + entropy;
      entropy = nextEntropy;
      const l = w * logDeviationPart(d / mean);
      const nextDeviation = deviation + l;
      if (nextDeviation !== Number.POSITIVE_INFINITY) {
        deviationLost += deviation >= l ? deviation - nextDeviation + l : l - nextDeviation + deviation;
      }
      deviation = nextDeviation;
    }
  }
  const variance = Math.max(0, (square + squareLost - (drift * drift) / total) / total);
  const standardDeviation = Math.sqrt(variance);
  const { median, mcloone } = lowerHalf(value, weight, from, to, total);
  return {
    count: to - from,
    weight: total,
    mean,
    standardDeviation,
    coefficientOfVariation: mean > 0 ? standardDeviation / mean : Number.NaN,
    gini: mean > 0 ? Math.max(0, (spread + spreadLost) / (total * total) / mean) : Number.NaN,
    theil: relative ? (entropy + entropyLost) / total : Number.NaN,
    meanLogDeviation: relative ? (deviation + deviationLost) / total : Number.NaN,
    median,
    mcloone,
  };
}

function lowerHalf(value: Float64Array, weight: Float64Array, from: number, to: number, total: number) {
  let reached = 0;
  let reachedLost = 0;
  let amount = 0;
  let amountLost = 0;
  let median = Number.NaN;
  for (let i = from; i < to; i++) {
    const v = value[i] as number;
    if (v > median) break;
    const w = weight[i] as number;
    const next = reached + w;
    reachedLost += reached >= w ? reached - next + w : w - next + reached;
    reached = next;
    const a = w * v;
    const nextAmount = amount + a;
    amountLost += Math.abs(amount) >= Math.abs(a) ? amount - nextAmount + a : a - nextAmount + amount;
    amount = nextAmount;
    if (median !== median && 2 * (reached + reachedLost) >= total) median = v;
  }
  const mean = (amount + amountLost) / (reached + reachedLost);
  return { median, mcloone: median > 0 ? mean / median : Number.NaN };
}
