/** One measurement beside its peer. Times are medians in milliseconds; `ratio` is ours over the peer's. */
export interface BenchLine {
  readonly bench: string;
  readonly n: number;
  readonly ours_ms: number;
  readonly peer: string;
  readonly peer_ms: number | null;
  readonly ratio: number | null;
  readonly goal: string;
  readonly met: boolean;
  /** Whether both came to the same answer, compared inside the benchmark. */
  readonly correct: boolean;
  /** Of an optimiser: (cost - proved lower bound) / cost. */
  readonly gap?: number;
  /** Of an optimiser on a published problem: which one, what was found, what no plan beats, and the published optimum. */
  readonly instance?: string;
  readonly value?: number;
  readonly bound?: number;
  readonly optimum?: number | null;
  readonly note?: string;
}

export interface BenchOptions {
  /** A folder of published problems with known answers, compared too where it is given. */
  readonly benchmarks?: string;
  /** A PostgreSQL server on which scratch databases may be made. */
  readonly databaseUrl?: string;
}

export interface Bench {
  run(options: BenchOptions): AsyncIterable<BenchLine>;
}

/** A measurement whose goal is a largest ratio to the peer. */
export function compareTimes(
  { bench, n, peer, goal, most, note }: Pick<BenchLine, 'bench' | 'n' | 'peer' | 'goal' | 'note'> & { most: number },
  ours: readonly number[],
  theirs: readonly number[],
  correct: boolean,
): BenchLine {
  const ratio = median(ours) / median(theirs);
  return {
    bench,
    n,
    ours_ms: median(ours),
    peer,
    peer_ms: median(theirs),
    ratio,
    goal,
    met: ratio <= most && correct,
    correct,
    ...(note === undefined ? {} : { note }),
  };
}

/** Runs the work and gives its answer with the milliseconds it took. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly ms: number; readonly answer: T }> {
  const start = performance.now();
  const answer = await work();
  return { ms: performance.now() - start, answer };
}

export function isNear(actual: number, expected: number, relative: number): boolean {
  return Math.abs(actual - expected) <= relative * Math.abs(expected);
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}
