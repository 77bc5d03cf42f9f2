import type { AttestationItem } from './contract.ts';
import { answerWords } from './report-words.ts';

const noValue = '—';
const formats = new Map<string, Intl.NumberFormat>();

/** A figure with thousands separators and at most so many decimals; a dash where nothing was reported. */
export function figureText(value: number | null, decimals = 2): string {
  return textOf(value, 0, decimals);
}

/** The same with a fixed number of decimals, so that a column can be compared by eye. */
export function fixedFigureText(value: number | null, decimals: number): string {
  return textOf(value, decimals, decimals);
}

/** A figure beside its line, as the screens show it: decimals are added until the two no longer read the same. */
export function figureBesideLine(value: number | null, line: number | null, decimals = 2): string {
  if (value === null || line === null || value === line) return fixedFigureText(value, decimals);
  let places = decimals;
  while (places < 9 && fixedFigureText(value, places) === fixedFigureText(line, places)) places += 1;
  return fixedFigureText(value, places);
}

/** A share from 0 to 1 in per cent beside its line, as the screens show it. */
export function shareFigureText(share: number | null, line: number | null): string {
  if (share === null) return noValue;
  return `${figureBesideLine(share * 100, line === null ? null : line * 100, 1)}%`;
}

/** What a person answered, in the unit of the item: 89.3%, 91分, 是. */
export function answerText({ answer, threshold, decimals, unit }: AttestationItem, language: 'zh' | 'en'): string {
  if (typeof answer !== 'number') return answerWords[answer === null ? 'open' : answer ? 'yes' : 'no'][language];
  return inUnit(figureBesideLine(answer, threshold, decimals), unit, language);
}

/** The line that an answer must reach; empty where the answer is yes or no. */
export function answerLineText({ threshold, decimals, unit }: AttestationItem, language: 'zh' | 'en'): string {
  return threshold === null ? '' : inUnit(figureText(threshold, Math.max(2, decimals)), unit, language);
}

function inUnit(figure: string, unit: AttestationItem['unit'], language: 'zh' | 'en'): string {
  const word = unit?.[language] ?? '';
  return language === 'zh' || word === '%' || word === '' ? `${figure}${word}` : `${figure} ${word}`;
}

/** Fen as 万元 with one decimal, or as yuan. */
export function moneyFigureText(fen: number | null, language: 'zh' | 'en'): string {
  if (fen === null) return noValue;
  const yuan = fen / 100;
  if (language === 'en') return `${figureText(yuan, 0)} yuan`;
  return Math.abs(yuan) >= 1e4 ? `${figureText(yuan / 1e4, 1)}万元` : `${figureText(yuan, 0)}元`;
}

function textOf(value: number | null, least: number, most: number): string {
  if (value === null || !Number.isFinite(value)) return noValue;
  const key = `${least}:${most}`;
  const format =
    formats.get(key) ?? new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, format);
  const text = format.format(value);
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}
