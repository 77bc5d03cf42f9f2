import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveRemedy } from './index.ts';
import { boundFromPrices } from './lagrangian-bound.ts';
import { buildModel } from './model.ts';
import { rootNode } from './node.ts';
import type { RemedyPlan, RemedyProblem, RemedyResult } from './problem.ts';

interface Tiny {
  readonly k: number;
  readonly pupils: readonly number[];
  readonly current: readonly number[];
  readonly threshold: readonly number[];
  readonly cost: readonly number[];
  readonly limit: readonly number[];
  readonly grain: number;
  readonly most: number;
}

function problemOf(tiny: Tiny, change: Partial<RemedyProblem> = {}): RemedyProblem {
  const n = tiny.pupils.length;
  const cells = n * tiny.k;
  return {
    rows: n,
    indicators: tiny.k,
    groups: 1,
    units: n,
    pupils: Float64Array.from(tiny.pupils),
    group: new Int32Array(n),
    unit: Int32Array.from({ length: n }, (_, i) => i),
    share: new Float64Array(cells).fill(1),
    shared: new Uint8Array(tiny.k),
    current: Float64Array.from(tiny.current.slice(0, cells)),
    threshold: Float64Array.from({ length: cells }, (_, c) => tiny.threshold[c % tiny.k] as number),
    floor: Float64Array.from({ length: cells }, (_, c) => 0.85 * (tiny.threshold[c % tiny.k] as number)),
    scale: new Float64Array(tiny.k).fill(100),
    allowedBelow: 1,
    inRule: new Uint8Array(n).fill(1),
    inCoefficient: new Uint8Array(n).fill(1),
    limit: Float64Array.from(tiny.limit.slice(0, tiny.k)),
    cost: Float64Array.from({ length: cells }, (_, c) => tiny.cost[c % tiny.cost.length] as number),
    grain: new Float64Array(tiny.k).fill(tiny.grain),
    most: new Float64Array(cells).fill(tiny.most),
    ...change,
  };
}

const tinyOf = (grain: number, most: number) =>
  fc.record({
    k: fc.integer({ min: 2, max: 3 }),
    pupils: fc.array(fc.integer({ min: 20, max: 120 }), { minLength: 2, maxLength: 4 }),
    current: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }),
    threshold: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 3, maxLength: 3 }),
    cost: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }),
    limit: fc.array(fc.constantFrom(0.1, 0.2, 0.3, 0.45, 0.5, 2), { minLength: 3, maxLength: 3 }),
    grain: fc.constant(grain),
    most: fc.constant(most),
  });

type Fraction = readonly [bigint, bigint];
/** Exact value of a double with at most 30 binary places, or a whole number. */
const exact = (x: number): Fraction => {
  let [value, scale] = [x, 1n];
  while (!Number.isInteger(value)) {
    value *= 2;
    scale *= 2n;
  }
  return [BigInt(value), scale];
};
const plus = (a: Fraction, b: Fraction): Fraction => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
const times = (a: Fraction, b: Fraction): Fraction => [a[0] * b[0], a[1] * b[1]];
const over = (a: Fraction, b: Fraction): Fraction => [a[0] * b[1], a[1] * b[0]];
const sum = (list: readonly Fraction[]) => list.reduce(plus, [0n, 1n]);

/** The coefficient from its definition: weighted mean square deviation against the square of limit times mean. */
function coefficientHolds(x: readonly number[], p: readonly number[], limit: number): boolean {
  const [xs, ps] = [x.map(exact), p.map(exact)];
  const mean = over(sum(xs), sum(ps));
  const variance = over(
    sum(
      xs.map((value, i) => {
        const d = plus(over(value, ps[i] as Fraction), [-mean[0], mean[1]]);
        return times(ps[i] as Fraction, times(d, d));
      }),
    ),
    sum(ps),
  );
  const most = times(times(exact(limit), exact(limit)), times(mean, mean));
  return variance[0] * most[1] <= most[0] * variance[1];
}

