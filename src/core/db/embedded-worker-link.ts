import { Worker } from 'node:worker_threads';
import { DatabaseError } from './database-error.ts';
import type { EmbeddedFailure, EmbeddedReply, EmbeddedRequest, EmbeddedStart } from './embedded-messages.ts';

interface Waiter {
  resolve(reply: EmbeddedReply): void;
  reject(error: Error): void;
}

/** The main thread's end of the worker that holds the embedded database. */
export class EmbeddedWorkerLink {
  readonly #worker: Worker;
  readonly #waiters = new Map<number, Waiter>();
  #lastId = 0;
  #ended: Error | undefined;

  private constructor(start: EmbeddedStart) {
    this.#worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: start, stderr: false });
    this.#worker.on('message', (reply: EmbeddedReply) => this.#settle(reply));
    this.#worker.on('error', (error) => this.#end(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', () => this.#end(new Error('the embedded database is closed')));
  }

  static async start(start: EmbeddedStart): Promise<EmbeddedWorkerLink> {
    const link = new EmbeddedWorkerLink(start);
    await link.#reply(0);
    return link;
  }

  ask(request: EmbeddedRequest): Promise<EmbeddedReply> {
    this.#lastId += 1;
    const id = this.#lastId;
    const reply = this.#reply(id);
    this.#worker.postMessage({ id, request }, request.kind === 'copyIn' ? [request.bytes.buffer] : []);
    return reply;
  }

  async close(): Promise<void> {
    await this.ask({ kind: 'close' });
    await this.#worker.terminate();
  }

  #reply(id: number): Promise<EmbeddedReply> {
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(this.#ended);
      } else {
        this.#waiters.set(id, { resolve, reject });
      }
    });
  }

  #settle(reply: EmbeddedReply): void {
    const waiter = this.#waiters.get(reply.id);
    this.#waiters.delete(reply.id);
    if (reply.failure) {
      waiter?.reject(errorOf(reply.failure));
    } else {
      waiter?.resolve(reply);
    }
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const waiter of this.#waiters.values()) {
      waiter.reject(this.#ended);
    }
    this.#waiters.clear();
  }
}

function errorOf({ message, sqlState, table, constraint }: EmbeddedFailure): Error {
  return sqlState === undefined ? new Error(message) : new DatabaseError(message, sqlState, table, constraint);
}
