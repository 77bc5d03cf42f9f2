import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely } from 'kysely';
import type { Connection, Engine, EngineKind } from './connection.ts';
import { dialectOver } from './connection-driver.ts';
import type { CopyValue } from './copy-text.ts';
import { type Lending, lendConnections } from './lend-connections.ts';
import { ConnectionSession, type CopyTarget, type Session } from './session.ts';
import type { Rank } from './turn-queue.ts';

/**
 * The one door to the data, the same on the embedded engine and on PostgreSQL.
 *
 * @remarks
 * The embedded engine has a single connection: transactions wait for one another. Inside a transaction use only the session it gives;
 * asking the database itself there is refused on both engines, because on the embedded one it would wait for ever.
 */
export interface Database extends Session {
  readonly engine: EngineKind;
  /** Runs the work in one transaction: committed when it returns, rolled back when it throws. */
  transaction<Result>(work: (session: Session) => Promise<Result>): Promise<Result>;
  /** The same data for long readings of which nobody needs each answer at once: their statements go behind everybody else's. */
  behind(): Session;
  /** Lets a thread ask through this door: its statements run here, one connection of ours at a time for each of its own. */
  lend(): Lending;
  /** Waits for running statements and frees the process; must be called once. */
  close(): Promise<void>;
}

/** Opens the door over an engine. */
export function databaseOver(engine: Engine): Database {
  return new EngineDatabase(engine);
}

class EngineDatabase implements Database {
  readonly engine: EngineKind;
  readonly #engine: Engine;
  readonly #rank: Rank;
  readonly #inTransaction: AsyncLocalStorage<true>;

  constructor(engine: Engine, rank: Rank = 'front', inTransaction = new AsyncLocalStorage<true>()) {
    this.engine = engine.kind;
    this.#engine = engine;
    this.#rank = rank;
    this.#inTransaction = inTransaction;
  }

  behind(): Session {
    return new EngineDatabase(this.#engine, 'behind', this.#inTransaction);
  }

  tables<Tables extends object>(): Kysely<Tables> {
    const engine = this.#engine;
    return new Kysely<Tables>({
      dialect: dialectOver({ acquire: () => this.#acquire(), release: (connection) => engine.release(connection) }),
    });
  }

  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]> {
    return this.#withSession((session) => session.query<Row>(sql, parameters));
  }

  copyIn(
    target: CopyTarget,
    rows: AsyncIterable<readonly CopyValue[]> | Iterable<readonly CopyValue[]>,
  ): Promise<number> {
    return this.transaction((session) => session.copyIn(target, rows));
  }

  copyInText(target: CopyTarget, text: AsyncIterable<Uint8Array>): Promise<number> {
    return this.transaction((session) => session.copyInText(target, text));
  }

  async *copyOut(query: string, format?: 'text' | 'binary'): AsyncIterable<Uint8Array> {
    const connection = await this.#acquire();
    try {
      yield* new ConnectionSession(connection).copyOut(query, format);
    } finally {
      this.#engine.release(connection);
    }
  }

  transaction<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    return this.#withConnection(async (connection) => {
      await connection.query('BEGIN', []);
      try {
        const result = await this.#inTransaction.run(true, () => work(new ConnectionSession(connection)));
        await connection.query('COMMIT', []);
        return result;
      } catch (error) {
        // A connection that broke cannot roll back, and need not: the server does. The first error is the one to tell.
        await connection.query('ROLLBACK', []).catch(() => {});
        throw error;
      }
    });
  }

  lend(): Lending {
    return lendConnections(this.#engine);
  }

  close(): Promise<void> {
    return this.#engine.close();
  }

  #withSession<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    return this.#withConnection((connection) => work(new ConnectionSession(connection)));
  }

  async #withConnection<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    const connection = await this.#acquire();
    try {
      return await work(connection);
    } finally {
      this.#engine.release(connection);
    }
  }

  #acquire(): Promise<Connection> {
    if (this.#inTransaction.getStore()) {
      throw new Error('inside a transaction ask its session, not the database');
    }
    return this.#engine.acquire(this.#rank);
  }
}
