import { hmacHex } from './digests.ts';
import type { DrawList } from './draw-list.ts';
import { groupsBySchool } from './freeze-draw.ts';

/** The lottery in which families draw the order they are asked in; no code of a list holds a colon. */
export const familyLottery = 'families:';

/** Per lottery the number of each ticket, in hexadecimal digits: HMAC under the seed of list hash, lottery and ticket. */
export function drawTickets(list: DrawList, listHash: string, seed: string): Map<string, Map<string, string>> {
  const number = (lottery: string, ticket: string) => hmacHex(list.digest, seed, `${listHash}\n${lottery}\n${ticket}`);
  const tickets = new Set(list.applicants.map(({ ticket }) => ticket));
  const lotteries = new Set([...groupsBySchool(list).values()].flat().map(({ lottery }) => lottery));
  const drawn = new Map<string, Map<string, string>>();
  for (const lottery of lotteries) drawn.set(lottery, new Map([...tickets].map((one) => [one, number(lottery, one)])));
  if (list.families.length > 0) {
    drawn.set(familyLottery, new Map(list.families.map(({ code }) => [code, number(familyLottery, code)])));
  }
  return drawn;
}

/** Ranks by number; those on one ticket stand side by side, by their codes. */
export function ranksOf(list: DrawList, numbers: ReadonlyMap<string, string>): Uint32Array {
  const order = list.applicants.map(({ code, ticket }, i) => ({ i, key: [numbers.get(ticket) ?? '', ticket, code] }));
  order.sort((a, b) => compareTexts(a.key, b.key));
  const rank = new Uint32Array(order.length);
  order.forEach(({ i }, at) => (rank[i] = at));
  return rank;
}

export function compareTexts(a: readonly string[], b: readonly string[]): number {
  for (let k = 0; k < a.length; k++) {
    const [one, other] = [a[k] ?? '', b[k] ?? ''];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
