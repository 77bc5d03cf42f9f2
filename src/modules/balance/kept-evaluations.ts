import type { LoadedInput } from './load-input.ts';
import type { Evaluated } from './model.ts';

export interface ReadEvaluation {
  readonly loaded: LoadedInput;
  readonly evaluated: Evaluated;
}

const resultsKept = 24;
const readsKept = 6;
/** From so many units on, reading an area's facts is felt, and its answer is kept for a while. */
const largeUnits = 1_500;
const keptForMs = 60_000;

/**
 * What was computed lately.
 *
 * @remarks Results are kept by the hash of their inputs and are never stale. Whole reads are kept of large areas only, for a minute
 * at most, and forgotten as soon as this process writes anything; another process on the same database is seen after that minute.
 */
export class KeptEvaluations {
  readonly #results = new Map<string, Evaluated>();
  readonly #reads = new Map<string, { readonly at: number; readonly read: ReadEvaluation }>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  forget(): void {
    this.#reads.clear();
  }

  result(key: string, make: () => Evaluated): Evaluated {
    const result = this.#results.get(key) ?? make();
    putLast(this.#results, key, result, resultsKept);
    return result;
  }

  read(key: string): ReadEvaluation | undefined {
    const found = this.#reads.get(key);
    return found !== undefined && this.#now().getTime() - found.at < keptForMs ? found.read : undefined;
  }

  keep(key: string, read: ReadEvaluation): void {
    if (read.evaluated.input.units.size < largeUnits) return;
    putLast(this.#reads, key, { at: this.#now().getTime(), read }, readsKept);
  }
}

function putLast<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) break;
    map.delete(oldest);
  }
}
