import type { Cell, TableFile } from '#engines/sheets';
import { cellPosition } from './cell-range.ts';
import { isBlank, textOf } from './cell-text.ts';
import type { FindingList } from './finding-list.ts';
import type { MappedSheet } from './mapped.ts';
import { matchKey } from './normalize-text.ts';
import { parseNumber } from './parse-number.ts';
import { compileSource } from './pick-source.ts';
import type { FormField, FormMapping, Profile } from './profile.ts';
import { fault } from './read-field.ts';
import { RowPlace } from './row-place.ts';

type Grid = ReadonlyMap<number, readonly Cell[]>;

export interface Located {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A form is a page; what stands further down is no form. */
const lastFormRow = 2_000;
/** How far from its label a value may stand. */
const labelReach = 12;

/** The forms of one workbook, held whole, with every cell at its address. */
export class FormBook {
  readonly blanks: ReadonlySet<string>;
  private readonly profile: Profile;
  private readonly findings: FindingList;
  private readonly grids = new Map<string, Grid>();

  constructor(profile: Profile, findings: FindingList) {
    this.profile = profile;
    this.findings = findings;
    this.blanks = new Set([...profile.blanks, '-1']);
  }

  load(table: TableFile, form: FormMapping, summary: MappedSheet | undefined): void {
    const sheet = table.sheets.find((found) => matchKey(found.name) === matchKey(form.sheet));
    if (sheet !== undefined) {
      this.loadSheet(table, sheet.index, form.sheet, summary);
    } else if (form.optional !== true) {
      this.findings.add('sheet-missing', { sheet: form.sheet }, { sheet: form.sheet });
    }
  }

  /** The sheets no form speaks of, so that a label can be found on any page. */
  loadRest(table: TableFile): void {
    for (const sheet of table.sheets) {
      if (!this.grids.has(sheet.name)) {
        this.loadSheet(table, sheet.index, sheet.name, undefined);
      }
    }
  }

  private loadSheet(table: TableFile, index: number, name: string, summary: MappedSheet | undefined): void {
    const grid = new Map<number, readonly Cell[]>();
    for (const row of table.rows(index)) {
      if (row.number > lastFormRow) {
        break;
      }
      grid.set(row.number, row.cells);
      if (summary !== undefined) {
        summary.rowsRead++;
      }
    }
    this.grids.set(name, grid);
  }

  grid(sheet: string): Grid | undefined {
    return this.grids.get(sheet);
  }

  cell(sheet: string, reference: string): Cell {
    const { row, column } = cellPosition(reference);
    return this.at({ sheet, row, column });
  }

  placeAt(sheet: string, row: number): RowPlace {
    const place = new RowPlace(sheet, this.findings);
    place.row = row;
    return place;
  }

  /** -1 and the profile's blanks say nothing on a form. */
  isEmpty(cell: Cell): boolean {
    return isBlank(cell, this.blanks) || (typeof cell === 'object' && cell?.value === -1);
  }

  locate(field: FormField): Located | undefined {
    if (field.label !== undefined) {
      return this.besideLabel(matchKey(field.label), field.pattern);
    }
    const [sheet, reference] = field.cell?.split('!') ?? [];
    return sheet === undefined || reference === undefined ? undefined : { sheet, ...cellPosition(reference) };
  }

  /** One field of the school, worked on as any source; without cell and label only its constant is left. */
  pick(field: FormField): { readonly cell: Cell; readonly column: number; readonly place: RowPlace } | typeof fault {
    const located = this.locate(field);
    const place = this.placeAt(located?.sheet ?? '', located?.row ?? 0);
    const cells: Cell[] = [];
    if (located !== undefined) {
      cells[located.column] = this.at(located);
    }
    const { codes } = this.profile;
    const context = { codes, blanks: this.blanks, columnOf: () => located?.column ?? -1 };
    const picked = compileSource({ ...field, column: field.cell }, context)(cells, place);
    return picked === fault ? fault : { ...picked, place };
  }

  /** The number in a cell; undefined where there is none. */
  numberAt(sheet: string, reference: string): number | undefined {
    const cell = this.cell(sheet, reference);
    if (this.isEmpty(cell)) {
      return undefined;
    }
    if (typeof cell === 'object' && typeof cell?.value === 'number') {
      return cell.value;
    }
    const reading = parseNumber(textOf(cell));
    return reading.kind === 'number' ? reading.value : undefined;
  }

  private at({ sheet, row, column }: Located): Cell {
    return this.grids.get(sheet)?.get(row)?.[column] ?? null;
  }

  private besideLabel(label: string, pattern: string | undefined): Located | undefined {
    const fits = new RegExp(pattern ?? '.', 'u');
    const accepts = (at: Located) => {
      const cell = this.at(at);
      return !this.isEmpty(cell) && fits.test(textOf(cell));
    };
    for (const [sheet, grid] of this.grids) {
      for (const [row, cells] of grid) {
        for (const [column, cell] of cells.entries()) {
          if (cell !== null && matchKey(textOf(cell)).includes(label)) {
            const steps = Array.from({ length: labelReach }, (_, step) => step + 1);
            const right = steps.map((step) => ({ sheet, row, column: column + step }));
            const under = steps.slice(0, 3).map((step) => ({ sheet, row: row + step, column }));
            const found = [...right, ...under].find(accepts);
            if (found !== undefined) {
              return found;
            }
          }
        }
      }
    }
    return undefined;
  }
}
