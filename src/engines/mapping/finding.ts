import type { LocalText } from '#core/locale';

/** A cell of an uploaded file, named as Excel names it. `row` 0 and `column` '' mean the whole sheet or file. */
export interface Place {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
}

/** `refused`: the record is not taken; `warning`: taken, but look at it; `note`: for information. */
export type Severity = 'refused' | 'warning' | 'note';

/** One thing found in an uploaded file: where, what is wrong, and what to do about it. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  /** The text as it stands in the cell. */
  readonly value: string;
  readonly message: LocalText;
  readonly remedy: LocalText;
  /** The rule between forms that found it, and the forms it speaks of; absent for all else. */
  readonly rule?: { readonly id: string; readonly forms: readonly string[] };
}
