import { ignoresPriority, type Market } from './market.ts';

/** How many priorities there are: one more than the largest. */
export function priorityLevels(market: Market): number {
  let most = 0;
  for (let e = 0; e < market.choicePriority.length; e++) {
    const priority = market.choicePriority[e] as number;
    if (priority > most) most = priority;
  }
  return most + 1;
}

/** Whether a group admits an applicant at all. */
export function isAdmitted(market: Market, g: number, i: number): boolean {
  const only = market.groupOnly[g] as number;
  return only === 0 || (only & (market.traits[i] as number)) !== 0;
}

/** Where an applicant stands in the order of a group; smaller goes first, never equal for two applicants. Exact below 2^53. */
export function standing(market: Market, levels: number, g: number, e: number, i: number): number {
  const first = market.groupFirst[g] as number;
  const behind = first !== 0 && (first & (market.traits[i] as number)) === 0 ? levels : 0;
  const priority = ((market.groupRule[g] as number) & ignoresPriority) === 0 ? (market.choicePriority[e] as number) : 0;
  const rank = (market.lotteries[market.groupLottery[g] as number] as Uint32Array)[i] as number;
  return (behind + priority) * market.applicants + rank;
}
