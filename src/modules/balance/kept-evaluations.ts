import type { LoadedInput } from './load-input.ts';
import type { Evaluated } from './model.ts';

export interface ReadEvaluation {
  readonly loaded: LoadedInput;
  readonly evaluated: Evaluated;
}

const resultsKept = 24;
const readsKept = 6;
/**
 * What was computed lately.
 *
 * @remarks Results are kept by the hash of their inputs and are never stale. Whole reads are kept of areas above the county, each with the
 * stamp of the database as it was read, so that what any process has written since is seen with the next question.
 */
export class KeptEvaluations {
  readonly #results = new Map<string, Evaluated>();
  readonly #reads = new Map<string, { readonly stamp: string; readonly read: ReadEvaluation }>();

  result(key: string, make: () => Evaluated): Evaluated {
    const result = this.#results.get(key) ?? make();
    putLast(this.#results, key, result, resultsKept);
    return result;
  }

  read(key: string, stamp: string): ReadEvaluation | undefined {
    const found = this.#reads.get(key);
    return found?.stamp === stamp ? found.read : undefined;
  }

  keep(key: string, stamp: string, read: ReadEvaluation): void {
    // The area itself is the first row.
    const level = read.evaluated.input.areas.level[0];
    if (level === 'county' || level === 'township') return;
    putLast(this.#reads, key, { stamp, read }, readsKept);
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
