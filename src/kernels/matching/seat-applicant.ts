import { ask, type Board, nobody, refused } from './board.ts';

/**
 * An applicant asks from one choice on; whoever loses a seat asks on in turn, until nobody does. The outcome does not depend on who
 * asks first. One who is bound asks for the one choice only; when it has no seat, its family is `broken`.
 */
export function seatApplicant(board: Board, choice: number): void {
  const { market, applicantOf, held, heldGroup, bound } = board;
  const { choiceStart, choiceSchool, groupStart } = market;
  let e = choice;
  let g = groupStart[choiceSchool[e] as number] as number;
  for (;;) {
    const i = applicantOf[e] as number;
    const family = bound[i] as number;
    const end = family >= 0 ? e + 1 : (choiceStart[i + 1] as number);
    let last = groupStart[(choiceSchool[e] as number) + 1] as number;
    let out = refused;
    while (out === refused) {
      if (g < last) out = ask(board, e, g++, i);
      else if (++e < end) {
        const s = choiceSchool[e] as number;
        g = groupStart[s] as number;
        last = groupStart[s + 1] as number;
      } else break;
    }
    if (out === refused) {
      held[i] = -1;
      heldGroup[i] = -1;
      if (family >= 0) board.broken.add(family);
      return;
    }
    if (out === nobody) return;
    e = out;
    g = (heldGroup[applicantOf[e] as number] as number) + 1;
  }
}

/** An applicant asks from its first choice on. */
export function seatAlone(board: Board, i: number): void {
  const e = board.market.choiceStart[i] as number;
  if (e < (board.market.choiceStart[i + 1] as number)) seatApplicant(board, e);
}
