import { openBoard } from './board.ts';
import { checkFamilies, checkMarket } from './check-market.ts';
import { membersOf } from './joint-choice.ts';
import type { Families, Market, Placement } from './market.ts';
import { type BlockingFamily, placeFamilies, separateFamily } from './place-families.ts';
import { seatAlone } from './seat-applicant.ts';
import { searchStable } from './stable-search.ts';

export interface MatchingOptions {
  readonly families?: Families;
  /** How often each family is asked again before the market counts as unsettled; 20 unless told. */
  readonly mostRounds?: number;
  /** What then happens: the family that blocks is no longer bound, or all stays as it is and the result names who blocks. */
  readonly fallBack?: 'separate' | 'keep';
}

export interface Matching extends Placement {
  /** Per family the joint choice it got, counted from 0; -1 none; -2 its members were placed each alone. */
  readonly row: Int32Array;
  /** `stable`; or, with every family bound, there is no stable matching (proved) or none was found. */
  readonly kind: 'stable' | 'none' | 'unsettled';
  /** Who could still have had better each time the rounds were used up, in order; with `separate` each was released then. */
  readonly blocking: readonly BlockingFamily[];
}

/**
 * Applicant-proposing deferred acceptance with reserves, ceilings, several lotteries and families.
 *
 * Without families the outcome is the stable matching that every applicant likes best, and naming one's true order is best for
 * everyone. With families a stable matching need not exist; see `kind` and the rules in this folder's README. Always ends.
 *
 * @returns per applicant an index into `choiceSchool` and a group, or -1
 * @throws RangeError on arrays that do not fit each other
 * @source Gale and Shapley 1962; Kominers and Sönmez 2016; Kojima, Pathak and Roth 2013
 * @example deferredAcceptance(plainMarket(start, school, priority, seats, lottery)).choice
 */
export function deferredAcceptance(
  market: Market,
  { families = noFamilies, mostRounds = 20, fallBack = 'separate' }: MatchingOptions = {},
): Matching {
  checkMarket(market);
  checkFamilies(market, families);
  const board = openBoard(market);
  const row = new Int32Array(families.memberStart.length - 1).fill(-1);
  for (let f = 0; f < row.length; f++) for (const i of membersOf(families, f)) board.bound[i] = f;
  for (let i = 0; i < market.applicants; i++) if (board.bound[i] === -1) seatAlone(board, i);
  const blocking: BlockingFamily[] = [];
  let kind: Matching['kind'] = 'stable';
  for (;;) {
    const block = placeFamilies(board, families, row, mostRounds);
    if (block === null) break;
    if (blocking.length === 0) {
      const found = searchStable(market, families, row);
      if (found) return { choice: found.choice, group: found.group, row: found.row, kind, blocking };
      kind = found === null ? 'none' : 'unsettled';
    }
    blocking.push(block);
    if (fallBack === 'keep') break;
    separateFamily(board, families, row, block.family);
  }
  return { choice: board.held, group: board.heldGroup, row, kind, blocking };
}

const noFamilies: Families = {
  memberStart: Int32Array.of(0),
  member: new Int32Array(0),
  rowStart: Int32Array.of(0),
  entryStart: Int32Array.of(0),
  rowEntry: new Int32Array(0),
};
