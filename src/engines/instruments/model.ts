import type { Principal } from '#core/access';
import type { AnswerValue } from '#standards';

/** Who answers a sheet: the school or area about itself, an external group, an inspector on site. */
export type Side = 'self' | 'external' | 'inspection';

/** Who acts, and when. */
export interface Act {
  readonly principal: Principal;
  readonly at: Date;
}

export interface SheetKey {
  readonly area: string;
  readonly sheet: string;
}

export interface Sheet {
  readonly area: string;
  readonly id: string;
  readonly instrument: string;
  readonly version: string;
  /** '' = the area itself. */
  readonly unit: string;
  readonly side: Side;
  /** What the sheet belongs to, such as a round; '' = nothing. */
  readonly about: string;
  readonly title: string;
  readonly state: 'open' | 'submitted';
  readonly dueOn: string | null;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly submittedBy: string | null;
  readonly submittedAt: Date | null;
}

/** An answer as it stands; `revision` counts the changes of this one item. */
export interface StandingAnswer {
  readonly item: string;
  readonly revision: number;
  readonly value: AnswerValue | null;
  readonly note: string;
  readonly files: readonly string[];
  readonly by: string;
  readonly at: Date;
}

/** What was written on a device. */
export interface AnswerChange {
  /** Made on the device; the same id sent twice is one change. */
  readonly id: string;
  readonly item: string;
  /** The revision the person saw; 0 = none. */
  readonly base: number;
  /** The change before it on the same device, whose fate was not yet known when this one was written. */
  readonly follows?: string | undefined;
  /** A change that met another one, and which this one settles. */
  readonly settles?: string | undefined;
  readonly value: AnswerValue | null;
  readonly note: string;
  readonly files: readonly string[];
  readonly writtenAt: Date;
}

/** `conflict`: somebody else changed the item meanwhile; `late`: the sheet was submitted. Both are kept and change nothing. */
export type ChangeOutcome = 'taken' | 'conflict' | 'late' | 'settled';

export interface StoredChange extends Omit<AnswerChange, 'follows' | 'settles'> {
  readonly outcome: ChangeOutcome;
  readonly revision: number;
  readonly by: string;
  readonly at: Date;
}

export interface NewSheet {
  readonly area: string;
  readonly unit: string;
  readonly instrument: string;
  readonly side: Side;
  readonly about: string;
  readonly title: string;
  readonly dueOn: string | null;
}
