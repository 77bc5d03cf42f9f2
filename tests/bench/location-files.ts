import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CapacitatedMedianProblem, FacilityProblem, SitingProblem } from '#kernels/location';

/** The names of a family's published problems, in the order of their numbers. */
export async function problemNames(data: string, family: string): Promise<string[]> {
  const files = await readdir(join(data, 'location', family));
  return files.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

export async function readNumbers(data: string, family: string, file: string): Promise<number[]> {
  const bytes = await readFile(join(data, 'location', family, file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  // a word in place of a number (the capacity that a file leaves open) is read as NaN
  return text.trim().split(/\s+/).map(Number);
}

export async function readOptima(data: string): Promise<Optima> {
  const parsed: unknown = JSON.parse(await readFile(join(data, 'location', 'optima.json'), 'utf8'));
  return parsed as Optima;
}

export interface Optima {
  readonly pmed: Readonly<Record<string, number>>;
  readonly cpmp: Readonly<Record<string, { readonly optimum: number | null; readonly best_found: number | null }>>;
  readonly cfl: Readonly<Record<string, number>>;
  readonly capa_by_capacity: Readonly<Record<string, number>>;
}

/** OR-Library pmed: `n m p`, then edges, of which a later one overwrites an earlier one; cost = shortest path. */
export function readMedian(numbers: readonly number[]): SitingProblem {
  const [n = 0, edges = 0, open = 0] = numbers;
  const cost = new Float64Array(n * n).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < n; i++) cost[i * n + i] = 0;
  for (let e = 0; e < edges; e++) {
    const [from = 1, to = 1, length = 0] = numbers.slice(3 + 3 * e, 6 + 3 * e);
    cost[(from - 1) * n + to - 1] = length;
    cost[(to - 1) * n + from - 1] = length;
  }
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      const first = cost[i * n + k] as number;
      if (first === Number.POSITIVE_INFINITY) continue;
      for (let j = 0; j < n; j++) {
        const way = first + (cost[k * n + j] as number);
        if (way < (cost[i * n + j] as number)) cost[i * n + j] = way;
      }
    }
  }
  return { customers: n, sites: n, cost, open };
}

/** `n p`, the distance matrix, demands, capacities; an open median serves its own demand. */
export function readCapacitatedMedian(numbers: readonly number[]): CapacitatedMedianProblem {
  const [n = 0, open = 0] = numbers;
  const list = (from: number, length: number) => Float64Array.from(numbers.slice(from, from + length));
  return {
    customers: n,
    sites: n,
    open,
    cost: list(2, n * n),
    demand: list(2 + n * n, n),
    capacity: list(2 + n * n + n, n),
    home: Int32Array.from({ length: n }, (_, i) => i),
  };
}

/** OR-Library cap: `m n`, m times `capacity opening-cost`, then for each customer its demand and m costs of serving it whole. */
export function readFacility(numbers: readonly number[], capacity?: number): FacilityProblem {
  const [sites = 0, customers = 0] = numbers;
  const first = 2 + 2 * sites;
  const row = (c: number) => first + c * (sites + 1);
  const at = (i: number) => numbers[i] ?? Number.NaN;
  return {
    sites,
    customers,
    capacity: Float64Array.from({ length: sites }, (_, s) => capacity ?? at(2 + 2 * s)),
    opening: Float64Array.from({ length: sites }, (_, s) => at(3 + 2 * s)),
    demand: Float64Array.from({ length: customers }, (_, c) => at(row(c))),
    cost: Float64Array.from({ length: customers * sites }, (_, i) => at(row(Math.floor(i / sites)) + 1 + (i % sites))),
  };
}
