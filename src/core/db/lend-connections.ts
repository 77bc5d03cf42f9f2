import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Connection, Engine } from './connection.ts';
import { DatabaseError } from './database-error.ts';
import type { LentDatabase, PortCall, PortFailure, PortReply } from './port-messages.ts';

/** A lent database with the way to take it back. */
export interface Lending {
  readonly lent: LentDatabase;
  /** To be called when the thread has ended: what it left open is rolled back and freed. */
  takeBack(): Promise<void>;
}

/**
 * Lends an engine's connections to a thread: its statements run here, their bytes travel without being looked at.
 *
 * @remarks
 * The embedded engine has one connection and a server's pool has few, so a thread opens none of its own. Its statements stand
 * behind those of people's requests.
 */
export function lendConnections(engine: Engine): Lending {
  const { port1, port2 } = new MessageChannel();
  const lender = new Lender(engine, port1);
  return { lent: { engine: engine.kind, port: port2 }, takeBack: () => lender.takeBack() };
}

class Lender {
  readonly #engine: Engine;
  readonly #port: MessagePort;
  readonly #held = new Map<number, Connection>();
  readonly #working = new Set<Promise<void>>();
  readonly #pieces = new Map<number, PieceQueue>();
  readonly #credits = new Map<number, (isWanted: boolean) => void>();
  #isOver = false;

  constructor(engine: Engine, port: MessagePort) {
    this.#engine = engine;
    this.#port = port;
    port.on('message', (call: PortCall) => this.#take(call));
    port.unref();
  }

  async takeBack(): Promise<void> {
    this.#isOver = true;
    this.#port.close();
    for (const queue of this.#pieces.values()) queue.break();
    for (const more of this.#credits.values()) more(false);
    await Promise.all(this.#working);
    for (const [id, connection] of this.#held) {
      this.#held.delete(id);
      await connection.query('ROLLBACK', []).catch(() => {});
      this.#engine.release(connection);
    }
  }

  #take({ id, request }: PortCall): void {
    if (request.kind === 'piece') {
      this.#pieces.get(request.of)?.put(request.bytes, request.broken === true);
    } else if (request.kind === 'more' || request.kind === 'enough') {
      this.#credits.get(request.of)?.(request.kind === 'more');
    } else {
      const work: Promise<void> = this.#answer(id, request)
        .then(
          (value) => this.#reply({ id, value }),
          (error: unknown) => this.#reply({ id, failure: failureOf(error) }),
        )
        .finally(() => this.#working.delete(work));
      this.#working.add(work);
    }
  }

  async #answer(
    id: number,
    request: Exclude<PortCall['request'], { kind: 'piece' | 'more' | 'enough' }>,
  ): Promise<unknown> {
    if (request.kind === 'acquire') {
      const connection = await this.#engine.acquire('behind');
      if (this.#isOver) this.#engine.release(connection);
      else this.#held.set(id, connection);
      return id;
    }
    const connection = this.#held.get(request.connection);
    if (connection === undefined) throw new Error('this connection was not lent');
    switch (request.kind) {
      case 'release':
        this.#held.delete(request.connection);
        this.#engine.release(connection);
        return null;
      case 'query':
        return connection.query(request.sql, request.parameters);
      case 'copyIn':
        return this.#copyIn(id, connection, request.target);
      case 'copyOut':
        return this.#copyOut(id, connection, request.query, request.options);
    }
  }

  async #copyIn(id: number, connection: Connection, target: string): Promise<number> {
    const queue = new PieceQueue(() => this.#reply({ id, value: 'more' }));
    this.#pieces.set(id, queue);
    try {
      return await connection.copyIn(target, queue.pieces());
    } finally {
      this.#pieces.delete(id);
    }
  }

  async #copyOut(id: number, connection: Connection, query: string, options: string): Promise<null> {
    try {
      for await (const bytes of connection.copyOut(query, options)) {
        const { promise, resolve } = Promise.withResolvers<boolean>();
        this.#credits.set(id, resolve);
        // A server's chunks lie in buffers that it uses again; whole ones are handed over without a copy.
        const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes : Uint8Array.from(bytes);
        this.#reply({ id, bytes: whole }, whole);
        if (!(await promise)) break;
      }
    } finally {
      this.#credits.delete(id);
    }
    return null;
  }

  #reply(message: PortReply, moved?: Uint8Array): void {
    if (!this.#isOver) this.#port.postMessage(message, moved?.buffer instanceof ArrayBuffer ? [moved.buffer] : []);
  }
}

/** Pieces that arrive by message, taken one by one. */
class PieceQueue {
  readonly #askMore: () => void;
  #next = Promise.withResolvers<{ bytes: Uint8Array | undefined; isBroken: boolean }>();

  constructor(askMore: () => void) {
    this.#askMore = askMore;
    // A copy that fails before its source does would leave a rejection nobody hears.
    this.#next.promise.catch(() => {});
  }

  put(bytes: Uint8Array | undefined, isBroken: boolean): void {
    this.#next.resolve({ bytes, isBroken });
  }

  break(): void {
    this.#next.resolve({ bytes: undefined, isBroken: true });
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    for (;;) {
      this.#askMore();
      const { bytes, isBroken } = await this.#next.promise;
      if (isBroken) throw new Error('the source of a copy failed');
      if (bytes === undefined) return;
      this.#next = Promise.withResolvers();
      yield bytes;
    }
  }
}

function failureOf(error: unknown): PortFailure {
  if (error instanceof DatabaseError) {
    const { message, sqlState, table, constraint } = error;
    return { message, sqlState, table, constraint };
  }
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
