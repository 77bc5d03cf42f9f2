import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SitingPlan, type SitingProblem, type SitingResult, solveCovering, solveMedian } from './index.ts';

type Limits = Pick<SitingProblem, 'sites' | 'fixed' | 'price' | 'budget'> & { readonly open?: number };

/** Every allowed set of sites; shares no code with the searches. */
function siteSets({ sites, fixed, price, budget, open }: Limits): number[][] {
  const all = Array.from({ length: sites }, (_, s) => s);
  const sets: number[][] = [];
  for (let mask = 1; mask < 1 << sites; mask++) {
    const set = all.filter((s) => (mask >> s) & 1);
    const spent = set.reduce((sum, s) => sum + (price?.[s] ?? 0), 0);
    const keepsFixed = all.every((s) => !fixed?.[s] || set.includes(s));
    if (set.length <= (open ?? sites) && keepsFixed && spent <= (budget ?? Number.POSITIVE_INFINITY)) sets.push(set);
  }
  return sets;
}

const customersOf = (problem: { readonly customers: number }) => Array.from({ length: problem.customers }, (_, c) => c);

function wayTo(problem: SitingProblem, set: readonly number[]): number {
  return customersOf(problem).reduce(
    (sum, c) => sum + Math.min(...set.map((s) => problem.cost[c * problem.sites + s] as number)),
    0,
  );
}

function numbers(length: number, whole: boolean): fc.Arbitrary<Float64Array> {
  const one = fc.integer({ min: 0, max: 50 }).map((x) => (whole ? x : x / 7));
  return fc.array(one, { minLength: length, maxLength: length }).map((list) => Float64Array.from(list));
}

function marks(length: number, oneIn: number): fc.Arbitrary<Uint8Array> {
  const one = fc.integer({ min: 1, max: oneIn }).map((x) => (x === 1 ? 1 : 0));
  return fc.array(one, { minLength: length, maxLength: length }).map((list) => Uint8Array.from(list));
}

/** Whole and broken costs, pairs out of reach, fixed sites, tight and idle budgets. */
const anyProblem: fc.Arbitrary<SitingProblem> = fc
  .record({ customers: fc.integer({ min: 1, max: 8 }), sites: fc.integer({ min: 1, max: 7 }), whole: fc.boolean() })
  .chain(({ customers, sites, whole }) =>
    fc
      .record({
        cost: numbers(customers * sites, whole),
        holes: marks(customers * sites, 8),
        open: fc.integer({ min: 1, max: sites }),
        fixed: marks(sites, 8),
        price: numbers(sites, true),
        budget: fc.oneof(fc.constant(1000), fc.integer({ min: 10, max: 120 })),
      })
      .map(({ holes, cost, ...rest }) => ({
        ...rest,
        customers,
        sites,
        cost: cost.map((value, i) => (holes[i] ? Number.POSITIVE_INFINITY : value)),
      })),
  );

function planOf(result: SitingResult): SitingPlan {
  if (result.kind !== 'plan') throw new Error(`no plan: ${JSON.stringify(result)}`);
  return result;
}

/** Points on a line of villages, `p` of them chosen. */
function line(places: readonly number[], open: number): SitingProblem {
  const n = places.length;
  const cost = Float64Array.from({ length: n * n }, (_, i) =>
    Math.abs((places[Math.floor(i / n)] as number) - (places[i % n] as number)),
  );
  return { customers: n, sites: n, cost, open };
}