/** Says what is wrong with a plan; shares no code with the solver. */
function faults(problem: RemedyProblem, plan: RemedyPlan): string[] {
  const out: string[] = [];
  const k = problem.indicators;
  const cells = [...plan.after.keys()];
  let cost = 0;
  for (const c of cells) {
    const [added, received, given] = [plan.added[c] as number, plan.received[c] as number, plan.given[c] as number];
    cost += added * (problem.cost[c] as number) + (received > 0 ? received * (problem.moveCost?.[c % k] as number) : 0);
    if (added < 0 || received < 0 || given < 0 || added > (problem.most[c] as number)) out.push(`amount at ${c}`);
    const g = problem.grain[c % k] as number;
    if (g > 0 && ![added, received, given].every((value) => Number.isInteger(value / g))) out.push(`grain at ${c}`);
    if (given > (problem.current[c] as number)) out.push(`gives more than it has at ${c}`);
  }
  if (Math.abs(cost - plan.cost) > 1e-9 * cost) out.push(`cost ${cost} against ${plan.cost}`);
  for (let j = 0; j < k; j++) {
    const moved = cells
      .filter((c) => c % k === j)
      .reduce((total, c) => total + (plan.received[c] as number) - (plan.given[c] as number), 0);
    if (Math.abs(moved) > 1e-6) out.push(`moves of ${j} do not add up`);
  }
  for (let unit = 0; unit < problem.units; unit++) {
    const rows = [...problem.unit.keys()].filter((i) => problem.unit[i] === unit);
    for (let j = 0; j < k; j++) {
      const home = (rows[0] as number) * k + j;
      for (const row of rows) {
        const from = problem.shared[j] ? home : row * k + j;
        const net = (plan.added[from] as number) + (plan.received[from] as number) - (plan.given[from] as number);
        const share = problem.share[row * k + j] as number;
        const expected = (problem.current[row * k + j] as number) + share * net;
        if (Math.abs(expected - (plan.after[row * k + j] as number)) > 1e-9 * (1 + expected))
          out.push(`after at ${row},${j}`);
      }
    }
  }
  for (let row = 0; row < problem.rows; row++) {
    if (!problem.inRule[row]) continue;
    let below = 0;
    for (let j = 0; j < k; j++) {
      const c = row * k + j;
      const value = ((problem.scale[j] as number) * (plan.after[c] as number)) / (problem.pupils[row] as number);
      if (value < (problem.floor[c] as number)) out.push(`floor of row ${row}, ${j}`);
      if (value < (problem.threshold[c] as number)) below++;
      if (value < (problem.threshold[c] as number) !== (plan.below[c] === 1)) out.push(`below of row ${row}, ${j}`);
    }
    if (below > problem.allowedBelow) out.push(`row ${row} leaves ${below} below`);
  }
  for (let g = 0; g < problem.groups; g++) {
    const rows = [...problem.group.keys()].filter((i) => problem.group[i] === g && problem.inCoefficient[i]);
    for (let j = 0; j < k; j++) {
      const x = rows.map((i) => plan.after[i * k + j] as number);
      const p = rows.map((i) => problem.pupils[i] as number);
      if (!coefficientHolds(x, p, problem.limit[g * k + j] as number)) out.push(`coefficient ${g},${j}`);
    }
  }
  return out;
}

/** Optimum of a tiny whole-number problem by trying everything; Infinity where nothing passes. */
function tryEverything(problem: RemedyProblem): number {
  const { rows: n, indicators: k } = problem;
  const most = problem.most[0] as number;
  // cheapest feasible additions of each indicator for each set of rows that may stay below it
  const cheapest = Array.from({ length: k }, (_, j) => {
    const best = Array.from({ length: 1 << n }, () => Number.POSITIVE_INFINITY);
    const y = Array.from({ length: n }, () => 0);
    const p = Array.from(problem.pupils);
    for (;;) {
      const x = y.map((value, i) => (problem.current[i * k + j] as number) + value);
      let belowMask = 0;
      let fails = false;
      x.forEach((value, i) => {
        const indicator = (100 * value) / (p[i] as number);
        if (indicator < (problem.floor[i * k + j] as number)) fails = true;
        if (indicator < (problem.threshold[i * k + j] as number)) belowMask |= 1 << i;
      });
      if (!fails) {
        const cost = y.reduce((total, value, i) => total + value * (problem.cost[i * k + j] as number), 0);
        if (cost < (best[belowMask] as number) && coefficientHolds(x, p, problem.limit[j] as number))
          best[belowMask] = cost;
      }
      let i = 0;
      while (i < n && y[i] === most) y[i++] = 0;
      if (i === n) break;
      y[i] = (y[i] as number) + 1;
    }
    return best;
  });
  let optimum = Number.POSITIVE_INFINITY;
  const visit = (j: number, used: number, cost: number) => {
    if (j === k) {
      optimum = Math.min(optimum, cost);
      return;
    }
    for (let mask = 0; mask < 1 << n; mask++) {
      if ((mask & used) === 0) visit(j + 1, used | mask, cost + (cheapest[j]?.[mask] as number));
    }
  };
  visit(0, 0, 0);
  return optimum;
}

