/** A bit of `groupRule`: the group's seats go by its lottery alone, whatever the priorities. */
export const ignoresPriority = 1;
/** A bit of `groupRule`: seats that the group does not fill are added to the school's next group. */
export const passesOn = 2;

/**
 * Applicants, the schools they list and the seats of each school.
 *
 * A school's seats lie in groups (a walk-zone reserve, seats for migrant children, open seats). An applicant at a school is
 * considered for its groups in their order, so the order is the precedence of reserves. A group admits whoever has one of the
 * traits of `groupOnly`, puts those with a trait of `groupFirst` before the others, then goes by priority, then by lottery.
 */
export interface Market {
  readonly applicants: number;
  readonly schools: number;
  /** `applicants + 1` offsets: applicant i listed choices `choiceStart[i]` to `choiceStart[i + 1]` (exclusive), best first. */
  readonly choiceStart: Int32Array;
  readonly choiceSchool: Int32Array;
  /** Of the applicant at this school; smaller goes first, 0 to 1,048,575. */
  readonly choicePriority: Int32Array;
  /** Per applicant, one bit a trait. */
  readonly traits: Uint32Array;
  /** Per applicant, 0 to `kinds - 1`: the division that ceilings count by. */
  readonly kind: Uint16Array;
  readonly kinds: number;
  /** `schools + 1` offsets: the groups of a school in precedence order. */
  readonly groupStart: Int32Array;
  readonly groupSeats: Int32Array;
  /** Traits one of which a holder must have; 0 admits everyone. */
  readonly groupOnly: Uint32Array;
  /** Traits whose bearers go first; 0 for none. */
  readonly groupFirst: Uint32Array;
  /** Bits `ignoresPriority` and `passesOn`. */
  readonly groupRule: Uint8Array;
  /** Which lottery breaks ties: all 0 for a single lottery, one a school for multiple ones. */
  readonly groupLottery: Uint16Array;
  /** Groups × kinds: the most of a kind that the group may hold; -1 for no ceiling. */
  readonly groupMost: Int32Array;
  /** Each a permutation of 0 … applicants - 1; smaller goes first. */
  readonly lotteries: readonly Uint32Array[];
}

/**
 * Applicants who take their places together or not at all: twins, siblings in different grades.
 *
 * Family f has members `member[memberStart[f]]` …, and joint choices `rowStart[f]` to `rowStart[f + 1]` (exclusive), best first. A
 * joint choice is one index into `choiceSchool` a member, or -1 where the member goes without a place; those of family f begin at
 * `entryStart[f]` in `rowEntry`. Families are asked in their order here.
 */
export interface Families {
  readonly memberStart: Int32Array;
  readonly member: Int32Array;
  readonly rowStart: Int32Array;
  readonly entryStart: Int32Array;
  readonly rowEntry: Int32Array;
}

/** Who sits where: per applicant an index into `choiceSchool` and a group, or -1 and -1. */
export interface Placement {
  readonly choice: Int32Array;
  readonly group: Int32Array;
}
