import { checkMarket } from './check-market.ts';
import type { Market, Placement } from './market.ts';
import { giveSeat, hasSeat, openSeats } from './open-seats.ts';

/**
 * One after another, in the order of a lottery, takes the best seat that is left. Priorities do not count; reserves admit, but put
 * nobody first. Families are not kept together.
 *
 * @param lottery which of the market's lotteries is the order
 * @throws RangeError on a malformed market, or one that passes seats on
 * @example serialDictatorship(market, 0).choice
 */
export function serialDictatorship(market: Market, lottery: number): Placement {
  checkMarket(market);
  const rank = market.lotteries[lottery];
  if (rank === undefined) throw new RangeError(`there is no lottery ${lottery}`);
  const seats = openSeats(market);
  const order = new Int32Array(market.applicants);
  for (let i = 0; i < order.length; i++) order[rank[i] as number] = i;
  for (const i of order) takeBest(i);
  return seats.placement;

  function takeBest(i: number): void {
    for (let e = market.choiceStart[i] as number; e < (market.choiceStart[i + 1] as number); e++) {
      const s = market.choiceSchool[e] as number;
      for (let g = market.groupStart[s] as number; g < (market.groupStart[s + 1] as number); g++) {
        if (hasSeat(seats, g, i)) return giveSeat(seats, e, g, i);
      }
    }
  }
}
