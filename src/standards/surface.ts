import type { CompiledStandard } from './compiled.ts';
import type { Dictionary } from './dictionary.ts';
import type { ColumnKey, EvaluationInput, Stage } from './input.ts';
import type { Mistake } from './mistake.ts';
import type { EvaluationOptions } from './options.ts';
import type { Evaluation, Trace } from './result.ts';
import type { Words } from './words.ts';

/** A text file of `policies/`, or one given by a person. `path` uses `/`. */
export interface StandardFile {
  readonly path: string;
  readonly text: string;
}

/** One standard with the files that lie beside it. */
export interface LoadedStandard {
  readonly path: string;
  readonly compiled: CompiledStandard;
  /** The text of `source.md`, where there is one. */
  readonly sourceNote: string | null;
  /** The text of `worked-example.yaml`, where there is one. */
  readonly workedExample: string | null;
}

/** Everything that was loaded. A standard with mistakes is left out of `standards`. */
export interface StandardLibrary {
  readonly dictionary: Dictionary;
  readonly standards: readonly LoadedStandard[];
  readonly mistakes: readonly Mistake[];
}

/** A change of the input to try out. Rows are rows of the unit table. */
export type Change =
  | { readonly kind: 'set'; readonly unit: number; readonly column: ColumnKey; readonly value: number }
  | { readonly kind: 'merge'; readonly units: readonly number[]; readonly into: number };

/** One difference between two versions of a standard, in words. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed';
  /** What differs: an indicator, a rule, a parameter ... by its id. */
  readonly subject: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Whether the change makes the standard stricter; null where it cannot be said. */
  readonly stricter: boolean | null;
}

const later = (): never => {
  throw new Error('This part of the standards engine is being built.');
};

/** Reads a measure dictionary (`policies/measures.yaml`). */
export const loadDictionary: (file: StandardFile) => {
  readonly dictionary: Dictionary;
  readonly mistakes: readonly Mistake[];
} = later;

/**
 * Reads standards, overrides and, where it is among the files, the measure dictionary.
 *
 * @param files every `measures.yaml`, `standard.yaml`, `worked-example.yaml` and `source.md` under `policies/`, or a single
 *   standard file of any name. Other files are ignored.
 * @param dictionary used where the files hold no `measures.yaml`.
 */
export const loadStandards: (files: readonly StandardFile[], dictionary?: Dictionary) => StandardLibrary = later;

/** The standard with this id that is in force on 1 September of the school year. */
export const findStandard: (library: StandardLibrary, id: string, schoolYear: number) => LoadedStandard | null = later;

/** Every mistake of one standard file, in the order of the lines. Never throws. */
export const checkStandard: (
  file: StandardFile,
  dictionary: Dictionary,
  library?: StandardLibrary,
) => readonly Mistake[] = later;

/** Evaluates every unit and area of the input against the standard. Pure; the input is not changed. */
export const evaluateStandard: (
  standard: CompiledStandard,
  input: EvaluationInput,
  options?: EvaluationOptions,
) => Evaluation = later;

/** How one indicator of one unit (`unit`, `stage`; stage `all` = the whole school) or of one area (`area`) came about. */
export const explainIndicator: (
  standard: CompiledStandard,
  input: EvaluationInput,
  subject: { readonly indicator: string; readonly stage: Stage | 'all' } & (
    | { readonly unit: number }
    | { readonly area: number }
  ),
  options?: EvaluationOptions,
) => Trace = later;

/** How one coefficient came about: the members, their values, weights and shares of the squared deviation. */
export const explainCoefficient: (
  standard: CompiledStandard,
  input: EvaluationInput,
  subject: { readonly indicator: string; readonly stage: Stage; readonly area: number; readonly group?: string },
  options?: EvaluationOptions,
) => Trace = later;

/** Why a school-stage or an area has its verdict. */
export const explainVerdict: (
  standard: CompiledStandard,
  input: EvaluationInput,
  subject: { readonly unit: number; readonly stage: Stage } | { readonly area: number },
  options?: EvaluationOptions,
) => Trace = later;

/** A new input with the changes made, for what-if. Columns that did not change are shared with the old input. */
export const applyChanges: (input: EvaluationInput, changes: readonly Change[]) => EvaluationInput = later;

/** What differs between two standards or two versions of one. */
export const diffStandards: (before: CompiledStandard, after: CompiledStandard) => readonly Difference[] = later;

/** A formula in plain words, for screens. */
export const describeFormula: (formula: string, dictionary: Dictionary) => Words = later;
