import { addTo, type Bins, lastStanding, makeBins, replaceLast, takeLast, takeOut } from './bins.ts';
import { type Market, passesOn } from './market.ts';
import { isAdmitted, priorityLevels, standing } from './standing.ts';

export const refused = -2;
export const nobody = -1;

/** Who holds which seat just now. */
export interface Board {
  readonly market: Market;
  readonly levels: number;
  readonly applicantOf: Int32Array;
  readonly schoolOf: Int32Array;
  /** Per applicant the choice held, or -1, and the group it lies in. */
  readonly held: Int32Array;
  readonly heldGroup: Int32Array;
  /** Per applicant: the family it is bound to, or -1. Who is bound asks for one choice only. */
  readonly bound: Int32Array;
  readonly count: Int32Array;
  readonly bins: Bins;
  /** First bin of a group; a group with ceilings has one a kind. */
  readonly binOf: Int32Array;
  readonly isSplit: Uint8Array;
  readonly binMost: Int32Array;
  /** Families a member of which lost its seat. */
  readonly broken: Set<number>;
  /** Choices by school, made when a seat first falls vacant. */
  bySchool: { readonly start: Int32Array; readonly entry: Int32Array } | null;
}

export function openBoard(market: Market): Board {
  const { applicants, schools, choiceStart, choiceSchool, groupStart, groupSeats, groupMost, kinds } = market;
  const groups = groupSeats.length;
  const applicantOf = new Int32Array(choiceSchool.length);
  const listed = new Int32Array(schools);
  for (let i = 0; i < applicants; i++) {
    for (let e = choiceStart[i] as number; e < (choiceStart[i + 1] as number); e++) {
      const s = choiceSchool[e] as number;
      applicantOf[e] = i;
      listed[s] = (listed[s] as number) + 1;
    }
  }
  const schoolOf = new Int32Array(groups);
  const binOf = new Int32Array(groups);
  const isSplit = new Uint8Array(groups);
  const most: number[] = [];
  for (let s = 0; s < schools; s++) {
    let carried = 0;
    for (let g = groupStart[s] as number; g < (groupStart[s + 1] as number); g++) {
      schoolOf[g] = s;
      const room = Math.min((groupSeats[g] as number) + carried, listed[s] as number);
      carried = doesPassOn(market, g) ? (groupSeats[g] as number) + carried : 0;
      binOf[g] = most.length;
      const ceilings = groupMost.subarray(g * kinds, (g + 1) * kinds);
      isSplit[g] = ceilings.some((ceiling) => ceiling >= 0) ? 1 : 0;
      if (isSplit[g] === 0) most.push(room);
      else for (const ceiling of ceilings) most.push(ceiling < 0 ? room : Math.min(ceiling, room));
    }
  }
  const binMost = Int32Array.from(most);
  return {
    market,
    levels: priorityLevels(market),
    applicantOf,
    schoolOf,
    held: new Int32Array(applicants).fill(-1),
    heldGroup: new Int32Array(applicants).fill(-1),
    bound: new Int32Array(applicants).fill(-1),
    count: new Int32Array(groups),
    bins: makeBins(binMost),
    binOf,
    isSplit,
    binMost,
    broken: new Set(),
    bySchool: null,
  };
}

export function doesPassOn(market: Market, g: number): boolean {
  return ((market.groupRule[g] as number) & passesOn) !== 0;
}

/** The group's own seats and those that the groups before it left and pass on. */
export function capacityOf({ market, schoolOf, count }: Board, g: number): number {
  const first = market.groupStart[schoolOf[g] as number] as number;
  let from = g;
  while (from > first && doesPassOn(market, from - 1)) from--;
  let capacity = market.groupSeats[from] as number;
  for (let h = from; h < g; h++) capacity += (market.groupSeats[h + 1] as number) - (count[h] as number);
  return capacity;
}

export function binFor(board: Board, g: number, i: number): number {
  return (board.binOf[g] as number) + (board.isSplit[g] === 1 ? (board.market.kind[i] as number) : 0);
}

/** The bin whose last stands behind everybody else in the group. */
export function lastBin({ binOf, isSplit, market, bins }: Board, g: number): number {
  const from = binOf[g] as number;
  if (isSplit[g] === 0) return from;
  let last = from;
  for (let b = from + 1; b < from + market.kinds; b++) {
    if (lastStanding(bins, b) > lastStanding(bins, last)) last = b;
  }
  return last;
}

/**
 * The applicant of a choice asks one group of the school for a seat.
 *
 * @returns `refused`; `nobody` when no other lost a seat; else the choice of the one who did, whose `heldGroup` still says where
 */
export function ask(board: Board, e: number, g: number, i: number): number {
  const { market, bins, count } = board;
  if (!isAdmitted(market, g, i)) return refused;
  const own = standing(market, board.levels, g, e, i);
  const bin = binFor(board, g, i);
  let out: number;
  if ((bins.size[bin] as number) >= (board.binMost[bin] as number)) {
    if (own >= lastStanding(bins, bin)) return refused;
    out = replaceLast(bins, bin, own, e);
  } else if ((count[g] as number) >= capacityOf(board, g)) {
    const last = lastBin(board, g);
    if (own >= lastStanding(bins, last)) return refused;
    if (last === bin) out = replaceLast(bins, bin, own, e);
    else {
      out = takeLast(bins, last);
      addTo(bins, bin, own, e);
    }
  } else {
    addTo(bins, bin, own, e);
    count[g] = (count[g] as number) + 1;
    out = shrinkFollowing(board, g);
  }
  board.held[i] = e;
  board.heldGroup[i] = g;
  if (out !== nobody) board.held[board.applicantOf[out] as number] = -1;
  return out;
}

/** A seat that the group filled is no longer passed on: the next group that is too full gives up its last. */
function shrinkFollowing(board: Board, group: number): number {
  const { market, count, schoolOf } = board;
  const end = market.groupStart[(schoolOf[group] as number) + 1] as number;
  for (let g = group; g + 1 < end && doesPassOn(market, g); g++) {
    if ((count[g + 1] as number) > capacityOf(board, g + 1)) {
      count[g + 1] = (count[g + 1] as number) - 1;
      return takeLast(board.bins, lastBin(board, g + 1));
    }
  }
  return nobody;
}

/** Puts an applicant into a group that has room for it. */
export function putIn(board: Board, e: number, g: number): void {
  const i = board.applicantOf[e] as number;
  addTo(board.bins, binFor(board, g, i), standing(board.market, board.levels, g, e, i), e);
  board.count[g] = (board.count[g] as number) + 1;
  board.held[i] = e;
  board.heldGroup[i] = g;
}

/** Takes an applicant out of its seat; gives the group, which has room now. */
export function takeFrom(board: Board, i: number): number {
  const g = board.heldGroup[i] as number;
  takeOut(board.bins, binFor(board, g, i), board.held[i] as number);
  board.count[g] = (board.count[g] as number) - 1;
  board.held[i] = -1;
  board.heldGroup[i] = -1;
  return g;
}
