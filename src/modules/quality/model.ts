export interface Round {
  readonly area: string;
  readonly id: string;
  readonly instrument: string;
  readonly title: string;
  readonly schoolYear: number;
  readonly selfDueOn: string;
  readonly openedBy: string;
  readonly openedAt: Date;
}

/** One school's part of a round; `unit` '' = the area itself. */
export interface Evaluation {
  readonly area: string;
  readonly round: string;
  readonly unit: string;
  readonly case: string;
  readonly selfSheet: string;
  readonly externalSheet: string | null;
  readonly state: string;
}
