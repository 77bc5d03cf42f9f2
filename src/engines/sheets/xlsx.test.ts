import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openTable } from './open-table.ts';

const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function workbook(sheetXml: string, parts: Record<string, string> = {}, workbookXml?: string): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${type}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      workbookXml ??
      '<workbook><sheets><sheet name="单位" sheetId="1" r:id="rId1"/><sheet name="暗" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>
      <Relationship Id="rId1" Type="${type}/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Type="${type}/worksheet" Target="/xl/worksheets/sheet2.xml"/>
      <Relationship Id="rId3" Type="${type}/sharedStrings" Target="sharedStrings.xml"/>
      <Relationship Id="rId4" Type="${type}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheetXml,
    'xl/worksheets/sheet2.xml': '<worksheet><sheetData/></worksheet>',
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])) as Zippable);
}

const rowsOf = (bytes: Uint8Array) => [...openTable(bytes, 'a.xlsx').rows(0)];
const sheet = (rows: string) =>
  `<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:sheetData>${rows.replaceAll(/<(\/?)(?=\w)/g, '<$1x:')}</x:sheetData></x:worksheet>`;

describe('workbooks', () => {
  test('reads every kind of cell with its row number, column and original text', () => {
    const [row] = rowsOf(
      workbook(
        sheet(`<row r="7" hidden="1"><c r="A7" t="s"><v>0</v></c><c r="C7"><v>1.50E2</v></c><c r="D7" s="1"><v>45901</v></c>
          <c r="E7" t="e"><v>#N/A</v></c><c r="F7" t="b"><v>1</v></c><c r="G7" t="inlineStr"><is><r><t>多</t></r><r><t>段</t></r><rPh><t>x</t></rPh></is></c>
          <c r="H7"><f>A1+1</f><v>3</v></c><c r="I7"><f>A1+1</f></c><c r="J7" t="str"><f>B1</f><v>a&amp;b&#x20;_x000D_</v></c><c r="K7" s="1"/></row>`),
        {
          'xl/sharedStrings.xml': '<sst><si><t xml:space="preserve"> 一小 </t></si></sst>',
          'xl/styles.xml':
            '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>',
        },
      ),
    );
    expect(row).toMatchObject({ number: 7, hidden: true });
    expect(row?.cells).toEqual([
      ' 一小 ',
      null,
      { kind: 'number', value: 150, text: '1.50E2' },
      { kind: 'date', value: '2025-09-01', text: '45901' },
      { kind: 'error', value: '#N/A', text: '#N/A' },
      { kind: 'boolean', value: true, text: '1' },
      '多段',
      { kind: 'number', value: 3, text: '3', formula: 'cached' },
      { kind: 'text', value: '', text: '', formula: 'missing' },
      { kind: 'text', value: 'a&b \r', text: 'a&b \r', formula: 'cached' },
    ]);
  });

  test('says which sheets are hidden, and finds merged cells', () => {
    const table = openTable(
      workbook('<worksheet><sheetData/><mergeCells count="1"><mergeCell ref="A1:B3"/></mergeCells></worksheet>'),
      'a',
    );
    expect(table.sheets.map((s) => [s.name, s.hidden])).toEqual([
      ['单位', false],
      ['暗', true],
    ]);
    expect(table.notes().map((note) => note.code)).toContain('hidden-sheet');
    expect(table.merges(0)).toEqual([{ top: 1, left: 0, bottom: 3, right: 1 }]);
  });

  test('an empty row in the middle ends nothing', () => {
    const rows = rowsOf(
      workbook(sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="4"><c r="B4"><v>2</v></c></row>')),
    );
    expect(rows.map((row) => row.number)).toEqual([1, 4]);
  });

  test('counts days from 1904 where the workbook does', () => {
    const styles = { 'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>' };
    const book = '<workbook><workbookPr date1904="1"/><sheets><sheet name="s" r:id="rId1"/></sheets></workbook>';
    const [row] = rowsOf(workbook(sheet('<row r="1"><c r="A1" s="0"><v>0</v></c></row>'), styles, book));
    expect(row?.cells[0]).toMatchObject({ kind: 'date', value: '1904-01-01' });
  });

  test('reads 200,000 rows one at a time', () => {
    const line = (n: number) =>
      `<row r="${n}"><c r="A${n}"><v>${n}</v></c><c r="B${n}" t="inlineStr"><is><t>校${n}</t></is></c></row>`;
    const bytes = workbook(sheet(Array.from({ length: 200_000 }, (_, at) => line(at + 1)).join('')));
    let seen = 0;
    for (const row of openTable(bytes, 'a.xlsx').rows(0)) {
      seen += row.cells.length === 2 && row.cells[1] === `校${row.number}` ? 1 : 0;
    }
    expect(seen).toBe(200_000);
  });
});

describe('hostile and foreign files', () => {
  const compound = (name: string) => {
    const bytes = new Uint8Array(1024);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    for (const [nth, text] of ['Root Entry', name].entries()) {
      const at = 512 + nth * 128;
      [...text].forEach((c, i) => bytes.set([c.charCodeAt(0), 0], at + i * 2));
      bytes.set([(text.length + 1) * 2, 0, nth === 0 ? 5 : 2], at + 64);
    }
    return bytes;
  };
  const entities = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><worksheet><sheetData/></worksheet>';
  const bomb = `<worksheet><sheetData>${' '.repeat(40_000_000)}</sheetData></worksheet>`;

  test.each([
    ['encrypted', compound('EncryptedPackage'), 'sheets.encryptedFile'],
    ['.xls', compound('Workbook'), 'sheets.oldWorkbook'],
    ['.doc', compound('WordDocument'), 'sheets.wrongType'],
    [
      '.docx',
      zipSync({ 'word/document.xml': strToU8('<a/>'), '[Content_Types].xml': strToU8('<a/>') }),
      'sheets.wrongType',
    ],
    ['text', strToU8('标识码,名称\n1,一小\n'), 'sheets.notAWorkbook'],
    ['a plain zip', zipSync({ 'a.txt': strToU8('a') }), 'sheets.wrongType'],
    ['a cut zip', workbook(sheet('')).subarray(0, 900), 'sheets.brokenFile'],
    ['entities', workbook(entities), 'sheets.hostileXml'],
    ['a bomb', workbook(bomb), 'sheets.zipBomb'],
    ['a sheet that is missing', workbook('', {}, '<workbook><sheets/></workbook>'), 'sheets.brokenFile'],
    ['rows out of order', workbook(sheet('<row r="2"/><row r="1"/>')), 'sheets.brokenFile'],
    ['a cell far right', workbook(sheet('<row r="2"><c r="XFD2"><v>1</v></c></row>')), 'sheets.tooManyColumns'],
  ])('refuses %s by name', (_, bytes, code) => {
    expect(() => rowsOf(bytes)).toThrow(expect.objectContaining({ code }));
  });

  test('a broken byte anywhere is a refusal or other cells, never a crash', () => {
    const good = workbook(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'));
    for (let at = 0; at < good.length; at++) {
      const bytes = good.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      try {
        rowsOf(bytes);
      } catch (error) {
        expect(error).toHaveProperty('code', expect.stringMatching(/^sheets\./));
      }
    }
  });
});
