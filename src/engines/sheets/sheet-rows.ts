import { columnIndex } from './column-letter.ts';
import { dateOfSerial } from './date-serial.ts';
import { errors } from './errors.ts';
import type { Cell, Row, Sheet } from './model.ts';
import type { Package } from './read-part.ts';
import type { WorkbookParts } from './read-workbook.ts';
import { attribute, type XmlHandler } from './scan-xml.ts';
import { TextCollector, unescapeControl } from './shared-strings.ts';

/** Yields the rows of one sheet that hold anything, in file order, in memory bounded by one row and one piece of the file. */
export function* sheetRows(pack: Package, workbook: WorkbookParts, sheet: Sheet & { part: string }): Generator<Row> {
  const collector = new RowCollector(pack, workbook, sheet);
  for (const _ of pack.scan(sheet.part, collector)) {
    yield* collector.take();
  }
}

class RowCollector implements XmlHandler {
  private readonly pack: Package;
  private readonly workbook: WorkbookParts;
  private readonly sheet: Sheet;
  private ready: Row[] = [];
  private cells: Cell[] = [];
  private rowNumber = 0;
  private rowHidden = false;
  private column = -1;
  private type = 'n';
  private style = 0;
  private formula = false;
  private value: string | undefined;
  private inValue = false;
  private inCell = false;
  private readonly inline = new TextCollector();

  constructor(pack: Package, workbook: WorkbookParts, sheet: Sheet) {
    this.pack = pack;
    this.workbook = workbook;
    this.sheet = sheet;
  }

  take(): readonly Row[] {
    const ready = this.ready;
    this.ready = [];
    return ready;
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case 'row':
        this.openRow(attributes);
        return;
      case 'c':
        this.openCell(attributes);
        return;
      case 'v':
        this.inValue = this.inCell;
        this.value = '';
        return;
      case 'f':
        this.formula = this.inCell;
        return;
      default:
        this.inline.open(name);
    }
  }

  close(name: string): void {
    if (name === 'c') {
      this.closeCell();
    } else if (name === 'v') {
      this.inValue = false;
    } else if (name === 'row') {
      this.closeRow();
    } else {
      this.inline.close(name);
    }
  }

  text(text: string): void {
    if (this.inValue) {
      this.value += text;
    } else if (this.inCell && this.type === 'inlineStr') {
      this.inline.text(text);
    }
  }

  private openRow(attributes: string): void {
    const given = attribute(attributes, 'r');
    const number = given === undefined ? this.rowNumber + 1 : Number(given);
    if (!Number.isInteger(number) || number <= this.rowNumber || number > 1_048_576) {
      throw errors.brokenFile({ file: this.pack.file, part: `${this.sheet.name} ${given ?? ''}`.trim() });
    }
    if (number > this.pack.limits.rows) {
      throw errors.tooManyRows({ file: this.pack.file, sheet: this.sheet.name, limit: this.pack.limits.rows });
    }
    this.rowNumber = number;
    this.rowHidden = /^(1|true)$/.test(attribute(attributes, 'hidden') ?? '');
    this.cells = [];
    this.column = -1;
  }

  private closeRow(): void {
    if (this.cells.length > 0) {
      this.ready.push({ sheet: this.sheet.index, number: this.rowNumber, hidden: this.rowHidden, cells: this.cells });
      this.cells = [];
    }
  }

  private openCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    this.column = reference === undefined ? this.column + 1 : columnIndex(reference);
    this.type = attribute(attributes, 't') ?? 'n';
    this.style = Number(attribute(attributes, 's') ?? 0);
    this.formula = false;
    this.value = undefined;
    this.inValue = false;
    this.inCell = true;
    this.inline.reset();
  }

  private closeCell(): void {
    this.inCell = false;
    const cell = this.readCell();
    if (cell === null) {
      return;
    }
    const { columns } = this.pack.limits;
    if (this.column < 0) {
      throw errors.brokenFile({ file: this.pack.file, part: `${this.sheet.name} ${this.rowNumber}` });
    }
    if (this.column >= columns) {
      throw errors.tooManyColumns({
        file: this.pack.file,
        sheet: this.sheet.name,
        row: this.rowNumber,
        limit: columns,
      });
    }
    while (this.cells.length < this.column) {
      this.cells.push(null);
    }
    this.cells[this.column] = cell;
  }

  private readCell(): Cell {
    const raw = this.type === 'inlineStr' ? this.inline.take() : this.value;
    if (this.formula) {
      const cell = raw === undefined || (raw === '' && this.type !== 'str') ? null : this.typed(raw);
      return cell === null
        ? { kind: 'text', value: '', text: '', formula: 'missing' }
        : typeof cell === 'string'
          ? { kind: 'text', value: cell, text: cell, formula: 'cached' }
          : { ...cell, formula: 'cached' };
    }
    return raw === undefined || raw === '' ? null : this.typed(raw);
  }

  private typed(raw: string): Exclude<Cell, null> {
    switch (this.type) {
      case 's':
        return this.workbook.strings[Number(raw)] ?? { kind: 'error', value: '#REF!', text: raw };
      case 'inlineStr':
        return raw;
      case 'str':
        return unescapeControl(raw);
      case 'b':
        return { kind: 'boolean', value: raw === '1' || raw === 'true', text: raw };
      case 'e':
        return { kind: 'error', value: raw, text: raw };
      case 'd':
        return { kind: 'date', value: raw, text: raw };
      default:
        return this.numeric(raw);
    }
  }

  private numeric(raw: string): Exclude<Cell, null> {
    const value = Number(raw);
    if (!Number.isFinite(value)) {
      return { kind: 'error', value: raw, text: raw };
    }
    if (this.workbook.dateStyles[this.style] === true) {
      const date = dateOfSerial(value, this.workbook.from1904);
      if (date !== undefined) {
        return { kind: 'date', value: date, text: raw };
      }
    }
    return { kind: 'number', value, text: raw };
  }
}
