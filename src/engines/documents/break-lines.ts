/** Signs that may not begin a line, and signs that may not end one. */
const neverFirst = new Set('，。、；：？！）》〉」』】〕”’…—·％%),.;:?!]}');
const neverLast = new Set('（《〈「『【〔“‘([{');

interface Piece {
  readonly text: string;
  readonly width: number;
}

/**
 * Breaks text into lines that fit: between Chinese characters, at spaces of Latin words, never before a closing sign or after
 * an opening one. A Latin word longer than a line is cut.
 *
 * @param widthOf The width of a string in the unit of `lineWidth`.
 * @param firstIndent What the first line loses at its left.
 */
export function breakLines(
  text: string,
  lineWidth: number,
  widthOf: (text: string) => number,
  firstIndent = 0,
): readonly string[] {
  const lines: string[] = [];
  let line: Piece[] = [];
  let room = lineWidth - firstIndent;
  for (const piece of piecesOf(text, lineWidth, widthOf)) {
    if (piece.width > room && line.length > 0) {
      const carried = carriedOver(line, piece);
      lines.push(joined(line));
      line = carried.filter(({ text: part }) => part !== ' ');
      room = lineWidth - widthSum(line);
      if (piece.text === ' ' && line.length === 0) continue;
    }
    line.push(piece);
    room -= piece.width;
  }
  if (line.length > 0 || lines.length === 0) lines.push(joined(line));
  return lines;
}

/** Takes from the end of a full line what must go with the next piece to the new line. */
function carriedOver(line: Piece[], next: Piece): Piece[] {
  const carried: Piece[] = [];
  let first = next.text;
  while (line.length > 1 && (neverFirst.has(first) || neverLast.has(line.at(-1)?.text ?? ''))) {
    const last = line.pop();
    if (last === undefined) break;
    carried.unshift(last);
    first = last.text;
  }
  return carried;
}

function piecesOf(text: string, lineWidth: number, widthOf: (text: string) => number): Piece[] {
  const words = text.match(/[\u0021-\u007e\u00a0-\u024f]+|[ \t\n]|./gu) ?? [];
  return words
    .flatMap((word) => (widthOf(word) > lineWidth ? [...word] : [word]))
    .map((word) => ({ text: /[ \t\n]/.test(word) ? ' ' : word, width: widthOf(word) }));
}

function joined(line: readonly Piece[]): string {
  return line
    .map(({ text }) => text)
    .join('')
    .replace(/ +$/, '');
}

function widthSum(line: readonly Piece[]): number {
  return line.reduce((sum, { width }) => sum + width, 0);
}
