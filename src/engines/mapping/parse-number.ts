import { isPrintedUnit } from './unit-factor.ts';

export type NumberReading =
  | { readonly kind: 'number'; readonly value: number; readonly unit: string | undefined }
  | { readonly kind: 'not-a-number' }
  | { readonly kind: 'ambiguous-number' };

const notANumber: NumberReading = { kind: 'not-a-number' };
const plain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * Reads a number as people type it: full-width digits, thousands separators, a unit behind it.
 *
 * @remarks `1,5` and `1.234,5` could mean two things and are refused as ambiguous. Words such as 无 are no numbers.
 * @example parseNumber('１，２３４.5 万元') // { kind: 'number', value: 1234.5, unit: '万元' }
 */
export function parseNumber(text: string): NumberReading {
  if (plain.test(text)) {
    return finite(Number(text), undefined);
  }
  const half = text
    .normalize('NFKC')
    .replaceAll(/[\s'’\u200b\ufeff]/g, '')
    .replaceAll(/[−–—]/g, '-')
    .replaceAll('。', '.');
  const [, digits = '', tail = ''] = /^([+-]?[\d.,]*(?:e[+-]?\d+)?)(.*)$/i.exec(half) ?? [];
  if (digits === '' || (tail !== '' && !isPrintedUnit(tail))) {
    return notANumber;
  }
  const unit = tail === '' ? undefined : tail;
  if (plain.test(digits)) {
    return finite(Number(digits), unit);
  }
  if (grouped.test(digits)) {
    return finite(Number(digits.replaceAll(',', '')), unit);
  }
  return /\d/.test(digits) && digits.includes(',') ? { kind: 'ambiguous-number' } : notANumber;
}

function finite(value: number, unit: string | undefined): NumberReading {
  return Number.isFinite(value) ? { kind: 'number', value, unit } : notANumber;
}
