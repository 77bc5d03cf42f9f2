/** 0 → A, 25 → Z, 26 → AA; nothing for a column that is not known. */
export function columnLetter(column: number): string {
  if (column < 0) return '';
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last;
}