describe('p-median', () => {
  it('opens the middle of three villages', () => {
    const plan = planOf(solveMedian(line([0, 1, 2], 1)));
    expect(plan).toMatchObject({ value: 2, bound: 2, gap: 0, ended: 'proved' });
    expect([...plan.open]).toEqual([1]);
    expect([...plan.site]).toEqual([1, 1, 1]);
  });

  it('finds what trying every set finds, or which rule stands against it', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const ways = siteSets(problem).map((set) => wayTo(problem, set));
        const best = Math.min(Number.POSITIVE_INFINITY, ...ways);
        const result = solveMedian(problem);
        if (best === Number.POSITIVE_INFINITY) {
          expect(result.kind).toBe('infeasible');
          return;
        }
        const plan = planOf(result);
        expect(plan.value).toBeCloseTo(best, 9);
        expect(plan.value).toBeCloseTo(wayTo(problem, [...plan.open]), 9);
        expect(plan.bound).toBeLessThanOrEqual(plan.value);
        expect(plan.gap).toBeLessThan(2e-7);
        expect(siteSets(problem).map(String)).toContain(String([...plan.open]));
      }),
      { numRuns: 300 },
    );
  });

  it('never claims a bound above the optimum, however early it is stopped', () => {
    fc.assert(
      fc.property(anyProblem, fc.integer({ min: 0, max: 400 }), (problem, deadline) => {
        const best = Math.min(...siteSets(problem).map((set) => wayTo(problem, set)));
        const result = solveMedian(problem, { deadline });
        if (result.kind === 'plan') {
          expect(result.bound).toBeLessThanOrEqual(best + 1e-9);
          expect(result.value).toBeGreaterThanOrEqual(best - 1e-9);
        } else if (result.kind === 'unresolved') expect(result.bound).toBeLessThanOrEqual(best + 1e-9);
        else expect(best).toBe(Number.POSITIVE_INFINITY);
      }),
    );
  });

  it('does not depend on the order of customers and sites, and one more site never hurts', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const { customers, sites, cost } = problem;
        const turned: SitingProblem = {
          ...problem,
          cost: cost.map((_, i) => {
            const c = customers - 1 - Math.floor(i / sites);
            return cost[c * sites + (sites - 1 - (i % sites))] as number;
          }),
          fixed: (problem.fixed ?? new Uint8Array(sites)).toReversed(),
          price: (problem.price ?? new Float64Array(sites)).toReversed(),
        };
        const [one, other] = [solveMedian(problem), solveMedian(turned)];
        expect(one.kind).toBe(other.kind);
        if (one.kind !== 'plan') return;
        expect(planOf(other).value).toBeCloseTo(one.value, 9);
        const more = planOf(solveMedian({ ...problem, open: problem.open + 1 }));
        expect(more.value).toBeLessThanOrEqual(one.value + 1e-9);
        const richer = planOf(solveMedian({ ...problem, budget: 2000 }));
        expect(richer.value).toBeLessThanOrEqual(one.value + 1e-9);
      }),
    );
  });

  it('says which rule cannot be kept', () => {
    const far = Number.POSITIVE_INFINITY;
    const base = { customers: 2, sites: 2, open: 1 };
    const split = new Float64Array([0, far, far, 0]);
    expect(solveMedian({ ...base, cost: split })).toEqual({
      kind: 'infeasible',
      broken: { rule: 'reach', open: 1, uncovered: 1 },
    });
    expect(solveMedian({ ...base, cost: new Float64Array([far, far, 0, 0]) })).toEqual({
      kind: 'infeasible',
      broken: { rule: 'unreachable', customers: [0] },
    });
    expect(solveMedian({ ...base, cost: split, fixed: new Uint8Array([1, 1]) })).toEqual({
      kind: 'infeasible',
      broken: { rule: 'fixedSites', fixed: 2, open: 1 },
    });
    expect(solveMedian({ ...base, open: 2, cost: split, price: new Float64Array([3, 4]), budget: 2 })).toEqual({
      kind: 'infeasible',
      broken: { rule: 'budget', needed: 3, budget: 2 },
    });
    expect(() => solveMedian({ ...base, cost: new Float64Array(3) })).toThrow('customers * sites');
  });

  it('proves the optimum of sixty places with equal costs in plenty', () => {
    const places = Array.from({ length: 60 }, (_, i) => (i * 37) % 101);
    const plan = planOf(solveMedian(line(places, 7)));
    expect(plan.ended).toBe('proved');
    expect(plan.bound).toBe(plan.value);
  });

  it('stops when told to and keeps what it has', () => {
    const plan = planOf(solveMedian(line([0, 4, 5, 9, 11, 20], 2), { onProgress: () => false }));
    expect(plan.ended === 'cancelled' || plan.ended === 'proved').toBe(true);
  });
});

describe('maximal covering', () => {
  it('reaches what trying every set reaches', () => {
    const covering = anyProblem.chain((rest) =>
      fc
        .record({ weight: numbers(rest.customers, true), reaches: marks(rest.customers * rest.sites, 3) })
        .map((own) => ({ ...rest, ...own })),
    );
    fc.assert(
      fc.property(covering, (problem) => {
        const reached = (set: readonly number[]) =>
          customersOf(problem).reduce(
            (sum, c) =>
              set.some((s) => problem.reaches[c * problem.sites + s]) ? sum + (problem.weight[c] as number) : sum,
            0,
          );
        const sets = siteSets(problem);
        const plan = solveCovering(problem);
        if (sets.length === 0) {
          expect(plan.kind).toBe('infeasible');
          return;
        }
        if (plan.kind !== 'plan') throw new Error('a plan exists');
        expect(plan.value).toBe(Math.max(...sets.map(reached)));
        expect(reached([...plan.open])).toBe(plan.value);
        expect(plan.bound).toBe(plan.value);
        for (const c of customersOf(problem)) {
          expect(plan.covered[c]).toBe([...plan.open].some((s) => problem.reaches[c * problem.sites + s]) ? 1 : 0);
        }
      }),
    );
  });
});
