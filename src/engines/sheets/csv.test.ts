import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRows } from './csv-rows.ts';
import { defaultLimits } from './limits.ts';
import { openTable } from './open-table.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array) => [...openTable(bytes, 'a.csv').rows(0)].map((row) => [row.number, row.cells]);

/** 学校,人数 / 𠮷祥小学,12 in GB18030; the rare character takes four bytes. */
const gb18030 = Uint8Array.from([
  0xd1, 0xa7, 0xd0, 0xa3, 0x2c, 0xc8, 0xcb, 0xca, 0xfd, 0x0a, 0x95, 0x34, 0xb2, 0x35, 0xcf, 0xe9, 0xd0, 0xa1, 0xd1,
  0xa7, 0x2c, 0x31, 0x32, 0x0a,
]);

describe('text files', () => {
  test('UTF-8 with and without mark, UTF-16 and GB18030 read alike', () => {
    const text = '学校,人数\n𠮷祥小学,12\n';
    const expected = [
      [1, ['学校', '人数']],
      [2, ['𠮷祥小学', '12']],
    ];
    const utf16 = new Uint8Array(
      new Uint16Array([...`\ufeff${text}`].flatMap((c) => c.split('').map((u) => u.charCodeAt(0)))).buffer,
    );
    expect(read(utf8(text))).toEqual(expected);
    expect(read(utf8(`\ufeff${text}`))).toEqual(expected);
    expect(read(utf16)).toEqual(expected);
    expect(read(gb18030)).toEqual([
      [1, ['学校', '人数']],
      [2, [`${new TextDecoder('gb18030').decode(gb18030.subarray(10, 14))}祥小学`, '12']],
    ]);
  });

  test('a quoted line end does not shift the numbers of the rows after it, and blank rows count', () => {
    expect(read(utf8('a,b\r\n"x\r\ny",2\r\n\r\n,,\r\n"say ""hi""",4'))).toEqual([
      [1, ['a', 'b']],
      [2, ['x\r\ny', '2']],
      [4, [null, null, null]],
      [5, ['say "hi"', '4']],
    ]);
  });

  test.each([',', '\t', ';', '|'])('finds the delimiter %j', (delimiter) => {
    expect(read(utf8(['a b', 'c'].join(delimiter) + '\n' + ['1,5', '2'].map((v) => `"${v}"`).join(delimiter)))).toEqual(
      [
        [1, ['a b', 'c']],
        [2, ['1,5', '2']],
      ],
    );
  });

  test('sep= declares the delimiter and is no row', () => {
    expect(read(utf8('sep=;\na;b,c\n'))).toEqual([[1, ['a', 'b,c']]]);
  });

  test.each([
    [new Uint8Array(), 'sheets.emptyFile'],
    [utf8('a,b\n"open,1\n2,3\n'), 'sheets.unclosedQuote'],
    [utf8('<html><table></table></html>'), 'sheets.wrongType'],
    [utf8('%PDF-1.7'), 'sheets.wrongType'],
    [Uint8Array.from([1, 2, 0, 3, 0, 0, 0, 9]), 'sheets.wrongType'],
  ])('refuses what is no table', (bytes, code) => {
    expect(() => read(bytes)).toThrow(expect.objectContaining({ code }));
  });

  test('any table survives being written and read, however the bytes are cut', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '1', '"', ',', '\n', '\r\n', ' ', '校', '𠮷') });
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 7 }),
        (table, size) => {
          const text = table.map((row) => row.map((v) => `"${v.replaceAll('"', '""')}"`).join(',')).join('\r\n');
          const pieces = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
          const rows = [...csvRows(pieces, ',', 'a.csv', defaultLimits)].map((row) => row.cells);
          expect(rows).toEqual(table.map((row) => row.map((v) => (v === '' ? null : v))));
        },
      ),
    );
  });
});
