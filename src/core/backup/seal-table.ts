import { createHash } from 'node:crypto';
import { quoteName, type Session } from '#core/db';
import type { TableSeal } from './frame.ts';
import type { StoredTable } from './list-tables.ts';

const lineFeed = 10;

/** Reads a table in its fixed order, hands each piece on, and answers its seal. */
export async function sealTable(
  session: Session,
  { table, orderBy }: StoredTable,
  columns: readonly string[],
  onBytes: (bytes: Uint8Array) => void | Promise<void> = () => {},
): Promise<TableSeal> {
  const hash = createHash('sha256');
  let rows = 0;
  const query = `SELECT ${columns.map(quoteName).join(', ')} FROM ${quoteName(table)} ORDER BY ${orderBy}`;
  for await (const bytes of session.copyOut(query)) {
    hash.update(bytes);
    rows += countLines(bytes);
    await onBytes(bytes);
  }
  return { rows, sha256: hash.digest('hex') };
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) {
    lines += 1;
  }
  return lines;
}
