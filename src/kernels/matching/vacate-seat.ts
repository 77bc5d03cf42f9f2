import { type Board, binFor, capacityOf, doesPassOn, putIn, takeFrom } from './board.ts';
import { isAdmitted, standing } from './standing.ts';

/**
 * An applicant leaves its seat. It goes to the best of those who would rather have it; their seats are vacant in turn, until nobody
 * moves. Nobody is worse off, and the outcome does not depend on which vacancy is filled first.
 */
export function vacateSeat(board: Board, applicant: number): void {
  const { market, applicantOf, schoolOf, heldGroup, count } = board;
  const vacant = [takeFrom(board, applicant)];
  for (let g = vacant.pop(); g !== undefined; g = vacant.pop()) {
    if ((count[g] as number) >= capacityOf(board, g)) continue;
    const e = firstWaiting(board, g);
    if (e >= 0) {
      const i = applicantOf[e] as number;
      if ((heldGroup[i] as number) >= 0) vacant.push(takeFrom(board, i));
      putIn(board, e, g);
    } else if (doesPassOn(market, g) && g + 1 < (market.groupStart[(schoolOf[g] as number) + 1] as number)) {
      vacant.push(g + 1);
    }
  }
}

/** The choice of the first in the order of a group among those who would rather sit there than where they do; -1 for none. */
function firstWaiting(board: Board, g: number): number {
  const { market, bins, binMost, levels, applicantOf, held, heldGroup, bound } = board;
  board.bySchool ??= choicesBySchool(board);
  const { start, entry } = board.bySchool;
  const s = board.schoolOf[g] as number;
  let found = -1;
  let best = Infinity;
  for (let k = start[s] as number; k < (start[s + 1] as number); k++) {
    const e = entry[k] as number;
    const i = applicantOf[e] as number;
    const now = held[i] as number;
    const wants = now === e ? (heldGroup[i] as number) > g : (bound[i] as number) < 0 && (now < 0 || now > e);
    if (!wants || !isAdmitted(market, g, i)) continue;
    const own = standing(market, levels, g, e, i);
    if (own >= best) continue;
    const bin = binFor(board, g, i);
    if ((bins.size[bin] as number) >= (binMost[bin] as number)) continue;
    best = own;
    found = e;
  }
  return found;
}

function choicesBySchool({ market: { schools, choiceSchool } }: Board): { start: Int32Array; entry: Int32Array } {
  const start = new Int32Array(schools + 1);
  for (let e = 0; e < choiceSchool.length; e++) {
    const s = choiceSchool[e] as number;
    start[s + 1] = (start[s + 1] as number) + 1;
  }
  for (let s = 0; s < schools; s++) start[s + 1] = (start[s + 1] as number) + (start[s] as number);
  const next = start.slice();
  const entry = new Int32Array(choiceSchool.length);
  for (let e = 0; e < choiceSchool.length; e++) {
    const s = choiceSchool[e] as number;
    const at = next[s] as number;
    entry[at] = e;
    next[s] = at + 1;
  }
  return { start, entry };
}
