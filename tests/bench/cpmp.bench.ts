import { type CapacitatedMedianProblem, type SitingPlan, solveCapacitatedMedian } from '#kernels/location';
import type { BenchLine, BenchOptions } from './bench-line.ts';
import { problemNames, readCapacitatedMedian, readNumbers, readOptima } from './location-files.ts';
import { measureSiting } from './location-measure.ts';

/** Capacitated p-median problems, undivided customers, an open median serves its own demand; none without their folder. */
export async function* run({ benchmarks }: BenchOptions): AsyncGenerator<BenchLine> {
  if (benchmarks === undefined) return;
  const { cpmp } = await readOptima(benchmarks);
  for (const file of await problemNames(benchmarks, 'cpmp')) {
    const instance = file.replace(/\.txt$/, '');
    const problem = readCapacitatedMedian(await readNumbers(benchmarks, 'cpmp', file));
    const { optimum = null, best_found: best = null } = cpmp[instance] ?? {};
    const known = optimum ?? best;
    yield await measureSiting({
      bench: 'cpmp',
      instance,
      problem: { ...problem, ownPlace: true },
      optimum,
      goal: 'within 0.1 % of the optimum in 10 s',
      limitMs: 9_500,
      isMet: ({ value, gap }, ms) => (known === null ? gap < 0.01 : value <= known * 1.001) && ms <= 10_000,
      valueOf: (plan) => wayOf(problem, plan),
      solve: (options) => solveCapacitatedMedian(problem, options),
    });
  }
}

function wayOf({ customers, sites, cost, demand, capacity, open }: CapacitatedMedianProblem, plan: SitingPlan): number {
  const load = new Float64Array(sites);
  let sum = 0;
  for (let c = 0; c < customers; c++) {
    const site = plan.site[c] as number;
    if (!plan.open.includes(site)) return Number.NaN;
    load[site] = (load[site] as number) + (demand[c] as number);
    sum += cost[c * sites + site] as number;
  }
  const isOwn = plan.open.every((s) => plan.site[s] === s);
  const isWithin = load.every((held, s) => held <= (capacity[s] as number));
  return isOwn && isWithin && plan.open.length <= open ? sum : Number.NaN;
}
