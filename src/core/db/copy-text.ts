export type CopyValue = string | number | boolean | null | undefined | readonly string[];

const chunkCharacters = 1 << 18;

/**
 * Writes rows in PostgreSQL's COPY text format, in chunks of about a quarter of a megabyte that end between rows.
 *
 * @remarks `null` and `undefined` become SQL NULL; an array of strings becomes a `text[]`. Numbers keep every digit.
 */
export async function* copyText(
  rows: AsyncIterable<readonly CopyValue[]> | Iterable<readonly CopyValue[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for await (const row of rows) {
    text += copyLine(row);
    if (text.length >= chunkCharacters) {
      yield encoder.encode(text);
      text = '';
    }
  }
  if (text !== '') {
    yield encoder.encode(text);
  }
}

/** One row as a line of COPY text, with its line end. */
export function copyLine(row: readonly CopyValue[]): string {
  let line = '';
  for (let column = 0; column < row.length; column += 1) {
    line += column === 0 ? cellOf(row[column]) : `\t${cellOf(row[column])}`;
  }
  return `${line}\n`;
}

function cellOf(value: CopyValue): string {
  if (value === null || value === undefined) {
    return '\\N';
  }
  if (typeof value === 'number') {
    return String(value);
  }
  if (typeof value === 'string') {
    return escapeCell(value);
  }
  return typeof value === 'boolean' ? (value ? 't' : 'f') : escapeCell(arrayLiteral(value));
}

function escapeCell(value: string): string {
  return /[\\\n\r\t]/.test(value)
    ? value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')
    : value;
}

function arrayLiteral(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;
}
