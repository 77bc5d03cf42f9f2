import type { Answer, Connection, Engine } from './connection.ts';
import type { EmbeddedReply, EmbeddedStart } from './embedded-messages.ts';
import { EmbeddedWorkerLink } from './embedded-worker-link.ts';
import { TurnQueue } from './turn-queue.ts';
import { wholeRows } from './whole-rows.ts';

const copyBytes = 4 << 20;

export interface EmbeddedEngine extends Engine {
  /** The whole database as a tar archive, to begin another from. */
  dump(): Promise<Uint8Array<ArrayBuffer>>;
}

/** Starts PostgreSQL compiled to WebAssembly in a thread of its own, so that the main thread stays free. */
export async function embeddedEngine(start: EmbeddedStart): Promise<EmbeddedEngine> {
  const link = await EmbeddedWorkerLink.start(start);
  const connection = new EmbeddedConnection(link);
  const turns = new TurnQueue();
  return {
    kind: 'embedded',
    async acquire(rank = 'front') {
      await turns.take(rank);
      return connection;
    },
    release: () => turns.give(),
    async dump() {
      const { bytes } = await link.ask({ kind: 'dump' });
      return new Uint8Array(bytes ?? new ArrayBuffer(0));
    },
    async close() {
      await turns.idle();
      await link.close();
    },
  };
}

class EmbeddedConnection implements Connection {
  readonly #link: EmbeddedWorkerLink;

  constructor(link: EmbeddedWorkerLink) {
    this.#link = link;
  }

  async query(sql: string, parameters: readonly unknown[]): Promise<Answer> {
    const reply = await this.#link.ask({ kind: 'query', sql, parameters });
    return { rows: reply.rows ?? [], affected: reply.affected ?? 0 };
  }

  async copyIn(target: string, source: AsyncIterable<Uint8Array>): Promise<number> {
    const sql = `COPY ${target} FROM '/dev/blob'`;
    let rows = 0;
    // One piece is on its way while the next is made: the thread that makes them and the one that stores them both work.
    let sent: Promise<EmbeddedReply> | undefined;
    try {
      for await (const bytes of wholeRows(source, copyBytes)) {
        rows += (await sent)?.affected ?? 0;
        sent = this.#link.ask({ kind: 'copyIn', sql, bytes: new Uint8Array(bytes) });
        // Heard below; without this a refusal that comes while the next piece is made would end the process.
        sent.catch(() => {});
      }
    } finally {
      await sent?.catch(() => {});
    }
    return rows + ((await sent)?.affected ?? 0);
  }

  async *copyOut(query: string, options: string): AsyncIterable<Uint8Array> {
    const { bytes } = await this.#link.ask({ kind: 'copyOut', sql: `COPY (${query}) TO '/dev/blob'${options}` });
    if (bytes !== undefined && bytes.byteLength > 0) {
      yield new Uint8Array(bytes);
    }
  }
}
