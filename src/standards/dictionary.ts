import type { Stage } from './input.ts';
import type { Words } from './words.ts';

export type MeasureKind = 'count' | 'area' | 'money' | 'hours' | 'share' | 'amount';

/** Form and cell of an official statistical return that holds the measure. `since` and `until` are school years. */
export interface SourceCell {
  readonly form: string;
  readonly stage: Stage | 'all';
  /** One cell, or several joined by `+`. */
  readonly cell: string;
  readonly since: number | null;
  readonly until: number | null;
  /** What the printed number is multiplied by to give the measure's unit, e.g. 10000 for 万元. */
  readonly factor: number;
}

/** How a measure follows from class rows or staff rows, where a county keeps them. */
export interface Derivation {
  readonly rows: 'classes' | 'staff';
  readonly take: string;
  readonly pupilsFrom: number | null;
  /** A number, or words where the limit depends on the class. */
  readonly pupilsTo: number | string | null;
  readonly where: string | null;
}

/** One number that a school or an area may report, and a standard may use. */
export interface Measure {
  readonly id: string;
  readonly words: Words;
  readonly unit: string;
  readonly kind: MeasureKind;
  readonly level: 'unit' | 'area';
  /** The stages for which it is reported one by one, or `['all']`. */
  readonly stages: readonly (Stage | 'all')[];
  /** A whole-school value of which each stage of a mixed school uses a part. */
  readonly shared: boolean;
  /** Lowest and highest value that can be right for one unit or area, inclusive. */
  readonly range: readonly [number, number];
  readonly note: Words | null;
  readonly derive: Derivation | null;
  readonly forms: readonly SourceCell[];
}

export interface Dictionary {
  readonly id: string;
  readonly version: string;
  readonly measures: ReadonlyMap<string, Measure>;
}
