/** What a cell that is not plain text holds. A date is `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`; an error is Excel's own word, such as `#N/A`. */
export interface TypedCell {
  readonly kind: 'number' | 'boolean' | 'date' | 'error' | 'text';
  readonly value: string | number | boolean;
  /** The text as it stands in the file: `1.50E2` stays `1.50E2`, a date stays its serial number. */
  readonly text: string;
  /** `cached`: the value Excel last computed; `missing`: the file holds a formula without any value. */
  readonly formula?: 'cached' | 'missing';
}

/** Plain text (every non-empty CSV cell), a typed cell, or null for an empty one. */
export type Cell = string | TypedCell | null;

/** One row as Excel numbers it: `number` counts from 1 and includes empty rows; `cells[0]` is column A. */
export interface Row {
  /** Position of the sheet in the file, from 0. */
  readonly sheet: number;
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: readonly Cell[];
}

export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
}

/** Something true of the file that a reader should know and that is not an error: a hidden sheet, the encoding found. */
export interface FileNote {
  readonly code:
    | 'hidden-sheet'
    | 'hidden-rows'
    | 'encoding'
    | 'delimiter'
    | 'merged-cells'
    | 'macros'
    | 'dates-1904'
    | 'last-row-cut';
  readonly sheet: string;
  readonly detail: string;
}

/** A file of tables, read lazily. `rows` may be asked for again; each call reads the sheet from the start in bounded memory. */
export interface TableFile {
  readonly name: string;
  readonly kind: 'csv' | 'xlsx';
  readonly sheets: readonly Sheet[];
  rows(sheet: number): Iterable<Row>;
  /** Merged ranges of one sheet; empty for CSV. */
  merges(sheet: number): readonly Merge[];
  notes(): readonly FileNote[];
}

/** Bounds that keep a hostile file from exhausting the machine. */
export interface ReadLimits {
  readonly fileBytes: number;
  readonly unpackedBytes: number;
  /** Unpacked to packed size of one part, judged once a part passes 16 MB. */
  readonly ratio: number;
  readonly rows: number;
  readonly columns: number;
}
