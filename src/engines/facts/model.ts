import type { Stage } from '#standards';

export type FactStage = Stage | 'all';

export interface FactKey {
  readonly countyCode: string;
  readonly schoolYear: number;
  /** '' = the county itself. */
  readonly unitId: string;
  readonly stage: FactStage;
  readonly measure: string;
}

/** One reported number with the cell it was read from; sheet and column count from 0, row as the spreadsheet shows it. */
export interface Fact extends FactKey {
  readonly value: number;
  readonly batchId: string;
  readonly sheet: number;
  readonly sheetRow: number;
  readonly sheetColumn: number;
}

/** Where a number comes from, in the words a person can follow to the paper. */
export interface FactSource {
  readonly batchId: string;
  readonly fileName: string;
  readonly sheetName: string;
  readonly sheetRow: number;
  readonly sheetColumn: number;
  readonly importedAt: Date;
  readonly importedBy: string;
}

export interface SourcedFact extends FactKey {
  readonly value: number;
  /** Null where no import brought it (written by a program, such as the demo). */
  readonly source: FactSource | null;
}

/** A number typed into a return beside class or staff rows that say otherwise; the rows are believed, and both are shown. */
export interface Disagreement extends FactKey {
  readonly typed: number;
  readonly derived: number;
  readonly rows: 'classes' | 'staff';
}

/** Which counties: all of them, or these. */
export type CountyScope = 'all' | readonly string[];
