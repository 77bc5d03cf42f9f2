/** A draw as its frozen files say it, everything by its published code. */
export interface Draw {
  readonly applicants: readonly Applicant[];
  readonly schools: ReadonlyMap<string, School>;
  readonly families: readonly Family[];
  readonly mostRounds: number;
  readonly fallBack: 'separate' | 'keep';
}

export interface Applicant {
  readonly code: string;
  readonly ticket: string;
  readonly traits: ReadonlySet<string>;
  readonly kind: string;
  /** Best first. */
  readonly wishes: Wish[];
}

export interface Wish {
  readonly applicant: Applicant;
  readonly place: number;
  readonly school: string;
  readonly priority: number;
}

export interface School {
  readonly code: string;
  /** In precedence order. */
  readonly groups: Group[];
}

export interface Group {
  readonly code: string;
  readonly seats: number;
  readonly only: ReadonlySet<string>;
  readonly first: ReadonlySet<string>;
  readonly ignoresPriority: boolean;
  readonly passesOn: boolean;
  readonly lottery: string;
  readonly most: ReadonlyMap<string, number>;
}

export interface Family {
  readonly code: string;
  /** Joint choices, best first: what each member is to have, null for nothing. */
  readonly rows: readonly (readonly (Wish | null)[])[];
  readonly members: readonly Applicant[];
}

/** Per lottery each ticket's number in hexadecimal digits; the smaller goes first. */
export type Numbers = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Something in the files that cannot be read as the format says. */
export class UnreadableDraw extends Error {
  readonly file: string;
  /** From 1; 0 where no line can be named. */
  readonly line: number;

  constructor(file: string, line: number, reason: string) {
    super(reason);
    this.file = file;
    this.line = line;
  }
}
