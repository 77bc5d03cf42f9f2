import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fixedText,
  moneyText,
  noValue,
  numberText,
  schoolYearText,
  shareText,
  valueBesideLine,
} from './number-text.ts';

describe('figures on screen', () => {
  it('separates thousands and drops needless decimals', () => {
    expect(numberText(1234567.5)).toBe('1,234,567.5');
    expect(fixedText(0.5, 3)).toBe('0.500');
  });

  it('never shows NaN, infinity or minus zero', () => {
    fc.assert(
      fc.property(fc.double(), fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        for (const text of [numberText(value, decimals), fixedText(value, decimals), shareText(value, decimals)]) {
          expect(text).not.toMatch(/NaN|∞|^-0(\.0*)?%?$/);
        }
      }),
    );
    expect(numberText(Number.NaN)).toBe(noValue);
    expect(numberText(null)).toBe(noValue);
    expect(numberText(-0.0001, 2)).toBe('0');
    expect(fixedText(-0.0001, 2)).toBe('0.00');
  });

  it('adds decimals until a value no longer reads like its line', () => {
    expect(valueBesideLine(4.1996, 4.2, 2)).toBe('4.1996');
    expect(valueBesideLine(4.2, 4.2, 2)).toBe('4.20');
    expect(valueBesideLine(3.1, 4.2, 2)).toBe('3.10');
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e4, noNaN: true }), (value) => {
        const text = valueBesideLine(value, 0.5, 3);
        if (Math.abs(value - 0.5) > 1e-8) expect(text).not.toMatch(/^0\.50*$/);
      }),
    );
  });

  it('names money and years as the reader does', () => {
    expect(moneyText(1_240_000_000, 'zh-CN')).toBe('1,240 万元');
    expect(moneyText(1_240_000_000, 'en')).toBe('12.4 million yuan');
    expect(moneyText(123_400, 'zh-CN')).toBe('1,234 元');
    expect(schoolYearText(2026, 'zh-CN')).toBe('2026—2027 学年');
  });
});
