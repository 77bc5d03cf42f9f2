import { expect, test } from 'vitest';
import { type ComparedRow, gapText, levelText, rowsOf, shareText } from './view-model.ts';

const row: ComparedRow = {
  section: { zh: '办学方向', en: 'Direction' },
  item: 'a1b1',
  words: { zh: '加强党建工作', en: 'Party building' },
  options: [{ id: 'mostly', words: { zh: '基本做到', en: 'Mostly' } }],
  self: 'mostly',
  external: null,
  before: null,
  gap: null,
  isWeak: false,
  selfFiles: 1,
  externalFiles: 0,
};

test('levels, gaps and shares read as words', () => {
  expect(levelText(row, row.self, ({ en }) => en)).toBe('Mostly');
  expect(levelText(row, row.external, ({ en }) => en)).toBe('—');
  expect([1, -2, 0, null].map(gapText)).toEqual(['+1', '-2', '0', '—']);
  expect(shareText(0.5, 'share')).toBe('50.0%');
  expect(shareText(null, 'share')).toBe('—');
});

test('rows carry their section', () => {
  const sections = [{ id: 'a1', words: row.section, items: [row] }];
  expect(rowsOf({ sections } as unknown as Parameters<typeof rowsOf>[0])[0]?.section.en).toBe('Direction');
});
