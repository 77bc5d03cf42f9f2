import type { DrawDigest } from './digests.ts';

/** What is frozen before the seed is known. Codes are tokens: they name nobody, and hold no space, comma, colon or quote. */
export interface DrawList {
  readonly title: string;
  readonly digest: DrawDigest;
  /** How often families are asked again; 20 unless told. */
  readonly mostRounds?: number;
  /** What happens where families do not settle; `separate` unless told. */
  readonly fallBack?: 'separate' | 'keep';
  readonly applicants: readonly ListedApplicant[];
  /** The groups of a school in precedence order. */
  readonly groups: readonly ListedGroup[];
  readonly families: readonly ListedFamily[];
}

export interface ListedApplicant {
  readonly code: string;
  /** Whose number counts: twins share one. */
  readonly ticket: string;
  readonly traits: readonly string[];
  readonly kind: string;
  /** Best first; a smaller priority goes first. */
  readonly choices: readonly { readonly school: string; readonly priority: number }[];
}

export interface ListedGroup {
  readonly school: string;
  readonly group: string;
  readonly seats: number;
  /** Traits one of which a holder must have; empty admits everyone. */
  readonly only: readonly string[];
  readonly first: readonly string[];
  readonly ignoresPriority: boolean;
  readonly passesOn: boolean;
  /** Name of the lottery: the same for all for a single lottery, the school's code for multiple ones. */
  readonly lottery: string;
  /** Ceilings by kind. */
  readonly most: Readonly<Record<string, number>>;
}

export interface ListedFamily {
  readonly code: string;
  readonly members: readonly string[];
  /** Joint choices, best first: per member the number of the choice in its own list, from 1, or null for no place. */
  readonly rows: readonly (readonly (number | null)[])[];
}

export interface Seed {
  readonly value: string;
  /** Where anyone can find it: a drand round, a lottery result named in advance, the minutes of a joint draw. */
  readonly source: string;
  readonly witnesses: readonly string[];
  /** When it was entered, as an instant. */
  readonly enteredAt: string;
}
