import type { Language } from './language.tsx';

export const noValue = '—';

const formats = new Map<string, Intl.NumberFormat>();

function formatWith(minimum: number, maximum: number): Intl.NumberFormat {
  const key = `${minimum}:${maximum}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat('en-US', { minimumFractionDigits: minimum, maximumFractionDigits: maximum });
  formats.set(key, made);
  return made;
}

type Reported = number | null | undefined;

const isReported = (value: Reported): value is number => typeof value === 'number' && Number.isFinite(value);

/** A number with thousands separators and at most `decimals` decimals (at least `least`); a dash where nothing was reported; never "-0". */
export function numberText(value: Reported, decimals = 2, least = 0): string {
  if (!isReported(value)) return noValue;
  const text = formatWith(least, Math.max(least, decimals)).format(value);
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}

/** The same number of decimals on every row, so that a column of figures can be compared by eye. */
export function fixedText(value: Reported, decimals: number): string {
  if (!isReported(value)) return noValue;
  const text = formatWith(decimals, decimals).format(value);
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}

/**
 * A value beside its line: decimals are added until the two no longer read the same, because 4.1996 printed as "4.2"
 * beside the line 4.2 and the word "not met" would look like a mistake.
 */
export function valueBesideLine(value: Reported, line: Reported, decimals = 2): string {
  if (!isReported(value)) return noValue;
  if (!isReported(line) || value === line) return fixedText(value, decimals);
  for (let places = decimals; places < 9; places += 1) {
    if (fixedText(value, places) !== fixedText(line, places)) return fixedText(value, places);
  }
  return fixedText(value, 9);
}

export function shareText(share: Reported, decimals = 1): string {
  return isReported(share) ? `${numberText(share * 100, decimals)}%` : noValue;
}

export function moneyText(fen: Reported, language: Language): string {
  if (!isReported(fen)) return noValue;
  const yuan = fen / 100;
  const size = Math.abs(yuan);
  if (language === 'zh-CN') {
    if (size >= 1e8) return `${numberText(yuan / 1e8, 2)} 亿元`;
    return size >= 1e4 ? `${numberText(yuan / 1e4, 1)} 万元` : `${numberText(yuan, 0)} 元`;
  }
  return size >= 1e6 ? `${numberText(yuan / 1e6, 2)} million yuan` : `${numberText(yuan, 0)} yuan`;
}

/** A school year is named by both of its calendar years: 2026—2027. */
export function schoolYearText(year: number, language: Language): string {
  return language === 'zh-CN' ? `${year}—${year + 1} 学年` : `School year ${year}—${year + 1}`;
}

/** An instant as the reader's own date and minute; the parts are fixed so that columns line up. */
export function instantText(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return noValue;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
