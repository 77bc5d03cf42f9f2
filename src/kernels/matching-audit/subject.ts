/** What is audited: the market as it was published. Described again here, so that the audit shares nothing with what it audits. */
export interface AuditedMarket {
  readonly applicants: number;
  readonly schools: number;
  readonly choiceStart: Int32Array;
  readonly choiceSchool: Int32Array;
  readonly choicePriority: Int32Array;
  readonly traits: Uint32Array;
  readonly kind: Uint16Array;
  readonly kinds: number;
  readonly groupStart: Int32Array;
  readonly groupSeats: Int32Array;
  readonly groupOnly: Uint32Array;
  readonly groupFirst: Uint32Array;
  /** Bit 1: ignores priority; bit 2: passes unfilled seats on to the next group of the school. */
  readonly groupRule: Uint8Array;
  readonly groupLottery: Uint16Array;
  readonly groupMost: Int32Array;
  readonly lotteries: readonly Uint32Array[];
}

/** The joint choices of bound families, as in `kernels/matching`. */
export interface AuditedFamilies {
  readonly memberStart: Int32Array;
  readonly member: Int32Array;
  readonly rowStart: Int32Array;
  readonly entryStart: Int32Array;
  readonly rowEntry: Int32Array;
}

/** Per applicant an index into `choiceSchool` and the group of the seat, or -1 and -1. */
export interface AuditedPlacement {
  readonly choice: Int32Array;
  readonly group: Int32Array;
}

export type FaultKind =
  /** The seat is at no school of the list, or in no group of the school. */
  | 'notListed'
  /** The group does not admit the applicant. */
  | 'notEligible'
  /** More in the group than seats. */
  | 'overCapacity'
  /** More of a kind than the ceiling. */
  | 'overCeiling'
  /** A better choice has a free seat for the applicant. */
  | 'emptySeat'
  /** A better choice holds somebody who stands behind the applicant. */
  | 'justifiedEnvy'
  /** A seat kept for those who go first is held by another although one of them would rather have it. */
  | 'reserveBroken'
  /** The members of a bound family do not hold one of their joint choices, nor none at all. */
  | 'familyApart'
  /** A bound family could have a better joint choice. */
  | 'familyBlocks';

export interface Fault {
  readonly kind: FaultKind;
  /** Whom it wrongs or concerns; -1 for a group as a whole. */
  readonly applicant: number;
  /** Who holds the seat in question; -1 where nobody does. */
  readonly other: number;
  readonly group: number;
}
