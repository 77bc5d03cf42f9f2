import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DistrictingProblem } from '#kernels/districting';

export interface Grid {
  readonly width: number;
  readonly height: number;
  readonly population: readonly number[];
  readonly school_units: readonly number[];
  readonly capacity: readonly number[];
  readonly minimum: readonly number[];
  readonly optimum: number | null;
}

export async function readGrids(data: string): Promise<{ readonly name: string; readonly grid: Grid }[]> {
  const folder = join(data, 'districting');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
  const sorted = files.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return Promise.all(
    sorted.map(async (file) => {
      const parsed: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'));
      return { name: file.replace(/\.json$/, ''), grid: parsed as Grid };
    }),
  );
}

/** Children × Manhattan distance, neighbours along edges. */
export function problemOf({ width, height, population, school_units: schools, capacity, minimum }: Grid) {
  const units = width * height;
  const zones = schools.length;
  const starts = [0];
  const neighbours: number[] = [];
  const cost = new Float64Array(units * zones);
  const place = (u: number) => [u % width, Math.floor(u / width)] as const;
  for (let u = 0; u < units; u++) {
    const [x, y] = place(u);
    if (x > 0) neighbours.push(u - 1);
    if (x < width - 1) neighbours.push(u + 1);
    if (y > 0) neighbours.push(u - width);
    if (y < height - 1) neighbours.push(u + width);
    starts.push(neighbours.length);
    for (let z = 0; z < zones; z++) {
      const [a, b] = place(schools[z] ?? 0);
      cost[u * zones + z] = (population[u] ?? 0) * (Math.abs(x - a) + Math.abs(y - b));
    }
  }
  const problem: DistrictingProblem = {
    units,
    zones,
    neighbourStart: Int32Array.from(starts),
    neighbour: Int32Array.from(neighbours),
    children: Float64Array.from(population),
    cost,
    school: Int32Array.from(schools),
    seats: Float64Array.from(capacity),
    least: Float64Array.from(minimum),
  };
  return problem;
}

/** A county of 5,000 units and 100 schools at places of chance, 6 % more seats than children. */
export function inventCounty(): Grid {
  const [width, height, zones] = [100, 50, 100];
  let state = 1;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const population = Array.from({ length: width * height }, () => Math.floor(20 + random() * 100));
  const schools = new Set<number>();
  while (schools.size < zones) schools.add(Math.floor(random() * width * height));
  const total = population.reduce((sum, one) => sum + one, 0);
  const sizes = Array.from({ length: zones }, () => 0.8 + 0.4 * random());
  const size = sizes.reduce((sum, one) => sum + one, 0);
  const capacity = sizes.map((one) => Math.ceil((1.06 * total * one) / size));
  return {
    width,
    height,
    population,
    school_units: [...schools],
    capacity,
    minimum: capacity.map(() => 0),
    optimum: null,
  };
}
