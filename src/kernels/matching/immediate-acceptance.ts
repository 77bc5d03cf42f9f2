import { checkMarket } from './check-market.ts';
import type { Market, Placement } from './market.ts';
import { giveSeat, hasSeat, openSeats } from './open-seats.ts';
import { priorityLevels, standing } from './standing.ts';

/**
 * Immediate acceptance ("first choice first", the Boston mechanism): in round k the schools take for good from those whose k-th choice
 * they are. For comparison: it punishes honest lists. Families are not kept together.
 *
 * @throws RangeError on a malformed market, or one that passes seats on
 * @source Abdulkadiroğlu and Sönmez 2003
 * @example immediateAcceptance(market).choice
 */
export function immediateAcceptance(market: Market): Placement {
  checkMarket(market);
  const { applicants, choiceStart, choiceSchool, groupStart } = market;
  const seats = openSeats(market);
  const { choice } = seats.placement;
  const levels = priorityLevels(market);
  for (let round = 0, isLast = false; !isLast; round++) {
    isLast = true;
    const asking = new Map<number, number[]>();
    for (let i = 0; i < applicants; i++) {
      const e = (choiceStart[i] as number) + round;
      if (choice[i] !== -1 || e >= (choiceStart[i + 1] as number)) continue;
      isLast = false;
      const s = choiceSchool[e] as number;
      const others = asking.get(s);
      if (others === undefined) asking.set(s, [i]);
      else others.push(i);
    }
    for (const [s, applying] of asking) {
      for (let g = groupStart[s] as number; g < (groupStart[s + 1] as number); g++) {
        applying
          .filter((i) => choice[i] === -1)
          .map((i) => ({ i, own: standing(market, levels, g, (choiceStart[i] as number) + round, i) }))
          .sort((a, b) => a.own - b.own)
          .forEach(({ i }) => hasSeat(seats, g, i) && giveSeat(seats, (choiceStart[i] as number) + round, g, i));
      }
    }
  }
  return seats.placement;
}
