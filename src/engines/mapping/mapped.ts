import type { LocalText } from '#core/locale';
import type { Dictionary } from '#standards';
import type { Dataset, MappedFact, MappedRecord } from './dataset.ts';
import type { Finding } from './finding.ts';
import type { KnownArea, KnownUnit } from './known-area.ts';

/** What a file is judged against. Nothing of it is a database. */
export interface MapContext {
  readonly dictionary: Dictionary;
  readonly datasets: ReadonlyMap<string, Dataset>;
  /** The area in whose name the file is sent; null lets the file bring any. */
  readonly areaCode: string | null;
  /** The calendar year in which the school year begins; null where the file or the profile says it. */
  readonly schoolYear: number | null;
  readonly areas: readonly KnownArea[];
  /** Units already registered; null where the registry is not asked, so that any unit is taken. */
  readonly units: readonly KnownUnit[] | null;
}

export interface MappedSheet {
  readonly name: string;
  readonly hidden: boolean;
  rowsRead: number;
  rowsReady: number;
  /** Why the sheet was not read; null where it was. */
  readonly skipped: LocalText | null;
}

/** The one school of a workbook of forms, with its cells as they stand. */
export interface MappedForm {
  readonly countyCode: string;
  readonly schoolYear: number;
  readonly unitId: string;
  hasSheet(sheet: string): boolean;
  /** The number in a cell (`D7`); undefined where there is none. */
  numberAt(sheet: string, cell: string): number | undefined;
  /** What a cell says; '' where it is blank. */
  textAt(sheet: string, cell: string): string;
}

/** Everything a file brings: records and facts that may be taken, and every finding. */
export interface Mapped {
  readonly sheets: readonly MappedSheet[];
  readonly rowsRead: number;
  readonly rowsReady: number;
  readonly records: readonly MappedRecord[];
  readonly facts: readonly MappedFact[];
  /** At most 10,000 of the cells and as many of the rules between forms; the counts below are complete. */
  readonly findings: readonly Finding[];
  readonly refused: number;
  readonly warnings: number;
  readonly counties: readonly string[];
  /** Counties outside the area of the file that its refused rows name. */
  readonly elsewhere: readonly string[];
  readonly schoolYears: readonly number[];
  /** Null for a file of tables, and where the school could not be read. */
  readonly form: MappedForm | null;
}
