import type { LocalText } from '#core/locale';

export type FieldValue = string | number | boolean | readonly string[] | null;
export type FieldType = 'text' | 'identifier' | 'integer' | 'number' | 'boolean' | 'date' | 'code' | 'codes';

/** One field of a dataset: what may stand in it, what it is called, and which column of the table keeps it. */
export interface Field {
  readonly type: FieldType;
  readonly words: LocalText;
  /** The column of the dataset's table. */
  readonly column: string;
  readonly required?: boolean;
  /** For codes: the stored value and every spelling that is accepted for it. */
  readonly codes?: Readonly<Record<string, readonly string[]>>;
  readonly range?: readonly [number, number];
  readonly pattern?: { readonly regex: RegExp; readonly expected: LocalText };
  readonly maxLength?: number;
  /** Stored where the file says nothing. */
  readonly fallback?: FieldValue;
  /** Never read from a file, only derived. */
  readonly derived?: boolean;
  /** Follows from these fields: written whenever a file gives one of them, and left alone otherwise. */
  readonly follows?: readonly string[];
  /** The column (an array of texts) that remembers what stood here before. */
  readonly formerColumn?: string;
}

export type FieldValues = Readonly<Record<string, FieldValue>>;

/** Something wrong between the fields of one record. */
export interface RecordFault {
  /** The field whose cell is marked. */
  readonly field: string;
  readonly severity: 'refused' | 'warning';
  readonly message: LocalText;
  readonly remedy: LocalText;
}

/**
 * A kind of record that files may bring: declared by the capability that owns it, handled by the engine.
 *
 * @remarks The table's primary key is `county_code` (unless `countyless`), `school_year` (where `yearly`) and the columns of `key`.
 */
export interface Dataset {
  readonly id: string;
  readonly words: LocalText;
  readonly table: string;
  readonly yearly: boolean;
  readonly countyless?: boolean;
  readonly key: readonly string[];
  readonly fields: Readonly<Record<string, Field>>;
  /** The field that names the unit a record belongs to; the unit must exist in the file or in the registry. */
  readonly unitField?: string;
  /** Whether the table keeps the source row in `sheet` and `sheet_row`. */
  readonly keepsSource?: boolean;
  check?(values: FieldValues, countyCode: string): readonly RecordFault[];
  /** Fields that follow from others; they overwrite what was read. */
  derive?(values: FieldValues): FieldValues;
}

/** One record of a dataset as the file gives it. */
export interface MappedRecord {
  readonly dataset: string;
  readonly countyCode: string;
  /** 0 for a dataset that is not yearly. */
  readonly schoolYear: number;
  readonly values: FieldValues;
  readonly sheet: number;
  readonly row: number;
  /** The column (from 0) each field was read from; constants have none. */
  readonly columns: Readonly<Record<string, number>>;
}

/** One number of one unit (`unitId` '' = the county), stage (`all` = the whole unit), school year and measure. */
export interface MappedFact {
  readonly countyCode: string;
  readonly schoolYear: number;
  readonly unitId: string;
  readonly stage: string;
  readonly measure: string;
  value: number;
  readonly sheet: number;
  readonly row: number;
  /** From 0. Where rows were aggregated, sheet, row and column are those of the first of them. */
  readonly column: number;
}
