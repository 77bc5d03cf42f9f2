import { type SitingPlan, type SitingProblem, solveMedian } from '#kernels/location';
import type { BenchLine, BenchOptions } from './bench-line.ts';
import { problemNames, readMedian, readNumbers, readOptima } from './location-files.ts';
import { measureSiting } from './location-measure.ts';

/** OR-Library's p-median problems; without them one invented problem. */
export async function* run({ benchmarks }: BenchOptions): AsyncGenerator<BenchLine> {
  if (benchmarks === undefined) {
    yield await measure('invented', invent(100, 8), null);
    return;
  }
  const { pmed } = await readOptima(benchmarks);
  for (const file of await problemNames(benchmarks, 'pmed')) {
    const instance = file.replace(/\.txt$/, '');
    const problem = readMedian(await readNumbers(benchmarks, 'pmed', file));
    yield await measure(instance, problem, pmed[instance] ?? null);
  }
}

function measure(instance: string, problem: SitingProblem, optimum: number | null): Promise<BenchLine> {
  return measureSiting({
    bench: 'pmed',
    instance,
    problem,
    optimum,
    goal: 'the optimum in 10 s, with a bound',
    limitMs: 9_500,
    isMet: ({ value, gap }, ms) => (optimum === null ? gap < 0.01 : value === optimum) && ms <= 10_000,
    valueOf: (plan) => wayOf(problem, plan),
    solve: (options) => solveMedian(problem, options),
  });
}

function wayOf({ customers, sites, cost, open }: SitingProblem, plan: SitingPlan): number {
  if (plan.open.length > open) return Number.NaN;
  let sum = 0;
  for (let c = 0; c < customers; c++) {
    const site = plan.site[c] as number;
    if (!plan.open.includes(site)) return Number.NaN;
    sum += cost[c * sites + site] as number;
  }
  return sum;
}

/** Places strewn by a fixed rule, distances rounded down. */
function invent(n: number, open: number): SitingProblem {
  const place = (i: number) => [(i * 7919) % 1009, (i * i * 104_729) % 997] as const;
  const cost = Float64Array.from({ length: n * n }, (_, i) => {
    const [[x, y], [u, v]] = [place(Math.floor(i / n)), place(i % n)];
    return Math.floor(Math.hypot(x - u, y - v));
  });
  return { customers: n, sites: n, cost, open };
}
