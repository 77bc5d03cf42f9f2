import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakLines } from './break-lines.ts';

const widthOf = (text: string) => [...text].reduce((sum, character) => sum + (character < '\u0250' ? 0.5 : 1), 0);

test('a closing sign takes its character along, an opening one goes down', () => {
  expect(breakLines('一二三四五。六', 5, widthOf)).toEqual(['一二三四', '五。六']);
  expect(breakLines('一二三四（五）', 5, widthOf)).toEqual(['一二三四', '（五）']);
});

test('the first line is shorter by its indent, and no text is one empty line', () => {
  expect(breakLines('一二三四五六', 4, widthOf, 2)).toEqual(['一二', '三四五六']);
  expect(breakLines('', 4, widthOf)).toEqual(['']);
});

test('Latin words stay whole unless they are longer than a line', () => {
  expect(breakLines('共 1234567 元', 4, widthOf)).toEqual(['共', '1234567', '元']);
  expect(breakLines('abcdefghijkl', 2, widthOf)).toEqual(['abcd', 'efgh', 'ijkl']);
});

const text = fc
  .array(fc.constantFrom('学', '校', '，', '。', '（', '）', '“', '”', 'ab', '0.515257', ' ', '𠮷', '%'))
  .map((parts) => parts.join(''));

test('nothing is lost and nothing is too wide', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 8, max: 30 }), (content, width) => {
      const lines = breakLines(content, width, widthOf);
      expect(lines.join('').replaceAll(' ', '')).toBe(content.replaceAll(' ', ''));
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
    }),
  );
});
