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

/** Indicators of a school as a whole (size, rooms, budget), which are not judged stage by stage. `unit` is a row of the unit table. */
export interface WholeSchoolResult {
  readonly unit: number;
  readonly indicators: readonly IndicatorResult[];
  readonly verdict: Verdict;
  readonly excludedBy: string | null;
}

/**
 * Dispersion of one indicator among the members of one group in one stage; population form, weighted as the standard says.
 *
 * @remarks The members are schools and the group is a county unless the caller asked for other levels. `verdict` is `noData`
 * while a member has not reported; the numbers are then those of the members that have.
 */
export interface CoefficientResult {
  /** A row of the input's area table; -1 where the members are grouped by an attribute across areas. */
  readonly area: number;
  /** The value of the attribute that the members share, where they are grouped by an attribute. */
  readonly group: string | null;
  readonly stage: Stage;
  readonly indicator: string;
  /** Members counted. */
  readonly schools: number;
  /** Members left out because something needed was not reported. */
  readonly missing: number;
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

/**
 * An indicator of an area. For a requirement on schools (a school rule, a class size ...) the indicator is the rule's id, the
 * value the share of schools that keep to it, the threshold the share that must, and `schools` the counts.
 */
export interface AreaIndicatorResult extends IndicatorResult {
  readonly stage: Stage | 'all';
  readonly schools: { readonly met: number; readonly notMet: number; readonly noData: number } | null;
}

export interface AreaResult {
  readonly area: number;
  readonly indicators: readonly AreaIndicatorResult[];
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
  readonly wholeSchools: readonly WholeSchoolResult[];
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
