import { type CallOptions, ThreadEnded, WorkThread } from './work-thread.ts';

const idleMs = 5 * 60_000;

/**
 * The threads in which long work is done: one stands and keeps what it computed, others come for a job and stay a while in case
 * of another.
 */
export class JobThreads {
  readonly #open: () => WorkThread;
  readonly #idle: { readonly thread: WorkThread; readonly timer: NodeJS.Timeout }[] = [];
  readonly #busy = new Set<WorkThread>();
  #standing: WorkThread | undefined;

  constructor(open: () => WorkThread) {
    this.#open = open;
  }

  /** Asks the standing thread. A question that was under way when a cancelled job took the thread with it is asked once more. */
  async ask(name: string, input: unknown, options?: CallOptions): Promise<unknown> {
    try {
      return await this.#standingThread().call(name, input, options);
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      return this.#standingThread().call(name, input, options);
    }
  }

  /** Has a job done, in the standing thread or in one of its own. */
  async run(where: 'own' | 'standing', name: string, input: unknown, options: CallOptions): Promise<void> {
    if (where === 'standing') {
      await this.#standingThread().call(name, input, options);
      return;
    }
    const thread = this.#takeIdle() ?? this.#open();
    this.#busy.add(thread);
    try {
      await thread.call(name, input, options);
    } finally {
      this.#busy.delete(thread);
      if (!thread.isOver) this.#rest(thread);
    }
  }

  async close(): Promise<void> {
    const idle = this.#idle.splice(0).map(({ thread, timer }) => {
      clearTimeout(timer);
      return thread;
    });
    const standing = this.#standing === undefined ? [] : [this.#standing];
    await Promise.all([...idle, ...standing, ...this.#busy].map((thread) => thread.end()));
  }

  #standingThread(): WorkThread {
    if (this.#standing === undefined || this.#standing.isOver) this.#standing = this.#open();
    return this.#standing;
  }

  #takeIdle(): WorkThread | undefined {
    for (let rested = this.#idle.pop(); rested !== undefined; rested = this.#idle.pop()) {
      clearTimeout(rested.timer);
      if (!rested.thread.isOver) return rested.thread;
    }
    return undefined;
  }

  #rest(thread: WorkThread): void {
    const timer = setTimeout(() => {
      const at = this.#idle.findIndex((one) => one.thread === thread);
      if (at >= 0) this.#idle.splice(at, 1);
      void thread.end();
    }, idleMs);
    timer.unref();
    this.#idle.push({ thread, timer });
  }
}
