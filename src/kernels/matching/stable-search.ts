import { chooseAt } from './choose-at.ts';
import { membersOf, rowOf, rowsOf } from './joint-choice.ts';
import type { Families, Market, Placement } from './market.ts';
import { priorityLevels } from './standing.ts';

const mostCombinations = 4096;
const mostWork = 4_000_000;

/**
 * Decides whether any stable matching keeps every bound family together, by trying every combination of their joint choices. For
 * each, the matching that schools like best among the stable ones of the other applicants is the hardest to block, so testing it
 * is enough.
 *
 * Combinations are tried with the first family's choices slowest, each from its best to none.
 *
 * @param row per family: -2 for one that is not bound
 * @returns a stable placement and the joint choices in it; null when there is none; undefined when there are too many combinations
 *   (more than 4,096, or more than 4,000,000 combinations × choices)
 */
export function searchStable(
  market: Market,
  families: Families,
  row: Int32Array,
): (Placement & { readonly row: Int32Array }) | null | undefined {
  const bound = [...row.keys()].filter((f) => row[f] !== -2);
  const rows = bound.map((f) => rowsOf(families, f));
  const combinations = rows.reduce((product, count) => product * (count + 1), 1);
  if (combinations > mostCombinations || combinations * market.choiceSchool.length > mostWork) return undefined;
  const applicantOf = new Int32Array(market.choiceSchool.length);
  for (let i = 0; i < market.applicants; i++) {
    applicantOf.fill(i, market.choiceStart[i], market.choiceStart[i + 1]);
  }
  const search = { market, levels: priorityLevels(market), applicantOf };
  for (let code = 0; code < combinations; code++) {
    const chosen = row.slice();
    let rest = code;
    for (let b = bound.length - 1; b >= 0; b--) {
      const count = (rows[b] as number) + 1;
      const r = rest % count;
      chosen[bound[b] as number] = r === count - 1 ? -1 : r;
      rest = Math.floor(rest / count);
    }
    const placement = placeBySchools(search, families, chosen);
    if (placement !== null && !isBlocked(search, families, chosen, placement)) return { ...placement, row: chosen };
  }
  return null;
}

interface Search {
  readonly market: Market;
  readonly levels: number;
  readonly applicantOf: Int32Array;
}

/** The stable matching that schools like best, every bound member asking only for its place in the row; null if one is left out. */
function placeBySchools(
  { market, levels, applicantOf }: Search,
  families: Families,
  row: Int32Array,
): Placement | null {
  const { applicants, schools, choiceStart, choiceSchool } = market;
  const isOpen = new Uint8Array(choiceSchool.length).fill(1);
  const wanted = new Map<number, number>();
  row.forEach((r, f) => {
    if (r === -2) return;
    membersOf(families, f).forEach((i, m) => {
      isOpen.fill(0, choiceStart[i], choiceStart[i + 1]);
      const e = r < 0 ? -1 : (rowOf(families, f, r)[m] as number);
      if (e >= 0) {
        isOpen[e] = 1;
        wanted.set(i, e);
      }
    });
  });
  const choice = new Int32Array(applicants);
  const group = new Int32Array(applicants);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    choice.fill(-1);
    group.fill(-1);
    const offered = new Int32Array(choiceSchool.length).fill(-1);
    for (let s = 0; s < schools; s++) {
      const asking: number[] = [];
      for (let e = 0; e < choiceSchool.length; e++) if (choiceSchool[e] === s && isOpen[e] === 1) asking.push(e);
      chooseAt(market, levels, applicantOf, s, asking).forEach((g, at) => (offered[asking[at] as number] = g));
    }
    for (let i = 0; i < applicants; i++) {
      for (let e = choiceStart[i] as number; e < (choiceStart[i + 1] as number); e++) {
        if (isOpen[e] === 0 || offered[e] === -1) continue;
        if (choice[i] === -1) {
          choice[i] = e;
          group[i] = offered[e] as number;
        } else {
          isOpen[e] = 0;
          isChanged = true;
        }
      }
      if (choice[i] === -1) continue;
      for (let e = (choice[i] as number) + 1; e < (choiceStart[i + 1] as number); e++) {
        if (isOpen[e] === 1) {
          isOpen[e] = 0;
          isChanged = true;
        }
      }
    }
  }
  for (const [i, e] of wanted) if (choice[i] !== e) return null;
  return { choice, group };
}

function isBlocked(search: Search, families: Families, row: Int32Array, { choice }: Placement): boolean {
  return row.some((now, f) => {
    if (now === -2) return false;
    const better = now === -1 ? rowsOf(families, f) : now;
    for (let r = 0; r < better; r++)
      if (couldHave(search, rowOf(families, f, r), membersOf(families, f), choice)) return true;
    return false;
  });
}

function couldHave(
  { market, levels, applicantOf }: Search,
  row: Int32Array,
  members: Int32Array,
  choice: Int32Array,
): boolean {
  const asked = [...row].filter((e) => e >= 0);
  return asked.every((e) => {
    const s = market.choiceSchool[e] as number;
    const together = asked.filter((other) => market.choiceSchool[other] === s);
    const present = [...choice].filter(
      (held, i) => held >= 0 && market.choiceSchool[held] === s && !members.includes(i),
    );
    const group = chooseAt(market, levels, applicantOf, s, [...together, ...present]);
    return together.every((_, at) => (group[at] as number) >= 0);
  });
}
