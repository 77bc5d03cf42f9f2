import { csvRows } from './csv-rows.ts';
import { decodePieces, detectEncoding, looksBinary } from './decode-text.ts';
import { errors } from './errors.ts';
import { identifyFile } from './identify-file.ts';
import { defaultLimits } from './limits.ts';
import type { FileNote, Merge, ReadLimits, Row, TableFile } from './model.ts';
import { Package } from './read-part.ts';
import { readWorkbook } from './read-workbook.ts';
import { sheetMerges } from './sheet-merges.ts';
import { sheetRows } from './sheet-rows.ts';
import { sniffDelimiter } from './sniff-delimiter.ts';

/** Set where a profile knows better than the file's own marks. */
export interface OpenOptions {
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  readonly delimiter?: string;
  readonly limits?: Partial<ReadLimits>;
}

/**
 * Opens a CSV or xlsx file for reading; what it is, is judged by its bytes; only text under the name of a workbook is refused.
 *
 * @remarks Rows are read lazily, in memory bounded by the file itself, its shared strings and one row.
 * @throws DomainError `sheets.*` for a file that is empty, too large, encrypted, an old .xls, of another type, broken, or a
 * zip bomb; reading rows may throw the same when the fault lies further in.
 * @example
 * const table = openTable(bytes, 'schools.csv');
 * for (const row of table.rows(0)) console.log(row.number, row.cells);
 */
export function openTable(bytes: Uint8Array, name: string, options: OpenOptions = {}): TableFile {
  const limits = { ...defaultLimits, ...options.limits };
  if (bytes.length > limits.fileBytes) {
    const megabytes = Math.ceil(bytes.length / 1_048_576);
    throw errors.fileTooLarge({ file: name, megabytes, limit: Math.floor(limits.fileBytes / 1_048_576) });
  }
  if (identifyFile(bytes, name) === 'zip') {
    return openWorkbook(bytes, name, limits);
  }
  // Somebody renamed it, or a workbook was damaged into text; read as CSV it would bring rows that nobody meant.
  if (/\.xl[st][xm]$/i.test(name)) {
    throw errors.notAWorkbook({ file: name });
  }
  return openText(bytes, name, options, limits);
}

function openText(bytes: Uint8Array, name: string, options: OpenOptions, limits: ReadLimits): TableFile {
  const encoding = options.encoding ?? detectEncoding(bytes);
  if (looksBinary(bytes, encoding)) {
    throw errors.wrongType({ file: name, found: 'binary' });
  }
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, 65_536));
  const declared = /^sep=(.)\r?\n/.exec(start);
  const delimiter = options.delimiter ?? declared?.[1] ?? sniffDelimiter(start);
  const skip = declared?.[0].length ?? 0;
  return {
    name,
    kind: 'csv',
    sheets: [{ index: 0, name: sheetNameOf(name), hidden: false }],
    rows: () => csvRows(withoutStart(decodePieces(bytes, encoding), skip), delimiter, name, limits),
    merges: () => [],
    notes: () => [
      { code: 'encoding', sheet: '', detail: encoding },
      { code: 'delimiter', sheet: '', detail: delimiter === '\t' ? 'tab' : delimiter },
    ],
  };
}

function openWorkbook(bytes: Uint8Array, name: string, limits: ReadLimits): TableFile {
  const pack = new Package(bytes, name, limits);
  refuseOtherPackages(pack);
  const workbook = readWorkbook(pack);
  const merges = new Map<number, readonly Merge[]>();
  const partOf = (sheet: number) => {
    const found = workbook.sheets[sheet];
    if (found === undefined) {
      throw new RangeError(`sheet ${sheet} of ${workbook.sheets.length}`);
    }
    return found;
  };
  return {
    name,
    kind: 'xlsx',
    sheets: workbook.sheets.map(({ index, name: sheetName, hidden }) => ({ index, name: sheetName, hidden })),
    rows: (sheet: number): Iterable<Row> => sheetRows(pack, workbook, partOf(sheet)),
    merges(sheet) {
      const known = merges.get(sheet) ?? sheetMerges(pack, partOf(sheet).part);
      merges.set(sheet, known);
      return known;
    },
    notes: () => [
      ...workbook.sheets
        .filter((sheet) => sheet.hidden)
        .map((sheet): FileNote => ({ code: 'hidden-sheet', sheet: sheet.name, detail: sheet.name })),
      ...(workbook.from1904 ? [{ code: 'dates-1904', sheet: '', detail: '1904' } as const] : []),
      ...(workbook.hasMacros ? [{ code: 'macros', sheet: '', detail: 'vbaProject' } as const] : []),
    ],
  };
}

function refuseOtherPackages(pack: Package): void {
  if (
    pack.has('xl/workbook.xml') ||
    (pack.has('[Content_Types].xml') && pack.has('_rels/.rels') && !otherPackage(pack))
  ) {
    return;
  }
  throw errors.wrongType({ file: pack.file, found: otherPackage(pack) ?? 'zip' });
}

function otherPackage(pack: Package): string | undefined {
  if (pack.has('xl/workbook.bin')) {
    return 'xlsb';
  }
  if (pack.has('word/document.xml')) {
    return 'Word (.docx)';
  }
  if (pack.has('ppt/presentation.xml')) {
    return 'PowerPoint (.pptx)';
  }
  return pack.has('content.xml') ? 'ODS' : undefined;
}

function* withoutStart(pieces: Iterable<string>, characters: number): Generator<string> {
  let left = characters;
  for (const piece of pieces) {
    const cut = Math.min(left, piece.length);
    left -= cut;
    yield cut === 0 ? piece : piece.slice(cut);
  }
}

function sheetNameOf(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? name).replace(/\.\w+$/, '');
}
