import { lastStanding, secondLastStanding } from './bins.ts';
import { type Board, binFor, capacityOf, lastBin } from './board.ts';
import { chooseAt } from './choose-at.ts';
import type { Families } from './market.ts';
import { isAdmitted, standing } from './standing.ts';
import { wouldTakeTogether } from './try-together.ts';

/** The first of its first `rows` joint choices that the family could have if its members stood aside; -1 for none. */
export function firstPossibleRow(board: Board, families: Families, f: number, rows = rowsOf(families, f)): number {
  for (let r = 0; r < rows; r++) if (isPossible(board, families, f, r)) return r;
  return -1;
}

export function rowsOf(families: Families, f: number): number {
  return (families.rowStart[f + 1] as number) - (families.rowStart[f] as number);
}

/** The choice of each member in joint choice r of family f, counted from 0. */
export function rowOf(families: Families, f: number, r: number): Int32Array {
  const size = (families.memberStart[f + 1] as number) - (families.memberStart[f] as number);
  const at = (families.entryStart[f] as number) + r * size;
  return families.rowEntry.subarray(at, at + size);
}

export function membersOf(families: Families, f: number): Int32Array {
  return families.member.subarray(families.memberStart[f], families.memberStart[f + 1]);
}

function isPossible(board: Board, families: Families, f: number, r: number): boolean {
  const row = rowOf(families, f, r);
  const members = membersOf(families, f);
  for (const e of row) {
    if (e >= 0 && !sitsAt(board, members, board.market.choiceSchool[e] as number) && sureness(board, e) === 0)
      return false;
  }
  const schools = [...row].map((e) => (e < 0 ? -1 : (board.market.choiceSchool[e] as number)));
  for (let m = 0; m < row.length; m++) {
    const s = schools[m] as number;
    if (s < 0 || schools.indexOf(s) < m) continue;
    const together = [...row].filter((_, other) => schools[other] === s);
    if (!sitsAt(board, members, s)) {
      const sure = together.map((e) => sureness(board, e));
      const isSure = together.length === 1 || (together.length === 2 && !sure.includes(1));
      if (!isSure && !wouldTakeTogether(board, together)) return false;
    } else if (!wouldTakeAll(board, s, together, members)) return false;
  }
  return true;
}

function sitsAt({ held, market }: Board, members: Int32Array, s: number): boolean {
  for (const i of members) {
    const e = held[i] as number;
    if (e >= 0 && market.choiceSchool[e] === s) return true;
  }
  return false;
}

/**
 * How surely the school of a choice would take its applicant, who sits elsewhere: 0 not, 1 alone, 2 even beside one more who comes.
 * One more who comes, and those whom that one displaces, cost each group one seat at most.
 */
function sureness(board: Board, e: number): number {
  const { market, bins, count, levels } = board;
  const i = board.applicantOf[e] as number;
  const s = market.choiceSchool[e] as number;
  for (let g = market.groupStart[s] as number; g < (market.groupStart[s + 1] as number); g++) {
    if (!isAdmitted(market, g, i)) continue;
    const bin = binFor(board, g, i);
    const isAtCeiling = (bins.size[bin] as number) >= (board.binMost[bin] as number);
    const free = isAtCeiling ? 0 : capacityOf(board, g) - (count[g] as number);
    const own = standing(market, levels, g, e, i);
    const last = isAtCeiling ? bin : lastBin(board, g);
    const isBefore = own < lastStanding(bins, last);
    if (free <= 0 && !isBefore) continue;
    if (board.isSplit[g] === 1) return 1;
    if (free >= 2 || (free === 1 && isBefore) || own < secondLastStanding(bins, bin)) return 2;
    return 1;
  }
  return 0;
}

/** Whether a school would take all of these together, of them and of its present pupils without the family's. */
function wouldTakeAll(board: Board, s: number, together: readonly number[], members: Int32Array): boolean {
  const { market, bins, applicantOf } = board;
  const asking = [...together];
  for (let g = market.groupStart[s] as number; g < (market.groupStart[s + 1] as number); g++) {
    const from = board.binOf[g] as number;
    for (let b = from; b < from + (board.isSplit[g] === 1 ? market.kinds : 1); b++) {
      const at = bins.start[b] as number;
      for (const e of bins.entry.subarray(at, at + (bins.size[b] as number))) {
        if (!members.includes(applicantOf[e] as number)) asking.push(e);
      }
    }
  }
  const group = chooseAt(market, board.levels, applicantOf, s, asking);
  return together.every((_, at) => (group[at] as number) >= 0);
}
