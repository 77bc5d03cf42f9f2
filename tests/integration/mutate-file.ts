import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A seeded stream of chance: the same seed always breaks the same files in the same way. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = (seed * 2654435761 + 1) >>> 0;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    this.state = (Math.imul(this.state ^ (this.state >>> 15), 2246822519) + 3266489917) >>> 0;
    return (this.state ^ (this.state >>> 13)) % Math.max(1, limit);
  }

  pick<Value>(from: readonly [Value, ...Value[]]): Value {
    return from[this.below(from.length)] ?? from[0];
  }
}

const nasty = [
  '',
  ' ',
  '-',
  '无',
  '#N/A',
  '#REF!',
  '=1+1',
  '1e999',
  '-1',
  '0',
  '１２３',
  '1,5',
  '1,234',
  '12人',
  '3.5万元',
  '99999999',
  '1.5',
  '"',
  '""',
  ',',
  '\n',
  '\r\n',
  '\u0000',
  '\uFFFD',
  '\ud83d',
  '𠮷',
  'true',
  '2025-09-01',
  '合计',
  '总计',
  '注：',
  '2134000001',
  '2.13E+09',
  'x'.repeat(40_000),
  '<b>&amp;</b>',
  '{message}',
  '${x}',
  "'; DROP TABLE fact; --",
  '../../etc/passwd',
] as const;

/** The good file that everything is broken from. */
export function goodRows(): string[][] {
  const schools = Array.from({ length: 12 }, (_, n) => [
    `21340000${n + 10}`,
    `第${n + 1}小学`,
    '小学',
    String(100 + 7 * n),
    String(9 + n),
  ]);
  return [['标识码', '学校', '类型', '学生', '教师'], ...schools];
}

/** Breaks a table of text: cells, rows, columns, quotes, line ends, encoding, bytes. */
export function brokenCsv(chance: Chance): Uint8Array {
  const rows = breakRows(goodRows(), chance);
  const delimiter = chance.pick([',', ',', ',', '\t', ';', '，']);
  const end = chance.pick(['\n', '\r\n', '\r']);
  const quote = (cell: string) =>
    chance.below(4) === 0 || /["\n\r,;\t]/.test(cell)
      ? `"${chance.below(20) === 0 ? cell : cell.replaceAll('"', '""')}"`
      : cell;
  const text = (chance.below(3) === 0 ? '\ufeff' : '') + rows.map((row) => row.map(quote).join(delimiter)).join(end);
  const bytes =
    chance.below(6) === 0
      ? new Uint8Array(new Uint16Array([...`\ufeff${text}`].map((c) => c.charCodeAt(0))).buffer)
      : strToU8(text);
  return chance.below(4) === 0 ? breakBytes(bytes, chance) : bytes;
}

/** Breaks a workbook: its cells, its XML, its parts, its bytes. */
export function brokenWorkbook(chance: Chance): Uint8Array {
  const rows = breakRows(goodRows(), chance);
  const parts = unzipSync(workbookOf(rows, chance));
  if (chance.below(3) === 0) {
    const names = Object.keys(parts);
    const name = names[chance.below(names.length)] ?? '';
    const text = strFromU8(parts[name] ?? new Uint8Array());
    parts[name] = strToU8(breakXml(text, chance));
  }
  if (chance.below(15) === 0) {
    const names = Object.keys(parts);
    delete parts[names[chance.below(names.length)] ?? ''];
  }
  const bytes = zipSync(parts);
  return chance.below(5) === 0 ? breakBytes(bytes, chance) : bytes;
}

function breakRows(rows: string[][], chance: Chance): string[][] {
  for (let times = chance.below(5); times > 0; times--) {
    const at = chance.below(rows.length);
    const row = rows[at] ?? [];
    switch (chance.below(8)) {
      case 0:
        rows.splice(at, 0, [...row]);
        break;
      case 1:
        rows.splice(at, 1);
        break;
      case 2:
        rows.splice(at, 0, []);
        break;
      case 3:
        row.push(chance.pick(nasty));
        break;
      case 4:
        row.splice(chance.below(row.length), 1);
        break;
      default:
        row[chance.below(row.length)] = chance.pick(nasty);
    }
  }
  return rows;
}

function breakBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  const broken = bytes.slice(0, chance.below(4) === 0 ? chance.below(bytes.length) : bytes.length);
  for (let times = 1 + chance.below(6); times > 0 && broken.length > 0; times--) {
    broken[chance.below(broken.length)] = chance.below(256);
  }
  return broken;
}

function breakXml(text: string, chance: Chance): string {
  const at = chance.below(text.length);
  return chance.pick([
    () => text.slice(0, at),
    () => text.slice(0, at) + chance.pick(nasty) + text.slice(at),
    () => text.replace(/<c /, '<c t="s" '),
    () => text.replace(/r="[A-Z]+\d+"/, `r="${chance.pick(['A0', 'XFD3', 'ZZZZ9', '', '3', 'A99999999'])}"`),
    () => text.replace(/<\/?\w+/, ''),
    () => `<!DOCTYPE x [<!ENTITY e "e">]>${text}`,
    () => text.replaceAll('<v>', '<v>&e;'),
    () => text.replace('</sheetData>', '<row r="1"/></sheetData>'),
  ])();
}

function workbookOf(rows: readonly (readonly string[])[], chance: Chance): Uint8Array {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const escape = (text: string) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll(/[\p{Cc}\p{Cs}]/gu, '');
  const cell = (text: string, row: number, column: number) => {
    const at = `r="${String.fromCharCode(65 + (column % 26))}${row}"`;
    switch (chance.below(12)) {
      case 0:
        return `<c ${at} t="s"><v>${chance.below(3)}</v></c>`;
      case 1:
        return `<c ${at}><f>A1</f></c>`;
      case 2:
        return `<c ${at} s="1"><v>${chance.below(60_000)}</v></c>`;
      case 3:
        return `<c ${at} t="e"><v>#DIV/0!</v></c>`;
      default:
        return /^\d+$/.test(text) && chance.below(2) === 0
          ? `<c ${at}><v>${text}</v></c>`
          : `<c ${at} t="inlineStr"><is><t>${escape(text)}</t></is></c>`;
    }
  };
  const lines = rows.map(
    (row, nth) =>
      `<row r="${nth + 1}"${chance.below(9) === 0 ? ' hidden="1"' : ''}>${row
        .slice(0, 26)
        .map((text, at) =>
          nth === 0
            ? `<c r="${String.fromCharCode(65 + at)}1" t="inlineStr"><is><t>${escape(text)}</t></is></c>`
            : cell(text, nth + 1, at),
        )
        .join('')}</row>`,
  );
  const merge = chance.below(4) === 0 ? '<mergeCells><mergeCell ref="B3:B5"/></mergeCells>' : '';
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="a" Type="${type}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook><sheets><sheet name="学校" sheetId="1" r:id="a"${chance.below(10) === 0 ? ' state="hidden"' : ''}/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships><Relationship Id="a" Type="${type}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="${type}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="c" Type="${type}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8('<sst><si><t>小学</t></si><si><r><t>12</t></r></si></sst>'),
    'xl/styles.xml': strToU8('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${lines.join('')}</sheetData>${merge}</worksheet>`),
  });
}
