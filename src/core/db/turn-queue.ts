/** Who asks: a person's request, or work that goes on beside it in a thread. */
export type Rank = 'front' | 'behind';

interface Waiting {
  readonly since: number;
  readonly go: () => void;
}

/** How long the front must be quiet before work behind has its turn: a page asks its statements one after another. */
const quietMs = 15;
/** Work behind that has waited so long, since it came and since the last turn behind, has the next turn, whoever else waits. */
const patienceMs = 50;

/**
 * Turns on something that serves one at a time. Within a rank whoever came first goes first; the front goes before work behind,
 * which in turn is never kept waiting for good.
 */
export class TurnQueue {
  readonly #now: () => number;
  readonly #front: Waiting[] = [];
  readonly #behind: Waiting[] = [];
  #isTaken = false;
  readonly #endedAt: Record<Rank, number> = { front: Number.NEGATIVE_INFINITY, behind: Number.NEGATIVE_INFINITY };
  #holder: Rank = 'behind';
  #timer: NodeJS.Timeout | undefined;
  #idle: (() => void)[] = [];

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Resolves when it is the caller's turn; the turn ends with `give`. */
  take(rank: Rank): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    (rank === 'front' ? this.#front : this.#behind).push({ since: this.#now(), go: resolve });
    this.#next();
    return promise;
  }

  give(): void {
    this.#isTaken = false;
    this.#endedAt[this.#holder] = this.#now();
    this.#next();
    if (!this.#isTaken && this.#front.length + this.#behind.length === 0) {
      for (const tell of this.#idle.splice(0)) tell();
    }
  }

  /** Resolves when nobody has or awaits a turn. */
  idle(): Promise<void> {
    if (!this.#isTaken && this.#front.length + this.#behind.length === 0) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#idle.push(resolve);
    return promise;
  }

  #next(): void {
    clearTimeout(this.#timer);
    if (this.#isTaken) return;
    const [patient] = this.#behind;
    const dueMs =
      patient === undefined
        ? Number.POSITIVE_INFINITY
        : Math.max(patient.since, this.#endedAt.behind) + patienceMs - this.#now();
    if (dueMs > 0 && this.#front.length > 0) return this.#start('front', this.#front);
    if (patient === undefined) return;
    const waitMs = Math.min(this.#endedAt.front + quietMs - this.#now(), dueMs);
    if (waitMs <= 0) return this.#start('behind', this.#behind);
    this.#timer = setTimeout(() => this.#next(), waitMs);
  }

  #start(rank: Rank, from: Waiting[]): void {
    this.#isTaken = true;
    this.#holder = rank;
    from.shift()?.go();
  }
}
