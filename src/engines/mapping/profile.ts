import type { LocalText } from '#core/locale';

/** Accepted spellings → stored value. */
export type CodeMap = Readonly<Record<string, string | number | boolean>>;

/** Where a value comes from. A bare text in the file means `column`. */
export interface Source {
  /** Header text of the column. */
  readonly column?: string | undefined;
  /** Column letter, where headers are missing or repeat. */
  readonly at?: string | undefined;
  /** A constant. */
  readonly value?: string | number | boolean | undefined;
  /** Name of a code map of the profile. */
  readonly codes?: string | undefined;
  /** The unit the numbers are printed in, such as 万元. */
  readonly in?: string | undefined;
  /** Takes the first group (or the whole match) of a regular expression out of the text. */
  readonly pattern?: string | undefined;
  /** Put before the text. */
  readonly prefix?: string | undefined;
  /** Used where the cell is blank. */
  readonly fallback?: string | number | boolean | undefined;
  /** The column may be missing from the file. */
  readonly optional?: boolean | undefined;
  /** A blank cell repeats the one above (merged cells do so by themselves). */
  readonly fillDown?: boolean | undefined;
  /** Several sources, joined. */
  readonly join?: readonly Source[] | undefined;
  readonly separator?: string | undefined;
}

/** A condition on one cell. */
export interface Condition {
  readonly column?: string | undefined;
  readonly at?: string | undefined;
  readonly is?: string | readonly string[] | undefined;
  readonly isNot?: string | readonly string[] | undefined;
  readonly matches?: string | undefined;
  readonly blank?: boolean | undefined;
  readonly above?: number | undefined;
  readonly below?: number | undefined;
}

export interface SkipRule {
  readonly when: readonly Condition[];
  readonly why: LocalText;
}

/** One measure read from a column, or (with `columns`) from every column whose header matches. */
export interface MeasureSource {
  readonly measure: string;
  readonly from?: Source | undefined;
  /** Regular expression over headers; groups named `stage` and `year` tell stage and school year. */
  readonly columns?: string | undefined;
  readonly in?: string | undefined;
  readonly stage?: Source | undefined;
  readonly schoolYear?: number | undefined;
  /** How rows of the same unit, stage and year become one number; without it a repetition is refused. */
  readonly take?: 'sum' | 'count' | 'max' | 'min' | 'first' | undefined;
  readonly where?: readonly Condition[] | undefined;
}

export interface FactsMapping {
  /** The unit's id; absent for facts of the county itself. */
  readonly unit?: Source | undefined;
  readonly stage?: Source | undefined;
  readonly measures: readonly MeasureSource[];
  /** Long tables: one row a number. `measure` must yield measure ids. */
  readonly long?: { readonly measure: Source; readonly value: Source } | undefined;
}

export interface RecordMapping {
  readonly dataset: string;
  readonly fields: Readonly<Record<string, Source>>;
  /** Several rows may tell of the same record, if they agree. */
  readonly repeats?: boolean | undefined;
  readonly where?: readonly Condition[] | undefined;
}

/** How a county (or an area above it) is read, and made where it does not exist. */
export interface AreaSource {
  readonly from: Source;
  /** Make a local area with this code prefix where the name is not known. */
  readonly create?: string | undefined;
  readonly parent?: AreaSource | undefined;
  readonly level: 'province' | 'city' | 'county';
}

export interface SheetMapping {
  /** Sheet name, `/regular expression/`, or `*` for the first visible sheet. */
  readonly sheet: string;
  /** Row number, several for a header of several rows, or 'auto'. */
  readonly header: number | readonly number[] | 'auto' | 'none';
  readonly optional?: boolean | undefined;
  readonly county?: AreaSource | undefined;
  readonly schoolYear?: Source | undefined;
  readonly skip: readonly SkipRule[];
  readonly records: readonly RecordMapping[];
  readonly facts: readonly FactsMapping[];
}

/** One cell, or several joined by `+`, of a form. */
export interface FormFact {
  readonly cells: string;
  readonly measure: string;
  readonly stage: string;
  readonly in?: string | undefined;
  /** What the printed number is multiplied by. */
  readonly factor?: number | undefined;
}

export interface FormMapping {
  readonly sheet: string;
  readonly optional?: boolean | undefined;
  /** Cells that must hold these words, so that a shifted layout is noticed. */
  readonly expect: Readonly<Record<string, string>>;
  readonly facts: readonly FormFact[];
  /** Ranges that hold titles, headings and row names. */
  readonly labels: readonly string[];
  /** Filled cells that are known and not used, and why. */
  readonly unused: readonly { readonly cells: string; readonly why: LocalText }[];
  /** Cells with remarks of the sender, handed on as findings. */
  readonly remarks: readonly string[];
}

/** A field of the school on a form: a cell (`sheet!cell`), or the cell beside or under a label. */
export interface FormField extends Source {
  readonly cell?: string | undefined;
  /** Words of a label; the first filled cell to its right or under it (that fits `pattern`) is the value. */
  readonly label?: string | undefined;
}

export interface FormCheck {
  readonly id: string;
  readonly severity: 'refused' | 'warning';
  /** Must hold. Names are cells (`基础基211!H6`) or `measure@stage`; a blank makes the check void. */
  readonly holds: string;
  /** The cell that is marked. */
  readonly marks: string;
  readonly message: LocalText;
  readonly remedy: LocalText;
}

export interface FormsMapping {
  readonly schoolYear: FormField;
  /** Absent: the county in whose name the file is sent. */
  readonly county?: FormField | undefined;
  readonly unit: Readonly<Record<string, FormField>>;
  readonly sheets: readonly FormMapping[];
  /** Take the cells that the measure dictionary lists for these forms and this school year too. */
  readonly fromDictionary: boolean;
  readonly checks: readonly FormCheck[];
}

/** How files of one kind become records: a data file, no program. */
export interface Profile {
  readonly id: string;
  readonly version: string;
  readonly title: LocalText;
  /** What is known of where such files come from; for the reader. */
  readonly about: LocalText | null;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | undefined;
  readonly delimiter: string | undefined;
  /** Texts that mean "not reported". */
  readonly blanks: readonly string[];
  readonly schoolYear: number | null;
  /** The cell (`sheet!A1`) in which a file names its school year, asked where nobody chose one. */
  readonly schoolYearAt: string | null;
  /** The school years for which the layout holds. */
  readonly since: number | null;
  readonly until: number | null;
  readonly codes: Readonly<Record<string, CodeMap>>;
  /** Sheets that are known and hold no data. */
  readonly ignore: readonly string[];
  readonly sheets: readonly SheetMapping[];
  readonly forms: FormsMapping | null;
}
