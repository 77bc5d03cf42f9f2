import { admits, goesFirst, orderIn, type Seated } from './last-seated.ts';
import type { AuditedMarket, AuditedPlacement, Fault } from './subject.ts';

type Report = (fault: Fault) => void;

/** Every seat is listed by its holder, open to them, and within seats and ceilings. Gives whether all can be read further. */
export function auditHolders(market: AuditedMarket, { choice, group }: AuditedPlacement, report: Report): boolean {
  let isReadable = true;
  for (let i = 0; i < market.applicants; i++) {
    const e = choice[i] as number;
    const g = group[i] as number;
    if (e === -1 && g === -1) continue;
    const isListed = e >= (market.choiceStart[i] as number) && e < (market.choiceStart[i + 1] as number);
    const s = isListed ? (market.choiceSchool[e] as number) : -1;
    if (s < 0 || g < (market.groupStart[s] as number) || g >= (market.groupStart[s + 1] as number)) {
      report({ kind: 'notListed', applicant: i, other: -1, group: g });
      isReadable = false;
    } else if (!admits(market, g, i)) report({ kind: 'notEligible', applicant: i, other: -1, group: g });
  }
  return isReadable;
}

export function auditCapacities(market: AuditedMarket, seated: Seated, report: Report): void {
  for (let g = 0; g < market.groupSeats.length; g++) {
    if ((seated.count[g] as number) > (seated.capacity[g] as number)) {
      report({ kind: 'overCapacity', applicant: -1, other: -1, group: g });
    }
    for (let k = g * market.kinds; k < (g + 1) * market.kinds; k++) {
      const most = market.groupMost[k] as number;
      if (most >= 0 && (seated.ofKind[k] as number) > most) {
        report({ kind: 'overCeiling', applicant: seated.last[k] as number, other: -1, group: g });
      }
    }
  }
}

/**
 * Nobody could have a seat that they would rather have: at a better choice, or in an earlier group of the same school, which is
 * what keeps reserves and their precedence. Members of bound families are asked together elsewhere.
 */
export function auditWishes(
  market: AuditedMarket,
  { choice, group }: AuditedPlacement,
  seated: Seated,
  levels: number,
  isBound: Uint8Array,
  report: Report,
): void {
  const { choiceStart, choiceSchool, groupStart, kinds } = market;
  for (let i = 0; i < market.applicants; i++) {
    const own = choice[i] as number;
    const from = isBound[i] === 1 ? own : (choiceStart[i] as number);
    const to = own >= 0 ? own : isBound[i] === 1 ? -2 : (choiceStart[i + 1] as number) - 1;
    for (let e = from; e <= to; e++) {
      const s = choiceSchool[e] as number;
      const end = e === own ? (group[i] as number) : (groupStart[s + 1] as number);
      for (let g = groupStart[s] as number; g < end; g++) {
        if (!admits(market, g, i)) continue;
        const k = g * kinds + (market.kind[i] as number);
        const most = market.groupMost[k] as number;
        const isAtCeiling = most >= 0 && (seated.ofKind[k] as number) >= most;
        if (!isAtCeiling && (seated.count[g] as number) < (seated.capacity[g] as number)) {
          report({ kind: 'emptySeat', applicant: i, other: -1, group: g });
          continue;
        }
        const last = isAtCeiling ? k : lastOf(seated, g, kinds);
        if (orderIn(market, levels, g, e, i) < (seated.lastOrder[last] as number)) {
          const other = seated.last[last] as number;
          const isReserve = goesFirst(market, g, i) && !goesFirst(market, g, other);
          report({ kind: isReserve ? 'reserveBroken' : 'justifiedEnvy', applicant: i, other, group: g });
        }
      }
    }
  }
}

/** Whether a school would take the applicant of a choice, who sits elsewhere and comes alone. */
export function couldSit(market: AuditedMarket, seated: Seated, levels: number, e: number, i: number): boolean {
  const s = market.choiceSchool[e] as number;
  for (let g = market.groupStart[s] as number; g < (market.groupStart[s + 1] as number); g++) {
    if (!admits(market, g, i)) continue;
    const k = g * market.kinds + (market.kind[i] as number);
    const most = market.groupMost[k] as number;
    const isAtCeiling = most >= 0 && (seated.ofKind[k] as number) >= most;
    if (!isAtCeiling && (seated.count[g] as number) < (seated.capacity[g] as number)) return true;
    const last = isAtCeiling ? k : lastOf(seated, g, market.kinds);
    if (orderIn(market, levels, g, e, i) < (seated.lastOrder[last] as number)) return true;
  }
  return false;
}

function lastOf({ lastOrder }: Seated, g: number, kinds: number): number {
  let last = g * kinds;
  for (let k = last + 1; k < (g + 1) * kinds; k++) {
    if ((lastOrder[k] as number) > (lastOrder[last] as number)) last = k;
  }
  return last;
}
