import type { Rank } from './turn-queue.ts';

/** What one statement answered. `affected` counts the rows an insert, update, delete or copy touched. */
export interface Answer {
  readonly rows: readonly unknown[];
  readonly affected: number;
}

/** One connection of an engine; statements on it run one after another. */
export interface Connection {
  /** A `COMMIT` that the server turned into a rollback, because a statement before it failed, throws. */
  query(sql: string, parameters: readonly unknown[]): Promise<Answer>;
  /** Runs a `COPY … FROM STDIN` with text rows; chunks may end anywhere. Answers the number of rows. */
  copyIn(target: string, source: AsyncIterable<Uint8Array>): Promise<number>;
  /** Runs a `COPY (…) TO STDOUT` and yields its bytes. */
  copyOut(query: string, options: string): AsyncIterable<Uint8Array>;
}

/** Where connections come from. */
export interface Engine {
  readonly kind: EngineKind;
  /** The embedded engine has one connection, which people's requests get before work `behind` them; a server has enough for both. */
  acquire(rank?: Rank): Promise<Connection>;
  release(connection: Connection): void;
  close(): Promise<void>;
}

export type EngineKind = 'embedded' | 'postgres';
