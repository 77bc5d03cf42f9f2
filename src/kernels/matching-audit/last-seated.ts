import type { AuditedMarket, AuditedPlacement } from './subject.ts';

/** Of every group: how many sit in it, how many seats it has with those passed on, and who stands last, in all and by kind. */
export interface Seated {
  readonly count: Int32Array;
  readonly capacity: Float64Array;
  /** Groups × kinds. */
  readonly ofKind: Int32Array;
  /** Groups × kinds: the last applicant of a kind, or -1, and where that one stands. */
  readonly last: Int32Array;
  readonly lastOrder: Float64Array;
}

export function readSeated(market: AuditedMarket, { choice, group }: AuditedPlacement, levels: number): Seated {
  const groups = market.groupSeats.length;
  const count = new Int32Array(groups);
  const ofKind = new Int32Array(groups * market.kinds);
  const last = new Int32Array(groups * market.kinds).fill(-1);
  const lastOrder = new Float64Array(groups * market.kinds).fill(-1);
  for (let i = 0; i < market.applicants; i++) {
    const g = group[i] as number;
    if (g < 0) continue;
    const k = g * market.kinds + (market.kind[i] as number);
    count[g] = (count[g] as number) + 1;
    ofKind[k] = (ofKind[k] as number) + 1;
    const order = orderIn(market, levels, g, choice[i] as number, i);
    if (order > (lastOrder[k] as number)) {
      lastOrder[k] = order;
      last[k] = i;
    }
  }
  const capacity = new Float64Array(groups);
  for (let s = 0; s < market.schools; s++) {
    let carried = 0;
    for (let g = market.groupStart[s] as number; g < (market.groupStart[s + 1] as number); g++) {
      capacity[g] = (market.groupSeats[g] as number) + carried;
      const left = (capacity[g] as number) - (count[g] as number);
      carried = ((market.groupRule[g] as number) & 2) === 0 ? 0 : Math.max(0, left);
    }
  }
  return { count, capacity, ofKind, last, lastOrder };
}

/** Smaller goes first: who has a trait that goes first, then priority, then the lottery. */
export function orderIn(market: AuditedMarket, levels: number, g: number, e: number, i: number): number {
  const rank = (market.lotteries[market.groupLottery[g] as number] as Uint32Array)[i] as number;
  const priority = ((market.groupRule[g] as number) & 1) === 1 ? 0 : (market.choicePriority[e] as number);
  const isBehind = !goesFirst(market, g, i);
  return (priority + (isBehind ? levels : 0)) * market.applicants + rank;
}

export function goesFirst(market: AuditedMarket, g: number, i: number): boolean {
  const first = market.groupFirst[g] as number;
  return first === 0 || ((market.traits[i] as number) & first) !== 0;
}

export function admits(market: AuditedMarket, g: number, i: number): boolean {
  const only = market.groupOnly[g] as number;
  return only === 0 || ((market.traits[i] as number) & only) !== 0;
}

export function countLevels(market: AuditedMarket): number {
  return market.choicePriority.reduce((most, priority) => Math.max(most, priority), 0) + 1;
}
