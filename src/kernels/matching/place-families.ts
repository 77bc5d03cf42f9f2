import type { Board } from './board.ts';
import { firstPossibleRow, membersOf, rowOf } from './joint-choice.ts';
import type { Families } from './market.ts';
import { seatAlone, seatApplicant } from './seat-applicant.ts';
import { vacateSeat } from './vacate-seat.ts';

/** A family that could have a better joint choice than the one it has. */
export interface BlockingFamily {
  readonly family: number;
  /** Counted from 0 within the family's joint choices. */
  readonly row: number;
}

/**
 * Asks the bound families one after another, round after round, until a whole round changes nothing: each leaves its seats for the
 * first joint choice that it could have, where that is better than what it has.
 *
 * @param row per family the joint choice it has, or -1; changed in place. -2 for a family that is not bound and is not asked
 * @returns null when settled; else, after `mostRounds`, the first family that could still have better
 */
export function placeFamilies(
  board: Board,
  families: Families,
  row: Int32Array,
  mostRounds: number,
): BlockingFamily | null {
  for (let round = 0; round < mostRounds; round++) {
    let isChanged = false;
    for (let f = 0; f < row.length; f++) {
      if (betterRow(board, families, row, f) < 0) continue;
      isChanged = true;
      leaveSeats(board, families, row, f);
      takeSeats(board, families, row, f);
    }
    if (!isChanged) return null;
  }
  for (let f = 0; f < row.length; f++) {
    const better = betterRow(board, families, row, f);
    if (better >= 0) return { family: f, row: better };
  }
  return null;
}

function betterRow(board: Board, families: Families, row: Int32Array, f: number): number {
  const now = row[f] as number;
  if (now === -2) return -1;
  return firstPossibleRow(board, families, f, now === -1 ? undefined : now);
}

function leaveSeats(board: Board, families: Families, row: Int32Array, f: number): void {
  for (const i of membersOf(families, f)) if ((board.held[i] as number) >= 0) vacateSeat(board, i);
  row[f] = -1;
}

function takeSeats(board: Board, families: Families, row: Int32Array, f: number): void {
  const r = firstPossibleRow(board, families, f);
  if (r < 0) return;
  row[f] = r;
  for (const e of rowOf(families, f, r)) if (e >= 0) seatApplicant(board, e);
  leaveBroken(board, families, row);
}

/** Releases a family: its members leave their joint choice and ask each alone. */
export function separateFamily(board: Board, families: Families, row: Int32Array, f: number): void {
  leaveSeats(board, families, row, f);
  row[f] = -2;
  for (const i of membersOf(families, f)) board.bound[i] = -1;
  for (const i of membersOf(families, f)) seatAlone(board, i);
  leaveBroken(board, families, row);
}

function leaveBroken(board: Board, families: Families, row: Int32Array): void {
  for (const broken of board.broken) leaveSeats(board, families, row, broken);
  board.broken.clear();
}
