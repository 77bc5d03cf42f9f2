import { UnreadableDraw } from './draw.ts';

export interface Row {
  readonly file: string;
  readonly line: number;
  readonly cells: readonly string[];
}

/** Lines of a file without the last, empty one. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** @throws UnreadableDraw where the head or the number of cells is another */
export function readTable(file: string, text: string, head: string): Row[] {
  const [first, ...rest] = linesOf(text);
  if (first !== head) throw new UnreadableDraw(file, 1, `the first line must be: ${head}`);
  const count = head.split(',').length;
  return rest.map((line, k) => {
    const cells = line.split(',');
    if (cells.length !== count) throw new UnreadableDraw(file, k + 2, `the line must have ${count} cells`);
    return { file, line: k + 2, cells };
  });
}

export function cell({ cells }: Row, k: number): string {
  return cells[k] ?? '';
}

export function wholeAt(row: Row, k: number): number {
  const text = cell(row, k);
  if (!/^\d{1,9}$/.test(text)) throw new UnreadableDraw(row.file, row.line, `${text}: a whole number is wanted`);
  return Number(text);
}

export function wordsAt(row: Row, k: number): Set<string> {
  return new Set(cell(row, k).split(' ').filter(Boolean));
}