/** As {@link tryEverything}, with moves at one price and purchases at another. */
function tryEveryMove(problem: RemedyProblem, buyCost: number, moveCost: number): number {
  const { rows: n, indicators: k } = problem;
  const most = problem.most[0] as number;
  const p = Array.from(problem.pupils);
  const cheapest = Array.from({ length: k }, (_, j) => {
    const best = Array.from({ length: 1 << n }, () => Number.POSITIVE_INFINITY);
    const visit = (i: number, x: readonly number[], got: number, given: number) => {
      if (i === n) {
        if (got < given) return;
        const cost = buyCost * (got - given) + moveCost * given;
        let mask = 0;
        for (const [row, value] of x.entries()) {
          const indicator = (100 * value) / (p[row] as number);
          if (indicator < (problem.floor[row * k + j] as number)) return;
          if (indicator < (problem.threshold[row * k + j] as number)) mask |= 1 << row;
        }
        if (cost < (best[mask] as number) && coefficientHolds(x, p, problem.limit[j] as number)) best[mask] = cost;
        return;
      }
      const current = problem.current[i * k + j] as number;
      for (let net = -current; net <= 2 * most; net++) {
        visit(i + 1, [...x, current + net], got + Math.max(0, net), given + Math.max(0, -net));
      }
    };
    visit(0, [], 0, 0);
    return best;
  });
  let optimum = Number.POSITIVE_INFINITY;
  const choose = (j: number, used: number, cost: number) => {
    if (j === k) optimum = Math.min(optimum, cost);
    else
      for (let mask = 0; mask < 1 << n; mask++)
        if ((mask & used) === 0) choose(j + 1, used | mask, cost + (cheapest[j]?.[mask] as number));
  };
  choose(0, 0, 0);
  return optimum;
}

const planOf = (result: RemedyResult): RemedyPlan => {
  if (result.kind !== 'plan') throw new Error(result.kind);
  return result;
};

