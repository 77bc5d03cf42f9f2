import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CopyValue, CopyWriter } from './copy-text.ts';

const special: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escaped = (text: string): string => Array.from(text, (one) => special[one] ?? one).join('');
const cellText = (value: CopyValue): string => {
  if (value === null || value === undefined) return '\\N';
  return typeof value === 'boolean' ? (value ? 't' : 'f') : escaped(String(value));
};

test('the bytes are those of the rows as text, whatever is in them and however much of it', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('𠮷\\镇', '\\N', 'é\t', ''),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constant(null),
  );
  fc.assert(
    fc.property(fc.array(fc.array(value, { minLength: 1 })), fc.nat(60_000), (rows, repeats) => {
      const writer = new CopyWriter();
      const all = [...rows, ['长'.repeat(repeats)]];
      for (const row of all) writer.add(row);
      const wanted = all.map((row) => `${row.map(cellText).join('\t')}\n`).join('');
      expect(Buffer.from(writer.take()).equals(Buffer.from(wanted))).toBe(true);
      expect(writer.byteLength).toBe(0);
    }),
  );
});
