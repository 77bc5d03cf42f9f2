import { type Market, passesOn } from './market.ts';
import { isAdmitted, standing } from './standing.ts';

/**
 * Whom a school takes of those who ask: group after group in precedence order, in each the first in its order that its seats and
 * ceilings allow.
 *
 * @param asking one choice of this school an applicant
 * @returns per one who asks the group, or -1
 */
export function chooseAt(
  market: Market,
  levels: number,
  applicantOf: Int32Array,
  school: number,
  asking: readonly number[],
): Int32Array {
  const { groupStart, groupSeats, groupRule, groupMost, kinds, kind } = market;
  const group = new Int32Array(asking.length).fill(-1);
  let carried = 0;
  for (let g = groupStart[school] as number; g < (groupStart[school + 1] as number); g++) {
    let room = (groupSeats[g] as number) + carried;
    const most = groupMost.slice(g * kinds, (g + 1) * kinds);
    const order: { readonly at: number; readonly i: number; readonly own: number }[] = [];
    for (let at = 0; at < asking.length; at++) {
      const e = asking[at] as number;
      const i = applicantOf[e] as number;
      if (group[at] === -1 && isAdmitted(market, g, i)) {
        order.push({ at, i, own: standing(market, levels, g, e, i) });
      }
    }
    order.sort((a, b) => a.own - b.own);
    for (const { at, i } of order) {
      if (room === 0) break;
      const own = kind[i] as number;
      if (most[own] === 0) continue;
      most[own] = (most[own] as number) - 1;
      group[at] = g;
      room--;
    }
    carried = ((groupRule[g] as number) & passesOn) === 0 ? 0 : room;
  }
  return group;
}
