import type { Answer, Connection, Engine } from './connection.ts';
import { DatabaseError } from './database-error.ts';
import type { LentDatabase, PortFailure, PortReply, PortRequest } from './port-messages.ts';

/** The engine of a thread: every statement is run by the thread that lent its connections. */
export function portEngine({ engine, port }: LentDatabase): Engine {
  const link = new PortLink(port);
  return {
    kind: engine,
    acquire: async () => new PortConnection(link, Number(await link.ask({ kind: 'acquire' }))),
    release(connection) {
      if (connection instanceof PortConnection) void link.ask({ kind: 'release', connection: connection.id });
    },
    close: async () => port.close(),
  };
}

type Listener = (reply: PortReply) => void;

class PortLink {
  readonly #port: LentDatabase['port'];
  readonly #listeners = new Map<number, Listener>();
  #lastId = 0;

  constructor(port: LentDatabase['port']) {
    this.#port = port;
    port.on('message', (reply: PortReply) => this.#listeners.get(reply.id)?.(reply));
  }

  /** Sends a request whose replies the listener hears until it says it is over. */
  open(request: PortRequest, listen: (reply: PortReply, over: () => void) => void): number {
    this.#lastId += 1;
    const id = this.#lastId;
    this.#listeners.set(id, (reply) => listen(reply, () => this.#listeners.delete(id)));
    this.tell(request, id);
    return id;
  }

  tell(request: PortRequest, id = 0): void {
    this.#port.postMessage({ id, request }, []);
  }

  ask(request: PortRequest): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.open(request, (reply, over) => {
        over();
        if (reply.failure === undefined) resolve(reply.value);
        else reject(errorOf(reply.failure));
      });
    });
  }
}

class PortConnection implements Connection {
  readonly id: number;
  readonly #link: PortLink;

  constructor(link: PortLink, id: number) {
    this.#link = link;
    this.id = id;
  }

  async query(sql: string, parameters: readonly unknown[]): Promise<Answer> {
    return (await this.#link.ask({ kind: 'query', connection: this.id, sql, parameters })) as Answer;
  }

  copyIn(target: string, source: AsyncIterable<Uint8Array>): Promise<number> {
    const pieces = source[Symbol.asyncIterator]();
    let broken: unknown;
    return new Promise<number>((resolve, reject) => {
      const send = async (of: number): Promise<void> => {
        try {
          const next: IteratorResult<Uint8Array, unknown> = await pieces.next();
          this.#link.tell(next.done === true ? { kind: 'piece', of } : { kind: 'piece', of, bytes: next.value });
        } catch (error) {
          broken = error;
          this.#link.tell({ kind: 'piece', of, broken: true });
        }
      };
      const id = this.#link.open({ kind: 'copyIn', connection: this.id, target }, (reply, over) => {
        if (reply.value === 'more') {
          void send(id);
          return;
        }
        over();
        if (reply.failure === undefined) resolve(Number(reply.value));
        else reject(broken ?? errorOf(reply.failure));
      });
    });
  }

  async *copyOut(query: string, options: string): AsyncIterable<Uint8Array> {
    let next = Promise.withResolvers<PortReply>();
    const id = this.#link.open({ kind: 'copyOut', connection: this.id, query, options }, (reply, over) => {
      if (reply.bytes === undefined) over();
      next.resolve(reply);
    });
    let isOver = false;
    try {
      for (;;) {
        const { bytes, failure } = await next.promise;
        isOver = bytes === undefined;
        if (failure !== undefined) throw errorOf(failure);
        if (bytes === undefined) return;
        next = Promise.withResolvers();
        // Asked for before this piece is used, so that the next is on its way meanwhile.
        this.#link.tell({ kind: 'more', of: id });
        yield bytes;
      }
    } finally {
      if (!isOver) this.#link.tell({ kind: 'enough', of: id });
    }
  }
}

function errorOf({ message, sqlState, table, constraint }: PortFailure): Error {
  return sqlState === undefined ? new Error(message) : new DatabaseError(message, sqlState, table, constraint);
}
