import { ask, type Board, nobody, putIn, refused, takeFrom } from './board.ts';

/**
 * Whether one school would take several applicants together, none of whom sits there: they ask, and all is put back as it was.
 *
 * @param together a choice of the same school each
 */
export function wouldTakeTogether(board: Board, together: readonly number[]): boolean {
  const { applicantOf, held, heldGroup } = board;
  const elsewhere = together.map((e) => {
    const i = applicantOf[e] as number;
    return { i, e: held[i] as number, g: heldGroup[i] as number };
  });
  for (const { i } of elsewhere) held[i] = -1;
  const before = new Map<number, number>();
  for (const e of together) askSchool(board, e, before);
  const isTaken = together.every((e) => held[applicantOf[e] as number] === e);
  for (const e of together) if (held[applicantOf[e] as number] === e) takeFrom(board, applicantOf[e] as number);
  for (const e of before.keys()) if (held[applicantOf[e] as number] === e) takeFrom(board, applicantOf[e] as number);
  for (const [e, g] of before) if (!together.includes(e)) putIn(board, e, g);
  for (const { i, e, g } of elsewhere) {
    held[i] = e;
    heldGroup[i] = g;
  }
  return isTaken;
}

/** Asks group after group of one school, and so does whoever loses a seat; `before` keeps where those sat. */
function askSchool(board: Board, choice: number, before: Map<number, number>): void {
  const { market, applicantOf, heldGroup } = board;
  const s = market.choiceSchool[choice] as number;
  const last = market.groupStart[s + 1] as number;
  let e = choice;
  let g = market.groupStart[s] as number;
  while (g < last) {
    const out = ask(board, e, g++, applicantOf[e] as number);
    if (out === nobody) return;
    if (out === refused) continue;
    const lost = heldGroup[applicantOf[out] as number] as number;
    if (!before.has(out)) before.set(out, lost);
    e = out;
    g = lost + 1;
  }
}
