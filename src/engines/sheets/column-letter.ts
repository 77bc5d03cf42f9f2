/**
 * Names a column as Excel does.
 *
 * @param index Position from 0 (0 = A, 25 = Z, 26 = AA).
 * @example columnLetter(27) // 'AB'
 */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * Reads the column of a cell reference such as `AB12` or `AB`; -1 when it does not begin with letters.
 *
 * @example columnIndex('AB12') // 27
 */
export function columnIndex(reference: string): number {
  let index = 0;
  for (let at = 0; at < reference.length && at < 4; at++) {
    const code = reference.charCodeAt(at) & 0xdf;
    if (code < 65 || code > 90) {
      break;
    }
    index = index * 26 + code - 64;
  }
  return index - 1;
}