describe('solveRemedy', () => {
  it('finds the optimum of tiny whole-number problems, found by trying everything', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(tinyOf(1, 7), (tiny) => {
        const problem = problemOf(tiny);
        const optimum = tryEverything(problem);
        const result = solveRemedy(problem, { gapGoal: 1e-9, deadline: 40_000 });
        if (optimum === Number.POSITIVE_INFINITY) {
          expect(result.kind).not.toBe('plan');
          return;
        }
        const plan = planOf(result);
        expect(faults(problem, plan)).toEqual([]);
        expect(plan.cost).toBe(optimum);
        expect(plan.bound).toBeLessThanOrEqual(optimum);
        expect(plan.gap).toBeLessThan(1e-6);
      }),
      { numRuns: 60, seed: 20260901 },
    );
  });

  it('bounds every plan from below whatever the prices', () => {
    const price = fc.double({ min: -3, max: 30, noNaN: true });
    fc.assert(
      fc.property(tinyOf(1, 5), fc.array(price, { minLength: 18, maxLength: 18 }), (tiny, prices) => {
        const problem = problemOf({ ...tiny, pupils: tiny.pupils.slice(0, 3) });
        const model = buildModel(problem);
        const [cells, components] = [model.cells.length, model.components.length];
        const at = (i: number) => prices[i % prices.length] as number;
        const { bound } = boundFromPrices(model, rootNode(model), {
          head: Float64Array.from(model.cones, (_, i) => Math.abs(10 * at(i))),
          tail: Float64Array.from({ length: cells }, (_, i) => at(i + 3)),
          leastTotal: new Float64Array(components),
          mostTotal: new Float64Array(components),
          pool: Float64Array.from({ length: components }, (_, i) => at(i + 12)),
        });
        expect(bound).toBeLessThanOrEqual(tryEverything(problem));
      }),
      { numRuns: 150, seed: 23 },
    );
  });

  it('keeps every rule with continuous amounts, close to its bound', () => {
    fc.assert(
      fc.property(tinyOf(0, Number.POSITIVE_INFINITY), (tiny) => {
        const problem = problemOf(tiny);
        const plan = planOf(solveRemedy(problem, { deadline: 20_000 }));
        expect(faults(problem, plan)).toEqual([]);
        expect(plan.bound).toBeLessThanOrEqual(plan.cost);
        expect(plan.gap).toBeLessThan(1e-4);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('keeps every rule when amounts may move, and never costs more than buying alone', () => {
    fc.assert(
      fc.property(tinyOf(1, Number.POSITIVE_INFINITY), fc.integer({ min: 0, max: 3 }), (tiny, price) => {
        const problem = problemOf(tiny);
        const moving = problemOf(tiny, { moveCost: new Float64Array(tiny.k).fill(price) });
        const plan = planOf(solveRemedy(moving, { deadline: 20_000 }));
        expect(faults(moving, plan)).toEqual([]);
        expect(plan.bound).toBeLessThanOrEqual(planOf(solveRemedy(problem, { deadline: 20_000 })).cost + 1e-9);
      }),
      { numRuns: 40, seed: 11 },
    );
  });

  it('stays between its bound and the optimum found by trying every move of tiny problems', () => {
    let optimal = 0;
    let all = 0;
    fc.assert(
      fc.property(tinyOf(1, 6), fc.integer({ min: 1, max: 3 }), (tiny, price) => {
        const few = { ...tiny, pupils: tiny.pupils.slice(0, 3), cost: [4] };
        const problem = problemOf(few, { moveCost: new Float64Array(tiny.k).fill(price) });
        const optimum = tryEveryMove(problem, 4, price);
        const result = solveRemedy(problem, { deadline: 30_000 });
        if (result.kind !== 'plan') return;
        expect(faults(problem, result)).toEqual([]);
        expect(result.cost).toBeGreaterThanOrEqual(optimum);
        expect(result.bound).toBeLessThanOrEqual(optimum);
        all++;
        if (result.cost === optimum) optimal++;
      }),
      { numRuns: 60, seed: 17 },
    );
    expect(optimal / all).toBeGreaterThan(0.9);
  });

  it('keeps every rule where whole schools share additions between two stages', () => {
    fc.assert(
      fc.property(tinyOf(1, Number.POSITIVE_INFINITY), fc.constantFrom(0, 1), (tiny, grain) => {
        const n = tiny.pupils.length;
        const problem = problemOf(tiny, {
          groups: 2,
          units: Math.ceil(n / 2),
          unit: Int32Array.from({ length: n }, (_, i) => i >> 1),
          group: Int32Array.from({ length: n }, (_, i) => i & 1),
          share: Float64Array.from({ length: n * tiny.k }, (_, c) => {
            const i = Math.floor(c / tiny.k);
            const weight = (row: number) => (tiny.pupils[row] ?? 0) * (row & 1 ? 1.1 : 1);
            return c % tiny.k === 0 ? 1 : weight(i) / (weight(i) + weight(i ^ 1));
          }),
          shared: Uint8Array.from({ length: tiny.k }, (_, j) => (j === 0 ? 0 : 1)),
          limit: Float64Array.from({ length: 2 * tiny.k }, (_, c) => tiny.limit[c % tiny.k] as number),
          grain: new Float64Array(tiny.k).fill(grain),
        });
        const plan = planOf(solveRemedy(problem, { deadline: 20_000 }));
        expect(faults(problem, plan)).toEqual([]);
        expect(plan.bound).toBeLessThanOrEqual(plan.cost);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('costs nothing where everything passes already', () => {
    const tiny: Tiny = {
      k: 2,
      pupils: [100, 200],
      current: [5, 5, 10, 10],
      threshold: [4, 4],
      cost: [1],
      limit: [0.5, 0.5],
      grain: 1,
      most: 9,
    };
    const plan = planOf(solveRemedy(problemOf(tiny)));
    expect([plan.cost, plan.bound, plan.gap, plan.ruleCost]).toEqual([0, 0, 0, 0]);
    expect(plan.ended).toBe('proved');
  });

  it('leaves the dearest indicator between its floor and its threshold', () => {
    const tiny: Tiny = {
      k: 2,
      pupils: [1000],
      current: [36, 36],
      threshold: [4.2, 4.2],
      cost: [10, 1],
      limit: [0.5, 0.5],
      grain: 1,
      most: 99,
    };
    const plan = planOf(solveRemedy(problemOf(tiny)));
    // 36 teachers for 1000 pupils reach 3.6 >= 85 % of 4.2; 42 reach exactly 4.2
    expect(Array.from(plan.added)).toEqual([0, 6]);
    expect(Array.from(plan.below)).toEqual([1, 0]);
    expect(plan.cost).toBe(6);
  });

  it('names the rows out of reach, and the coefficients when every row can pass', () => {
    const tiny: Tiny = {
      k: 2,
      pupils: [100, 100],
      current: [1, 4, 4, 4],
      threshold: [4, 4],
      cost: [1],
      limit: [0.5, 0.5],
      grain: 1,
      most: 2,
    };
    expect(solveRemedy(problemOf(tiny))).toEqual({
      kind: 'infeasible',
      rows: [{ row: 0, cells: [0], belowFloor: true }],
      coefficients: [],
    });
    const uneven: Tiny = { ...tiny, current: [4, 4, 40, 4] };
    expect(solveRemedy(problemOf(uneven))).toEqual({ kind: 'infeasible', rows: [], coefficients: [0] });
  });

  it('does not depend on the order of rows, on the unit of amounts, or on earlier calls', () => {
    fc.assert(
      fc.property(tinyOf(1, Number.POSITIVE_INFINITY), (tiny) => {
        const n = tiny.pupils.length;
        const cost = Array.from({ length: n * tiny.k }, (_, c) => tiny.cost[c % tiny.cost.length] as number);
        const current = tiny.current.slice(0, n * tiny.k);
        const turned = (list: readonly number[]) => [...list.slice(tiny.k), ...list.slice(0, tiny.k)];
        const base = problemOf({ ...tiny, cost, current });
        const options = { gapGoal: 1e-9, deadline: 40_000 };
        const first = planOf(solveRemedy(base, options));
        expect(solveRemedy(base, options)).toEqual(first);
        const rotated = {
          ...tiny,
          pupils: [...tiny.pupils.slice(1), tiny.pupils[0] as number],
          current: turned(current),
          cost: turned(cost),
        };
        const second = planOf(solveRemedy(problemOf(rotated), options));
        if (first.ended === 'proved' && second.ended === 'proved') expect(second.cost).toBe(first.cost);
        const halved = {
          ...base,
          scale: base.scale.map((s) => s / 2),
          current: base.current.map((x) => x * 2),
          grain: base.grain.map((g) => 2 * g),
        };
        expect(planOf(solveRemedy(halved, options)).cost / 2).toBeCloseTo(first.cost, 9);
      }),
      { numRuns: 30, seed: 5 },
    );
  });

  it('costs no less under tighter limits or higher prices', () => {
    fc.assert(
      fc.property(tinyOf(0, Number.POSITIVE_INFINITY), (tiny) => {
        const options = { deadline: 20_000 };
        const base = planOf(solveRemedy(problemOf(tiny), options));
        const tighter = planOf(solveRemedy(problemOf({ ...tiny, limit: tiny.limit.map((l) => l * 0.8) }), options));
        const dearer = planOf(solveRemedy(problemOf({ ...tiny, cost: tiny.cost.map((c, i) => c + (i % 2)) }), options));
        expect(tighter.cost).toBeGreaterThanOrEqual(base.bound * (1 - 1e-12));
        expect(dearer.cost).toBeGreaterThanOrEqual(base.bound * (1 - 1e-12));
        expect(base.ruleCost).toBeLessThanOrEqual(base.cost * (1 + 1e-12));
      }),
      { numRuns: 40, seed: 13 },
    );
  });

  it('changes nothing of its input, reports progress and stops when told to', () => {
    const tiny: Tiny = {
      k: 3,
      pupils: [50, 90, 120, 70],
      current: [0, 1, 2, 3, 1, 9, 2, 2, 1, 8, 0, 4],
      threshold: [3, 2, 4],
      cost: [3, 2, 5],
      limit: [0.1, 0.1, 0.1],
      grain: 1,
      most: Number.POSITIVE_INFINITY,
    };
    const problem = problemOf(tiny);
    const before = structuredClone(problem);
    const phases: string[] = [];
    const result = solveRemedy(problem, {
      gapGoal: 0,
      onProgress: ({ phase }) => {
        phases.push(phase);
        return phase !== 'choice';
      },
    });
    expect(problem).toEqual(before);
    expect(phases[0]).toBe('relaxation');
    expect(planOf(result).ended).toBe('cancelled');
    expect(faults(problem, planOf(result))).toEqual([]);
  });
});
