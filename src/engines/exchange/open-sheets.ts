import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { type Cell, openTable, type Row, type TableFile } from '#engines/sheets';
import { errors } from './errors.ts';
import type { SheetRow, SheetShape, Upload } from './model.ts';

/** Sheets up to this many cells are kept as text; larger ones are read again from their start for each window. */
const mostKeptCells = 300_000;
const mostOpenFiles = 2;
const rowsBetweenPauses = 2_000;

interface OpenSheet {
  readonly shape: SheetShape;
  /** Null where the sheet is too large to keep. */
  readonly rows: readonly SheetRow[] | null;
}

interface OpenFile {
  readonly table: TableFile;
  readonly sheets: readonly OpenSheet[];
}

/** Uploaded files as the person knows them, a window at a time; the files looked at last stay open. */
export class OpenSheets {
  readonly #load: (areaCode: string, batchId: string) => Promise<Upload>;
  readonly #open = new Map<string, Promise<OpenFile>>();

  constructor(load: (areaCode: string, batchId: string) => Promise<Upload>) {
    this.#load = load;
  }

  async shapes(areaCode: string, batchId: string): Promise<readonly SheetShape[]> {
    return (await this.#fileOf(areaCode, batchId)).sheets.map(({ shape }) => shape);
  }

  /** The rows of these numbers, in the order of the sheet; an empty row of the file is left out. */
  async rows(
    areaCode: string,
    batchId: string,
    sheet: number,
    numbers: ReadonlySet<number>,
  ): Promise<readonly SheetRow[]> {
    const { table, sheets } = await this.#fileOf(areaCode, batchId);
    const found = sheets[sheet];
    if (found === undefined) {
      throw errors.sheetNotFound({ sheet: sheet + 1, sheets: sheets.length });
    }
    if (found.rows !== null) return found.rows.filter((row) => numbers.has(row.number));
    const last = Math.max(...numbers);
    const rows: SheetRow[] = [];
    for await (const row of unhurried(table.rows(sheet))) {
      if (row.number > last) break;
      if (numbers.has(row.number)) rows.push(asShown(row));
    }
    return rows;
  }

  #fileOf(areaCode: string, batchId: string): Promise<OpenFile> {
    const key = `${areaCode}:${batchId}`;
    const opened = this.#open.get(key) ?? this.#load(areaCode, batchId).then(openFile);
    this.#open.delete(key);
    this.#open.set(key, opened);
    // A file that could not be opened must not be remembered as such.
    opened.catch(() => this.#open.delete(key));
    for (const oldest of this.#open.keys()) {
      if (this.#open.size <= mostOpenFiles) break;
      this.#open.delete(oldest);
    }
    return opened;
  }
}

async function openFile({ name, bytes }: Upload): Promise<OpenFile> {
  const table = openTable(bytes, name);
  const sheets: OpenSheet[] = [];
  for (const { index, name: sheetName, hidden } of table.sheets) {
    let rows: SheetRow[] | null = [];
    let cells = 0;
    let lastRow = 0;
    let columns = 0;
    for await (const row of unhurried(table.rows(index))) {
      const shown = asShown(row);
      if (shown.cells.length === 0) continue;
      lastRow = row.number;
      columns = Math.max(columns, shown.cells.length);
      cells += shown.cells.length;
      if (cells > mostKeptCells) rows = null;
      rows?.push(shown);
    }
    sheets.push({ shape: { index, name: sheetName, hidden, lastRow, columns }, rows });
  }
  return { table, sheets };
}

/** Lets other requests have their turn while a long sheet is read. */
async function* unhurried(rows: Iterable<Row>): AsyncGenerator<Row> {
  let read = 0;
  for (const row of rows) {
    yield row;
    read += 1;
    if (read % rowsBetweenPauses === 0) await yieldToOthers();
  }
}

function asShown({ number, cells }: Row): SheetRow {
  const texts = cells.map(textOf);
  let length = texts.length;
  while (length > 0 && texts[length - 1] === '') length -= 1;
  return { number, cells: texts.slice(0, length) };
}

/** A cell as a spreadsheet shows it without formats: fifteen digits, and a date as a date. */
function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (cell.formula === 'missing') return '';
  if (cell.kind === 'number') return String(Number(Number(cell.value).toPrecision(15)));
  return cell.kind === 'boolean' ? String(cell.value).toUpperCase() : String(cell.value);
}
