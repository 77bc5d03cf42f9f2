/**
 * Reads a plain date as people write it (2025-09-01, 2025/9/1, 2025.9.1, 2025年9月1日, 20250901, 2025-09) into `YYYY-MM-DD`.
 *
 * @returns undefined for anything that is no day of the calendar; a month alone means its first day.
 */
export function parseDate(text: string): string | undefined {
  const half = text.normalize('NFKC').replaceAll(/\s+/g, '');
  const found =
    /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})?[日号]?)?(?:T.*|\d{1,2}:.*)?$/.exec(half) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(half);
  if (found === null) {
    return undefined;
  }
  const [, year, month, day = '1'] = found;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const text10 = date.toISOString().slice(0, 10);
  const expected = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return text10 === expected ? text10 : undefined;
}
