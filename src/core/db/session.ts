import { Kysely } from 'kysely';
import type { Connection } from './connection.ts';
import { dialectOver } from './connection-driver.ts';
import { type CopyValue, copyText } from './copy-text.ts';

/**
 * A way to ask the database: either freely, or inside one transaction.
 *
 * @remarks
 * Types are alike on both engines: `bigint` arrives as a number, `numeric` as text, `date` as `YYYY-MM-DD`, `timestamptz` as a `Date`,
 * `jsonb` parsed, `bytea` as bytes. A JSON parameter is given as text (`JSON.stringify`), for a JavaScript array means an SQL array.
 */
export interface Session {
  /** Kysely over the tables the caller owns. */
  tables<Tables extends object>(): Kysely<Tables>;
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /** Copies rows into a table, in the order they come, holding only a few megabytes at a time. Answers their number. */
  copyIn(
    target: CopyTarget,
    rows: AsyncIterable<readonly CopyValue[]> | Iterable<readonly CopyValue[]>,
  ): Promise<number>;
  /** The same for bytes that are already COPY text. */
  copyInText(target: CopyTarget, text: AsyncIterable<Uint8Array>): Promise<number>;
  /** The bytes of a query in PostgreSQL's text or binary COPY format. */
  copyOut(query: string, format?: 'text' | 'binary'): AsyncIterable<Uint8Array>;
}

export interface CopyTarget {
  readonly table: string;
  readonly columns: readonly string[];
}

/** The session of one transaction. */
export class ConnectionSession implements Session {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  tables<Tables extends object>(): Kysely<Tables> {
    const connection = this.#connection;
    return new Kysely<Tables>({ dialect: dialectOver({ acquire: async () => connection, release: () => {} }) });
  }

  async query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    const answer = await this.#connection.query(sql, parameters);
    return answer.rows as readonly Row[];
  }

  copyIn(
    target: CopyTarget,
    rows: AsyncIterable<readonly CopyValue[]> | Iterable<readonly CopyValue[]>,
  ): Promise<number> {
    return this.copyInText(target, copyText(rows));
  }

  copyInText(target: CopyTarget, text: AsyncIterable<Uint8Array>): Promise<number> {
    return this.#connection.copyIn(copyTargetSql(target), text);
  }

  copyOut(query: string, format: 'text' | 'binary' = 'text'): AsyncIterable<Uint8Array> {
    return this.#connection.copyOut(query, format === 'binary' ? ' WITH (FORMAT binary)' : '');
  }
}

function copyTargetSql(target: CopyTarget): string {
  return `${quoteName(target.table)} (${target.columns.map(quoteName).join(', ')})`;
}

/** A name as SQL: quoted, so that any text is safe. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as an SQL literal, for the few statements that take no parameters (COPY). */
export function quoteText(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return text.includes('\\') ? ` E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}
