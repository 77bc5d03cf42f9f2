import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CapacitatedMedianProblem,
  type FacilityProblem,
  type SitingPlan,
  type SitingResult,
  solveCapacitatedMedian,
  solveFacility,
} from './index.ts';

const range = (n: number) => Array.from({ length: n }, (_, i) => i);

function setsOf(sites: number, open: number, fixed: Uint8Array): number[][] {
  return range(1 << sites)
    .map((mask) => range(sites).filter((s) => (mask >> s) & 1))
    .filter((set) => set.length > 0 && set.length <= open && range(sites).every((s) => !fixed[s] || set.includes(s)));
}

function whole(length: number, min: number, max: number): fc.Arbitrary<Float64Array> {
  return fc
    .array(fc.integer({ min, max }), { minLength: length, maxLength: length })
    .map((list) => Float64Array.from(list));
}

function marks(length: number, oneIn: number): fc.Arbitrary<Uint8Array> {
  return whole(length, 1, oneIn).map((list) => Uint8Array.from(list, (x) => (x === 1 ? 1 : 0)));
}

function planOf(result: SitingResult): SitingPlan {
  if (result.kind !== 'plan') throw new Error(`no plan: ${JSON.stringify(result)}`);
  return result;
}

type Small = CapacitatedMedianProblem & { readonly fixed: Uint8Array };

const anyMedian: fc.Arbitrary<Small> = fc
  .record({ customers: fc.integer({ min: 1, max: 6 }), sites: fc.integer({ min: 1, max: 4 }), own: fc.boolean() })
  .chain(({ customers, sites, own }) =>
    fc
      .record({
        cost: whole(customers * sites, 0, 40),
        holes: marks(customers * sites, 9),
        demand: whole(customers, 0, 9),
        capacity: whole(sites, 4, 30),
        open: fc.integer({ min: 1, max: sites }),
        fixed: marks(sites, 9),
      })
      .map(({ holes, cost, ...rest }) => ({
        ...rest,
        customers,
        sites,
        cost: cost.map((value, i) => (holes[i] && i % (sites + 1) !== 0 ? Number.POSITIVE_INFINITY : value)),
        ...(own ? { home: Int32Array.from(range(sites), (s) => (s < customers ? s : -1)) } : {}),
      })),
  );

/** The least way over every assignment to every set. */
function tryEverything(problem: Small): number {
  const { customers, sites, cost, demand, capacity, home, open, fixed } = problem;
  let best = Number.POSITIVE_INFINITY;
  for (const set of setsOf(sites, open, fixed)) {
    const load = new Float64Array(sites);
    const place = (c: number, way: number) => {
      if (way >= best) return;
      if (c === customers) {
        best = way;
        return;
      }
      const own = set.filter((s) => home?.[s] === c);
      for (const s of own.length > 0 ? own : set) {
        const size = demand[c] as number;
        if ((load[s] as number) + size > (capacity[s] as number)) continue;
        load[s] = (load[s] as number) + size;
        place(c + 1, way + (cost[c * sites + s] as number));
        load[s] -= size;
      }
    };
    place(0, 0);
  }
  return best;
}

/** The rules from the plan alone; NaN where one is broken. */
function checkedWay(problem: Small, { open, site }: SitingPlan): number {
  const { customers, sites, cost, demand, capacity, home, fixed } = problem;
  const load = new Float64Array(sites);
  let way = 0;
  for (const c of range(customers)) {
    const s = site[c] as number;
    if (!open.includes(s)) return Number.NaN;
    load[s] = (load[s] as number) + (demand[c] as number);
    way += cost[c * sites + s] as number;
  }
  const ownOnes = [...open].every((s) => (home?.[s] ?? -1) === -1 || site[home?.[s] ?? 0] === s);
  const isWithin = load.every((sum, s) => sum <= (capacity[s] as number)) && open.length <= problem.open;
  return ownOnes && isWithin && range(sites).every((s) => !fixed[s] || open.includes(s)) ? way : Number.NaN;
}

