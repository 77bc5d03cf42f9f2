/** Numbers named in a rule: neighbourhoods of a village, or doors of a street. */
export interface NumberSet {
  /** Inclusive; empty = every number. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
  readonly excluded: readonly (readonly [from: number, to: number])[];
  readonly parity: 'odd' | 'even' | null;
}

/** One sentence of a catchment notice as data. */
export interface ZoneRule {
  readonly stage: string;
  readonly district: string | null;
  /** A village, community or street; null = the whole district. */
  readonly place: string | null;
  /** What the numbers count. */
  readonly counts: 'neighbourhood' | 'door';
  readonly numbers: NumberSet;
  /** `basic`: children of the place belong to these schools. `free`: they may choose them as well. */
  readonly basis: 'basic' | 'free';
  readonly schools: readonly string[];
  /** Plain dates, inclusive; null = open. */
  readonly from: string | null;
  readonly until: string | null;
  /** A condition of the text that numbers cannot say; a person must read it. */
  readonly condition: string | null;
  readonly source: RuleSource;
}

export interface RuleSource {
  readonly row: number;
  readonly text: string;
}

/** Something in a rule file that a person must look at. */
export interface ZoneFinding {
  readonly kind: 'unreadable' | 'unknownSchool' | 'overlap' | 'gap';
  readonly row: number;
  readonly text: string;
  readonly zh: string;
  readonly en: string;
}

/** Where somebody lives, as far as it is known. */
export interface Residence {
  readonly district?: string | undefined;
  readonly village?: string | undefined;
  readonly neighbourhood?: number | undefined;
  readonly street?: string | undefined;
  readonly door?: number | undefined;
}

export interface Candidate {
  readonly school: string;
  readonly basis: 'basic' | 'free';
  readonly condition: string | null;
  readonly source: RuleSource;
}

export type Located =
  /** The place belongs to one school; others may be open to choice. */
  | { readonly kind: 'school'; readonly school: string; readonly candidates: readonly Candidate[] }
  /** Several schools, none before the others; or a condition that only a person can judge. */
  | { readonly kind: 'several'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'noRule'; readonly reason: NoRule };

/** The place is in no rule; its number is in none; the number is needed and not known; its rules are not in force on the day. */
export type NoRule = 'unknownPlace' | 'numberNotCovered' | 'numberNeeded' | 'notInForce';
