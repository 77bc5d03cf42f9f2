import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteIndex } from './byte-index.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 6 }).filter((value) => !value.includes('\u001f'));

test('every pair is found at its first row, any other is not', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 60 }), fc.tuple(text, text), (pairs, other) => {
      const index = new ByteIndex(pairs.length);
      const rows = new Map<string, number>();
      pairs.forEach(([first, second], row) => {
        index.add(first, second);
        const key = `${first}\u001f${second}`;
        rows.set(key, rows.get(key) ?? row);
      });
      const encoder = new TextEncoder();
      for (const [first, second] of [...pairs, other]) {
        const bytes = encoder.encode(`..${first}...${second}.`);
        const end = 2 + encoder.encode(first).length;
        const found = index.find(bytes, 2, end, end + 3, bytes.length - 1);
        expect(found).toBe(rows.get(`${first}\u001f${second}`) ?? -1);
      }
    }),
  );
});
