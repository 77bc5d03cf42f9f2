import type { ColumnKey, Stage } from './input.ts';

/** `noData` is neither a pass nor a failure: something needed was not reported. */
export type Verdict = 'met' | 'notMet' | 'noData' | 'notApplicable';

export interface IndicatorResult {
  readonly indicator: string;
  readonly value: number | null;
  readonly threshold: number | null;
  readonly verdict: Verdict;
  /** Ids of exceptions that changed the value or the threshold. */
  readonly exceptions: readonly string[];
}

/** One school in one stage. `unit` is a row of the input's unit table. */
export interface SchoolStageResult {
  readonly unit: number;
  readonly stage: Stage;
  readonly indicators: readonly IndicatorResult[];
  readonly met: number;
  readonly verdict: Verdict;
  /** Why the school rule does not apply, as the id of the standard's exclusion. */
  readonly excludedBy: string | null;
}

/** Inter-school dispersion of one indicator in one area and stage; population form, weighted as the standard says. */
export interface CoefficientResult {
  /** A row of the input's area table. */
  readonly area: number;
  readonly stage: Stage;
  readonly indicator: string;
  readonly schools: number;
  readonly mean: number | null;
  readonly standardDeviation: number | null;
  readonly coefficientOfVariation: number | null;
  readonly limit: number | null;
  readonly verdict: Verdict;
}

/** An item that a person attests: a document, a survey, an external result or a veto. */
export interface AttestedResult {
  readonly item: string;
  readonly kind: 'document' | 'survey' | 'external' | 'veto';
  readonly answer: boolean | number | null;
  readonly threshold: number | null;
  readonly verdict: Verdict;
}

export interface PartResult {
  readonly part: string;
  readonly met: number;
  readonly notMet: number;
  readonly noData: number;
  readonly verdict: Verdict;
}

export interface AreaResult {
  readonly area: number;
  readonly indicators: readonly IndicatorResult[];
  readonly attested: readonly AttestedResult[];
  readonly parts: readonly PartResult[];
  readonly verdict: Verdict;
}

export interface Evaluation {
  readonly standard: string;
  readonly version: string;
  readonly schoolYear: number;
  readonly coefficients: readonly CoefficientResult[];
  readonly schools: readonly SchoolStageResult[];
  readonly areas: readonly AreaResult[];
}

/** Where one input of a trace comes from: a cell of the unit or area table. */
export interface TraceSource {
  readonly table: 'unit' | 'area';
  readonly row: number;
  readonly column: ColumnKey;
}

/** How a number came about, as a tree down to the inputs. */
export interface Trace {
  readonly label: { readonly zh: string; readonly en: string };
  /** The formula with names, as written in the standard; absent at a leaf. */
  readonly formula?: string;
  /** The same formula with the values in it. */
  readonly substituted?: string;
  readonly value: number | boolean | null;
  readonly unit?: string;
  readonly source?: TraceSource;
  /** Exclusions and exceptions that were applied, and why. */
  readonly notes: readonly { readonly zh: string; readonly en: string }[];
  readonly parts: readonly Trace[];
}
