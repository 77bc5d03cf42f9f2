import { z } from 'zod';
import { errors } from './errors.ts';

const keys = z.array(z.union([z.string(), z.number(), z.null()]));

/** Where a page ended, as an opaque text: the sort keys of its last row. */
export function writeCursor(lastKeys: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(lastKeys)).toString('base64url');
}

/**
 * Reads a cursor of this many keys back.
 *
 * @throws DomainError `core.cursorRefused`
 */
export function readCursor(cursor: string, keyCount: number): readonly (string | number | null)[] {
  try {
    const read = keys.length(keyCount).safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (read.success) {
      return read.data;
    }
  } catch {
    // Not JSON: refused below like any other wrong cursor.
  }
  throw errors.cursorRefused();
}
