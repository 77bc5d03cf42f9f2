import type { RemedyProblem } from '#kernels/remedy';

export interface InventedRemedy {
  readonly rows: number;
  readonly seed: number;
  /** Logarithmic spread of the schools' resources. */
  readonly spread: number;
  /** Limits as a part of the official ones. */
  readonly limits: number;
  readonly mayMove: boolean;
  /** Some schools run both stages and share rooms and equipment. */
  readonly mixed: boolean;
}

const lines = [
  [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3],
  [5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4],
] as const;
const scale = [100, 100, 100, 1, 1, 1, 100];
const grain = [1, 1, 1, 0, 0, 0, 1];
const costs = [80_000, 30_000, 80_000, 2_500, 600, 1, 50_000];
const moveCosts = [10_000, 5_000, 10_000, Infinity, Infinity, 0.1, Infinity];
const shared = [0, 0, 0, 1, 1, 1, 1];
const k = 7;

/** An invented county in amounts, the same for the same seed. */
export function inventRemedy(options: InventedRemedy): RemedyProblem {
  const n = options.rows;
  const random = randomFrom(options.seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const pupils = new Float64Array(n);
  const group = new Int32Array(n);
  const unit = new Int32Array(n);
  const cell = () => new Float64Array(n * k);
  const [current, threshold, floor, cost, share] = [cell(), cell(), cell(), cell(), cell().fill(1)];
  let units = 0;
  for (let i = 0; i < n; i++) {
    pupils[i] = Math.max(50, Math.round(Math.exp(6.2 + 0.9 * normal())));
    const joins = options.mixed && i > 0 && group[i - 1] === 0 && random() < 0.2;
    group[i] = joins || random() > 0.7 ? 1 : 0;
    unit[i] = joins ? units - 1 : units++;
    for (let j = 0; j < k; j++) {
      const line = lines[group[i] === 1 ? 1 : 0][j] as number;
      const level = line * Math.exp(options.spread * normal() + 0.15) * (j === 1 ? 1.2 * Math.exp(0.3 * normal()) : 1);
      const amount = (level * (pupils[i] as number)) / (scale[j] as number);
      current[i * k + j] = grain[j] ? Math.round(amount) : Math.round(amount * 100) / 100;
      threshold[i * k + j] = line;
      floor[i * k + j] = 0.85 * line;
      cost[i * k + j] = costs[j] as number;
    }
    if (joins) divide(i, pupils, current, share);
  }
  const limit = Float64Array.from({ length: 2 * k }, (_, c) => options.limits * (c < k ? 0.5 : 0.45));
  return {
    rows: n,
    indicators: k,
    groups: 2,
    units,
    pupils,
    group,
    unit,
    share,
    shared: Uint8Array.from(options.mixed ? shared : shared.map(() => 0)),
    current,
    threshold,
    floor,
    scale: Float64Array.from(scale),
    allowedBelow: 1,
    inRule: new Uint8Array(n).fill(1),
    inCoefficient: new Uint8Array(n).fill(1),
    limit,
    cost,
    grain: Float64Array.from(grain),
    most: cell().fill(Number.POSITIVE_INFINITY),
    ...(options.mayMove ? { moveCost: Float64Array.from(moveCosts) } : {}),
  };
}

/** Divides what rows i - 1 and i share by pupils, the junior pupil counting 1.1. */
function divide(i: number, pupils: Float64Array, current: Float64Array, share: Float64Array): void {
  const [a, b] = [pupils[i - 1] as number, 1.1 * (pupils[i] as number)];
  for (let j = 0; j < k; j++) {
    if (!shared[j]) continue;
    const [first, second] = [(i - 1) * k + j, i * k + j];
    const total = (current[first] as number) + (current[second] as number);
    share[first] = a / (a + b);
    share[second] = b / (a + b);
    current[first] = total * share[first];
    current[second] = total * share[second];
  }
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
