import { type Market, type Placement, passesOn } from './market.ts';
import { isAdmitted } from './standing.ts';

/** Seats that are given for good, one after another. */
export interface OpenSeats {
  readonly market: Market;
  readonly left: Int32Array;
  /** Groups × kinds: how many more of a kind; -1 without ceiling. */
  readonly leftOfKind: Int32Array;
  readonly placement: Placement;
}

/** @throws RangeError where a group passes seats on: what is left of it is only known when everybody has been placed. */
export function openSeats(market: Market): OpenSeats {
  if (market.groupRule.some((rule) => (rule & passesOn) !== 0)) {
    throw new RangeError('only deferred acceptance can pass on the seats that a group leaves');
  }
  return {
    market,
    left: market.groupSeats.slice(),
    leftOfKind: market.groupMost.slice(),
    placement: {
      choice: new Int32Array(market.applicants).fill(-1),
      group: new Int32Array(market.applicants).fill(-1),
    },
  };
}

export function hasSeat({ market, left, leftOfKind }: OpenSeats, g: number, i: number): boolean {
  const ofKind = leftOfKind[g * market.kinds + (market.kind[i] as number)] as number;
  return (left[g] as number) > 0 && ofKind !== 0 && isAdmitted(market, g, i);
}

export function giveSeat({ market, left, leftOfKind, placement }: OpenSeats, e: number, g: number, i: number): void {
  const k = g * market.kinds + (market.kind[i] as number);
  left[g] = (left[g] as number) - 1;
  if ((leftOfKind[k] as number) > 0) leftOfKind[k] = (leftOfKind[k] as number) - 1;
  placement.choice[i] = e;
  placement.group[i] = g;
}
