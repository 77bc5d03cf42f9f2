import { checkMarket } from './check-market.ts';
import type { Market, Placement } from './market.ts';
import { giveSeat, hasSeat, openSeats } from './open-seats.ts';
import { priorityLevels, standing } from './standing.ts';

/**
 * Top trading cycles: each applicant points at the best group that still has a seat for them, each group at the first in its order of
 * those left who listed the school; whoever stands on a cycle takes the seat pointed at. Pareto efficient, strategy-proof, not stable:
 * priorities are traded. Families are not kept together.
 *
 * O(choices · log) in all.
 *
 * @throws RangeError on a malformed market, or one that passes seats on
 * @source Abdulkadiroğlu and Sönmez 2003
 * @example topTradingCycles(market).choice
 */
export function topTradingCycles(market: Market): Placement {
  checkMarket(market);
  const { applicants, choiceStart, choiceSchool, groupStart } = market;
  const seats = openSeats(market);
  const { choice } = seats.placement;
  const orders = groupOrders(market);
  const reached = new Int32Array(orders.length);
  const at = choiceStart.slice(0, applicants);
  const isOut = new Uint8Array(applicants);
  const onPath = new Int32Array(applicants).fill(-1);
  const path: { readonly i: number; readonly e: number; readonly g: number }[] = [];

  for (let start = 0; start < applicants; start++) {
    let i = start;
    while (choice[start] === -1 && isOut[start] === 0) {
      const wish = pointAt(i);
      if (wish === null) {
        isOut[i] = 1;
        i = stepBack();
        continue;
      }
      onPath[i] = path.length;
      path.push({ i, ...wish });
      i = firstOf(wish.g);
      if ((onPath[i] as number) >= 0) {
        for (const { i: one, e, g } of path.splice(onPath[i] as number)) {
          onPath[one] = -1;
          giveSeat(seats, e, g, one);
        }
        i = stepBack();
      }
    }
  }
  return seats.placement;

  /** The last of the path points anew; the next path begins where the path is empty. */
  function stepBack(): number {
    const last = path.pop();
    if (last === undefined) return -1;
    onPath[last.i] = -1;
    return last.i;
  }

  function pointAt(i: number): { e: number; g: number } | null {
    for (let e = at[i] as number; e < (choiceStart[i + 1] as number); e++) {
      at[i] = e;
      const s = choiceSchool[e] as number;
      for (let g = groupStart[s] as number; g < (groupStart[s + 1] as number); g++)
        if (hasSeat(seats, g, i)) return { e, g };
    }
    return null;
  }

  function firstOf(g: number): number {
    const order = orders[g] as Int32Array;
    let k = reached[g] as number;
    for (; ; k++) {
      const i = order[k] as number;
      if (choice[i] === -1 && isOut[i] === 0 && hasSeat(seats, g, i)) break;
    }
    reached[g] = k;
    return order[k] as number;
  }
}

/** Per group those who listed its school, in its order. */
function groupOrders(market: Market): Int32Array[] {
  const levels = priorityLevels(market);
  const listed: number[][] = Array.from({ length: market.schools }, () => []);
  const applicantOf = new Int32Array(market.choiceSchool.length);
  for (let i = 0; i < market.applicants; i++) {
    for (let e = market.choiceStart[i] as number; e < (market.choiceStart[i + 1] as number); e++) {
      applicantOf[e] = i;
      listed[market.choiceSchool[e] as number]?.push(e);
    }
  }
  return listed.flatMap((choices, s) => {
    const from = market.groupStart[s] as number;
    return Array.from({ length: (market.groupStart[s + 1] as number) - from }, (_, k) => {
      const own = choices.map((e) => {
        const i = applicantOf[e] as number;
        return { i, standing: standing(market, levels, from + k, e, i) };
      });
      return Int32Array.from(
        own.sort((a, b) => a.standing - b.standing),
        ({ i }) => i,
      );
    });
  });
}
