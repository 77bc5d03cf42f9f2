import { readdir } from 'node:fs/promises';
import type { Bench, BenchLine, BenchOptions } from './bench-line.ts';

export type { BenchLine, BenchOptions } from './bench-line.ts';

const ending = '.bench.ts';

/** The benchmarks beside this file, by name. */
export async function benchNames(): Promise<string[]> {
  const files = await readdir(new URL('.', import.meta.url));
  return files
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}

/** Runs benchmarks one after another; lines come as they are measured. */
export async function* runBenches(names: readonly string[], options: BenchOptions = {}): AsyncGenerator<BenchLine> {
  for (const name of names) {
    const bench = (await import(new URL(`${name}${ending}`, import.meta.url).href)) as Bench;
    yield* bench.run(options);
  }
}
