import type { PlainDate } from '#core/calendar';

/** Which case: its county (a province's or city's own code for cases that belong there) and its id. */
export interface CaseRef {
  readonly county: string;
  readonly id: string;
}

/** A file kept beside the case, by its id in the file store. */
export interface CaseFile {
  readonly file: string;
  readonly name: string;
}

/** What a case is, said once by its first action. */
export interface CaseOpening {
  readonly kind: string;
  readonly version: number;
  readonly area: string;
  readonly unit: string | null;
  readonly title: string;
  /** What the case is about, by the module's own name and id. */
  readonly about: { readonly kind: string; readonly id: string } | null;
}

export interface CaseAction {
  readonly seq: number;
  readonly action: string;
  readonly by: string;
  readonly at: Date;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: readonly CaseFile[];
  /** The reason, where the action asks for one. */
  readonly comment: string;
  /** Of the first action only. */
  readonly opening: CaseOpening | null;
  readonly requestKey: string | null;
  /** Chains the action to the one before it. */
  readonly hash: string;
}

/** Where a case stands: nothing but its declaration and its actions decide it. */
export interface DerivedCase extends CaseOpening {
  readonly state: string;
  readonly isFinal: boolean;
  readonly seq: number;
  /** The last action that changed the state or the hands the case is in; comments overtake nobody. */
  readonly movedSeq: number;
  /** All fields given so far; the later of two with one name holds. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly actedAt: Date;
  readonly assignee: string | null;
  readonly dueOn: PlainDate | null;
  /** Years without a known holiday notice that the due day was counted through. */
  readonly dueMissingYears: readonly number[];
  /** How many steps of the state's escalation were taken. */
  readonly escalated: number;
  readonly nextEscalationOn: PlainDate | null;
  /** Who may do none of the actions the state asks for, because of four eyes. */
  readonly barred: readonly string[];
  readonly hash: string;
}

/** `341181-01kb…` */
export function caseName({ county, id }: CaseRef): string {
  return `${county}-${id}`;
}

/** Reads a case's name; undefined for any other text. */
export function parseCaseName(text: string): CaseRef | undefined {
  const match = /^(\d{6})-([0-9a-z]{26})$/.exec(text);
  return match?.[1] === undefined || match[2] === undefined ? undefined : { county: match[1], id: match[2] };
}
