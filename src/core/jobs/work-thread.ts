import { totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Database, Lending } from '#core/db';
import { DomainError } from '#core/errors';
import { currentOrigin } from '#core/origin';
import type { JobProgress } from './job-kind.ts';
import type { ThreadReply, ThreadStart } from './thread-messages.ts';

export interface ThreadOptions {
  /** The file that runs in the thread and calls `serveThread`. */
  readonly script: URL;
  readonly database: Database;
  /** Plain data for the script. */
  readonly given: unknown;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: JobProgress) => void) | undefined;
}

interface Waiter {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  readonly onProgress: CallOptions['onProgress'];
}

/** Half of the machine's memory: a nation's evaluation does not fit into what a thread gets by itself. */
const heapMegabytes = Math.max(2_048, Math.floor(totalmem() / 2 ** 21));

/** The thread was ended while it worked. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
}

/** A thread with our database lent to it, which answers questions one after another or side by side. */
export class WorkThread {
  readonly #worker: Worker;
  readonly #lending: Lending;
  readonly #waiters = new Map<number, Waiter>();
  readonly #gone: Promise<void>;
  #lastId = 0;
  #ended: Error | undefined;

  constructor({ script, database, given }: ThreadOptions) {
    this.#lending = database.lend();
    const { lent } = this.#lending;
    this.#worker = new Worker(script, {
      workerData: { lent, given } satisfies ThreadStart,
      transferList: [lent.port],
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    this.#worker.on('message', (reply: ThreadReply) => this.#settle(reply));
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#gone = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        this.#fail(new ThreadEnded('the thread has ended'));
        void this.#lending.takeBack().then(resolve);
      });
    });
    this.#worker.unref();
  }

  get isOver(): boolean {
    return this.#ended !== undefined;
  }

  /** @throws DomainError as the thread refused it; `ThreadEnded`; the signal's reason, and then the thread is ended. */
  async call(name: string, input: unknown, { signal, onProgress }: CallOptions = {}): Promise<unknown> {
    signal?.throwIfAborted();
    if (this.#ended) throw this.#ended;
    this.#lastId += 1;
    const id = this.#lastId;
    const stop = () => void this.end();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await new Promise<unknown>((resolve, reject) => {
        this.#waiters.set(id, { resolve, reject, onProgress });
        this.#worker.postMessage({ id, name, input, origin: currentOrigin() }, []);
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  /** Ends the thread whatever it does; resolves when its statements are rolled back. */
  async end(): Promise<void> {
    await this.#worker.terminate();
    await this.#gone;
  }

  #settle(reply: ThreadReply): void {
    const waiter = this.#waiters.get(reply.id);
    if (reply.kind === 'progress') {
      waiter?.onProgress?.(reply.progress);
      return;
    }
    this.#waiters.delete(reply.id);
    if (reply.kind === 'answer') waiter?.resolve(reply.value);
    else if (reply.kind === 'refused') waiter?.reject(new DomainError(reply.refusal));
    else waiter?.reject(new Error(reply.message));
  }

  #fail(error: Error): void {
    this.#ended ??= error;
    for (const waiter of this.#waiters.values()) waiter.reject(this.#ended);
    this.#waiters.clear();
  }
}
