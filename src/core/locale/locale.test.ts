import { describe, expect, test } from 'vitest';
import { fillText } from './fill.ts';
import { negotiateLanguage } from './negotiate.ts';

describe('negotiateLanguage', () => {
  test.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr, zh-TW;q=0.5, en;q=0.4', 'zh-CN'],
    ['zh;q=0.2, en;q=0.8', 'en'],
    ['en;q=0', 'zh-CN'],
  ])('%s → %s', (header, language) => {
    expect(negotiateLanguage(header)).toBe(language);
  });
});

test('fillText replaces names in both languages and leaves unknown names', () => {
  expect(fillText({ zh: '第{row}行{x}', en: 'row {row}' }, { row: 3 })).toEqual({ zh: '第3行{x}', en: 'row 3' });
});
