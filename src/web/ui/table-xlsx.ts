import { strToU8, zipSync } from 'fflate';
import { columnLetters } from './column-letters.ts';
import type { CellValue } from './table-model.ts';

// XML 1.0 has no place for control characters, and Excel then calls the whole file damaged.
const isXmlCharacter = (character: string) =>
  character >= ' ' || character === '\t' || character === '\n' || character === '\r';

const escapeXml = (text: string) =>
  Array.from(text)
    .filter(isXmlCharacter)
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

// Styles 0 and 1 are plain and bold; from 2 on, numbers with that many decimals.
const mostDecimals = 6;
const numberFormats = Array.from({ length: mostDecimals + 1 }, (_, places) =>
  places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`,
);
const firstFormat = 164;

function styleOf(value: CellValue, row: number, decimals: number | null): string {
  if (row === 0) return ' s="1"';
  if (typeof value !== 'number' || decimals === null) return '';
  return ` s="${2 + Math.min(decimals, mostDecimals)}"`;
}

function cellXml(value: CellValue, row: number, column: number, decimals: number | null): string {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return '';
  const place = `${columnLetters(column)}${row + 1}`;
  const style = styleOf(value, row, decimals);
  return typeof value === 'number'
    ? `<c r="${place}"${style}><v>${value}</v></c>`
    : `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

function widthOf(cells: readonly (readonly CellValue[])[], column: number): number {
  let widest = 8;
  for (const row of cells.slice(0, 200)) {
    const text = String(row[column] ?? '');
    let width = 2;
    for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1;
    widest = Math.max(widest, width);
  }
  return Math.min(widest, 48);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

/**
 * One sheet with a bold, frozen header; numbers stay numbers and codes stay text.
 * `decimals` says for each column how many digits after the point are shown; the cell keeps the whole number.
 */
export function asWorkbook(
  name: string,
  cells: readonly (readonly CellValue[])[],
  decimals: readonly (number | null)[] = [],
): Uint8Array<ArrayBuffer> {
  const sheetName = escapeXml(name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31) || 'Sheet1');
  const columns = (cells[0] ?? []).map(
    (_, column) => `<col min="${column + 1}" max="${column + 1}" width="${widthOf(cells, column)}" customWidth="1"/>`,
  );
  const rows = cells.map(
    (row, index) =>
      `<row r="${index + 1}">${row.map((cell, column) => cellXml(cell, index, column, decimals[column] ?? null)).join('')}</row>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="${numberFormats.length}">${numberFormats.map((code, index) => `<numFmt numFmtId="${firstFormat + index}" formatCode="${code}"/>`).join('')}</numFmts><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${2 + numberFormats.length}"><xf/><xf fontId="1" applyFont="1"/>${numberFormats.map((_, index) => `<xf numFmtId="${firstFormat + index}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>${rows.join('')}</sheetData></worksheet>`,
  };
  return new Uint8Array(zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)]))));
}
