import { type FacilityProblem, type SitingPlan, solveFacility } from '#kernels/location';
import type { BenchLine, BenchOptions } from './bench-line.ts';
import { problemNames, readFacility, readNumbers, readOptima } from './location-files.ts';
import { measureSiting } from './location-measure.ts';

/** OR-Library's capacitated warehouse problems, divisible demand, proved; none without their folder. */
export async function* run({ benchmarks }: BenchOptions): AsyncGenerator<BenchLine> {
  if (benchmarks === undefined) return;
  const { cfl, capa_by_capacity: byCapacity } = await readOptima(benchmarks);
  for (const file of await problemNames(benchmarks, 'cfl')) {
    const name = file.replace(/\.txt(\.gz)?$/, '');
    const numbers = await readNumbers(benchmarks, 'cfl', file);
    if (cfl[name] !== undefined) yield await measure(name, readFacility(numbers), cfl[name]);
    else {
      for (const [capacity, optimum] of Object.entries(byCapacity)) {
        yield await measure(`${name} ${capacity}`, readFacility(numbers, Number(capacity)), optimum);
      }
    }
  }
}

function measure(instance: string, problem: FacilityProblem, optimum: number): Promise<BenchLine> {
  return measureSiting({
    bench: 'cfl',
    instance,
    problem: { ...problem, divisible: true },
    optimum,
    goal: 'proved to 1e-6',
    limitMs: 60_000,
    isMet: ({ value, gap }) => gap <= 1e-6 && Math.abs(value - optimum) <= 1e-6 * optimum,
    valueOf: (plan) => costOf(problem, plan),
    solve: (options) => solveFacility(problem, options),
  });
}

function costOf({ customers, sites, cost, opening, demand, capacity }: FacilityProblem, plan: SitingPlan): number {
  const load = new Float64Array(sites);
  let sum = 0;
  for (const s of plan.open) sum += opening[s] as number;
  for (let c = 0; c < customers; c++) {
    let parts = 0;
    for (let s = 0; s < sites; s++) {
      const part = plan.share?.[c * sites + s] ?? 0;
      if (part > 0 && !plan.open.includes(s)) return Number.NaN;
      parts += part;
      load[s] = (load[s] as number) + part * (demand[c] as number);
      sum += part * (cost[c * sites + s] as number);
    }
    if (Math.abs(parts - 1) > 1e-9) return Number.NaN;
  }
  return load.every((held, s) => held <= (capacity[s] as number) * (1 + 1e-9)) ? sum : Number.NaN;
}
