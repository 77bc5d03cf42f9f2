const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checks = '10X98765432';

/** What a resident identity number says of the person; undefined where it is none (its check digit is part of it). @source GB 11643-1999 */
export function readIdentityNumber(text: string): { readonly number: string; readonly birthDate: string } | undefined {
  const number = text.normalize('NFKC').trim().toUpperCase();
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(number);
  if (match === null) return undefined;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  if (checks[sum % 11] !== number[17]) return undefined;
  const birthDate = `${match[1]}-${match[2]}-${match[3]}`;
  const day = new Date(`${birthDate}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== birthDate
    ? undefined
    : { number, birthDate };
}

/** The number with this area, birthday and sequence. @example identityNumber('110105', '1949-12-31', 2) // '11010519491231002X' */
export function identityNumber(area: string, birthDate: string, sequence: number): string {
  const body = `${area}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return `${body}${checks[sum % 11] ?? ''}`;
}
