import { displayWidth } from './display-width.ts';

/** Writes one JSON document for another program to read. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function printLine(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Writes a table for a person: columns as wide as their widest cell, Chinese characters two columns wide. */
export function printTable(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): void {
  const cells = [head, ...rows.map((row) => row.map((cell) => (cell === null ? '—' : String(cell))))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => displayWidth(row[column] ?? ''))));
  const isNumeric = head.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] !== 'string'));
  for (const row of cells) {
    const line = row.map((cell, column) => {
      const padding = ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)));
      return isNumeric[column] ? padding + cell : cell + padding;
    });
    printLine(line.join('  ').trimEnd());
  }
}
