import { InvalidArgumentError } from 'commander';

/** A school year: the calendar year in which it begins. */
export function wholeYear(text: string): number {
  const year = Number(text);
  if (!Number.isInteger(year) || year < 1950 || year > 2200)
    throw new InvalidArgumentError('a calendar year is wanted, such as 2026');
  return year;
}

export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('a whole number is wanted');
  return number;
}

/** How many years ahead are looked at. */
export function yearsAhead(text: string): number {
  const years = Number(text);
  if (!Number.isInteger(years) || years < 1 || years > 30) throw new InvalidArgumentError('1 to 30 years are wanted');
  return years;
}

/** A day, which begins in China, or an instant with its offset. */
export function instantOf(text: string): Date {
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00+08:00` : text);
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError('a day is wanted, such as 2026-09-01');
  return at;
}

export function positiveNumber(text: string): number {
  const number = Number(text);
  if (!(number > 0) || number === Number.POSITIVE_INFINITY)
    throw new InvalidArgumentError('a number above 0 is wanted');
  return number;
}
