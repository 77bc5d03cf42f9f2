/**
 * Writes rows as CSV that Excel opens rightly: UTF-8 with a mark, CRLF, quotes where needed.
 *
 * @remarks A text that a spreadsheet would run as a formula is led by `'`, so that it stays a text.
 */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`);
}

function cellOf(value: string | number | null): string {
  if (typeof value !== 'string') {
    return value === null ? '' : String(value);
  }
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