describe('capacitated p-median', () => {
  it('finds what trying everything finds, or says that there is nothing', () => {
    fc.assert(
      fc.property(anyMedian, (problem) => {
        const best = tryEverything(problem);
        const result = solveCapacitatedMedian(problem);
        if (best === Number.POSITIVE_INFINITY) {
          expect(result.kind).toBe('infeasible');
          return;
        }
        const plan = planOf(result);
        expect(plan.value).toBe(best);
        expect(plan.bound).toBe(best);
        expect(checkedWay(problem, plan)).toBe(best);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps its bound below the optimum however early it stops, and never gains by less room', () => {
    fc.assert(
      fc.property(anyMedian, fc.integer({ min: 1, max: 2000 }), (problem, deadline) => {
        const early = solveCapacitatedMedian(problem, { deadline });
        const best = tryEverything(problem);
        if (early.kind !== 'infeasible') expect(early.bound).toBeLessThanOrEqual(best);
        const wider = tryEverything({ ...problem, capacity: problem.capacity.map((room) => room + 5) });
        if (best < Number.POSITIVE_INFINITY) {
          const plan = planOf(
            solveCapacitatedMedian({ ...problem, capacity: problem.capacity.map((room) => room + 5) }),
          );
          expect(plan.value).toBe(wider);
          expect(plan.value).toBeLessThanOrEqual(best);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('names the rule', () => {
    const base = { customers: 2, sites: 2, open: 2, cost: new Float64Array([0, 1, 1, 0]) };
    const small = { ...base, demand: new Float64Array([5, 5]), capacity: new Float64Array([4, 9]) };
    expect(solveCapacitatedMedian({ ...small, open: 1 })).toMatchObject({
      broken: { rule: 'capacity', demand: 10, capacity: 9 },
    });
    expect(solveCapacitatedMedian(small)).toMatchObject({ broken: { rule: 'together' } });
    expect(solveCapacitatedMedian({ ...small, capacity: new Float64Array([4, 4]) })).toMatchObject({
      broken: { rule: 'tooLarge', customers: [0, 1] },
    });
    expect(() => solveCapacitatedMedian({ ...small, home: new Int32Array([0, 0]) })).toThrow('home 0');
  });
});

const anyFacility: fc.Arbitrary<FacilityProblem & { readonly fixed: Uint8Array }> = anyMedian.chain((median) =>
  whole(median.sites, 0, 60).map((opening) => ({ ...median, opening })),
);

/** Divides over a set by sending whole units along every cheapest chain: a plain shortest-augmenting-path search. */
function divideUnits(problem: FacilityProblem, set: readonly number[]): number {
  const { customers, sites, cost, demand, capacity } = problem;
  const units = range(customers).flatMap((c) => Array.from({ length: demand[c] as number }, () => c));
  const seats = set.flatMap((s) => Array.from({ length: capacity[s] as number }, () => s));
  let total = 0;
  for (const c of range(customers)) {
    if (demand[c] === 0) total += Math.min(...set.map((s) => cost[c * sites + s] as number));
  }
  const price = (u: number, v: number) => {
    const c = units[u] as number;
    return (cost[c * sites + (seats[v] as number)] as number) / (demand[c] as number);
  };
  // Hungarian method on single units and seats
  const [n, m] = [units.length, seats.length];
  if (n > m) return Number.POSITIVE_INFINITY;
  const rowPrice = new Float64Array(n + 1);
  const columnPrice = new Float64Array(m + 1);
  const rowOf = new Int32Array(m + 1);
  for (let row = 1; row <= n; row++) {
    const least = new Float64Array(m + 1).fill(1e9);
    const back = new Int32Array(m + 1);
    const seen = new Uint8Array(m + 1);
    rowOf[0] = row;
    let column = 0;
    do {
      seen[column] = 1;
      const current = rowOf[column] as number;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= m; j++) {
        if (seen[j]) continue;
        const own =
          Math.min(1e8, price(current - 1, j - 1)) - (rowPrice[current] as number) - (columnPrice[j] as number);
        if (own < (least[j] as number)) [least[j], back[j]] = [own, column];
        if ((least[j] as number) < delta) [delta, next] = [least[j] as number, j];
      }
      for (let j = 0; j <= m; j++) {
        if (seen[j]) {
          rowPrice[rowOf[j] as number] = (rowPrice[rowOf[j] as number] as number) + delta;
          columnPrice[j] = (columnPrice[j] as number) - delta;
        } else least[j] = (least[j] as number) - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = back[column] as number) rowOf[column] = rowOf[back[column] as number] as number;
  }
  for (let j = 1; j <= m; j++) if (rowOf[j] !== 0) total += price((rowOf[j] as number) - 1, j - 1);
  return total < 1e7 ? total : Number.POSITIVE_INFINITY;
}

describe('capacitated facility location', () => {
  it('finds what every set with its best division finds', () => {
    fc.assert(
      fc.property(anyFacility, (problem) => {
        const { sites, open, fixed, opening } = problem;
        const best = Math.min(
          Number.POSITIVE_INFINITY,
          ...setsOf(sites, open ?? sites, fixed).map(
            (set) => divideUnits(problem, set) + set.reduce((sum, s) => sum + (opening[s] as number), 0),
          ),
        );
        const result = solveFacility(problem);
        if (best === Number.POSITIVE_INFINITY) {
          expect(result.kind).toBe('infeasible');
          return;
        }
        const plan = planOf(result);
        expect(Math.abs(plan.value - best)).toBeLessThanOrEqual(1e-6 * (best + 1));
        expect(plan.bound).toBeLessThanOrEqual(best + 1e-9);
        expect(checkedCost(problem, plan)).toBeCloseTo(plan.value, 6);
      }),
      { numRuns: 120 },
    );
  });
});

function checkedCost(problem: FacilityProblem, { open, share }: SitingPlan): number {
  const { customers, sites, cost, opening, demand, capacity } = problem;
  const load = new Float64Array(sites);
  let sum = [...open].reduce((all, s) => all + (opening[s] as number), 0);
  for (const c of range(customers)) {
    let parts = 0;
    for (const s of range(sites)) {
      const part = share?.[c * sites + s] ?? 0;
      if (part === 0) continue;
      if (!open.includes(s)) return Number.NaN;
      parts += part;
      load[s] = (load[s] as number) + part * (demand[c] as number);
      sum += part * (cost[c * sites + s] as number);
    }
    if (Math.abs(parts - 1) > 1e-9) return Number.NaN;
  }
  return load.every((amount, s) => amount <= (capacity[s] as number) + 1e-9) ? sum : Number.NaN;
}
