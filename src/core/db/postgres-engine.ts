import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Answer, Connection, Engine } from './connection.ts';
import { CopyOut } from './copy-out.ts';
import { DatabaseError } from './database-error.ts';

const typeOf = { int8: 20, date: 1082 } as const;

const types = new pg.TypeOverrides();
types.setTypeParser(typeOf.int8, Number);
types.setTypeParser(typeOf.date, (text) => text);

/** Connects to a PostgreSQL server, 15 or later. */
export function postgresEngine(url: string, connectionLimit = 10): Engine {
  const pool = new pg.Pool({ connectionString: url, max: connectionLimit, types, application_name: 'junheng' });
  // An idle connection that the server drops must not end the process; the next query opens another.
  pool.on('error', () => {});
  return {
    kind: 'postgres',
    async acquire() {
      try {
        return new PostgresConnection(await pool.connect());
      } catch (error) {
        throw DatabaseError.from(error);
      }
    },
    release(connection) {
      if (connection instanceof PostgresConnection) {
        connection.client.release(connection.isBroken);
      }
    },
    close: () => pool.end(),
  };
}

class PostgresConnection implements Connection {
  readonly client: pg.PoolClient;
  isBroken = false;

  constructor(client: pg.PoolClient) {
    this.client = client;
  }

  async query(sql: string, parameters: readonly unknown[]): Promise<Answer> {
    try {
      const result = await this.client.query<Record<string, unknown>>(sql, [...parameters]);
      if (sql === 'COMMIT' && result.command !== 'COMMIT') {
        throw new DatabaseError('the transaction was rolled back', '25P02');
      }
      return { rows: result.rows, affected: result.rowCount ?? 0 };
    } catch (error) {
      throw this.#refusal(error);
    }
  }

  async copyIn(target: string, source: AsyncIterable<Uint8Array>): Promise<number> {
    const stream = this.client.query(copyFrom(`COPY ${target} FROM STDIN`));
    try {
      await pipeline(Readable.from(source, { objectMode: false }), stream);
      return stream.rowCount;
    } catch (error) {
      throw this.#refusal(error);
    }
  }

  async *copyOut(query: string, options: string): AsyncIterable<Uint8Array> {
    const blocks = this.client.query(new CopyOut(`COPY (${query}) TO STDOUT${options}`));
    let isWhole = false;
    try {
      yield* blocks;
      isWhole = true;
    } catch (error) {
      throw this.#refusal(error);
    } finally {
      // A copy left in the middle cannot be resumed; the pool drops its connection.
      this.isBroken ||= !isWhole;
    }
  }

  #refusal(error: unknown): unknown {
    const refusal = DatabaseError.from(error);
    this.isBroken ||= !(refusal instanceof DatabaseError);
    return refusal;
  }
}
