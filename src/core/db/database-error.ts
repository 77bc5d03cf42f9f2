/**
 * A statement that the database refused, alike on both engines.
 *
 * @remarks The server's `detail` is left out: it quotes row values, and those may be personal.
 */
export class DatabaseError extends Error {
  /** The five-character SQLSTATE, such as `23505` for a duplicate key. */
  readonly sqlState: string;
  readonly table: string | undefined;
  readonly constraint: string | undefined;

  constructor(message: string, sqlState: string, table?: string, constraint?: string) {
    super(message);
    this.name = 'DatabaseError';
    this.sqlState = sqlState;
    this.table = table;
    this.constraint = constraint;
  }

  /** Keeps what is safe of a driver's error; anything without an SQLSTATE is given back as it is. */
  static from(error: unknown): unknown {
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string' || error.code.length !== 5) {
      return error;
    }
    return new DatabaseError(error.message, error.code, textOf(error, 'table'), textOf(error, 'constraint'));
  }
}

function textOf(error: object, name: string): string | undefined {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : undefined;
}
