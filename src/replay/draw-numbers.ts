import { type DigestName, hmacUnder, toUtf8 } from './digest.ts';
import type { Draw, Numbers } from './draw.ts';

/** The lottery in which families draw the order they are asked in; no code of a list holds a colon. */
export const familyLottery = 'families:';

/** Each ticket's number: HMAC under the seed of the list's hash, the lottery and the ticket, each on a line. */
export function drawNumbers(draw: Draw, digest: DigestName, listHash: string, seed: string): Numbers {
  const hmac = hmacUnder(digest, toUtf8(seed));
  const lotteries = new Set([...draw.schools.values()].flatMap(({ groups }) => groups.map(({ lottery }) => lottery)));
  const tickets = [...new Set(draw.applicants.map(({ ticket }) => ticket))];
  const numbers = new Map<string, Map<string, string>>();
  const fill = (lottery: string, all: readonly string[]) =>
    numbers.set(lottery, new Map(all.map((ticket) => [ticket, hmac(`${listHash}\n${lottery}\n${ticket}`)])));
  for (const lottery of lotteries) fill(lottery, tickets);
  if (draw.families.length > 0)
    fill(
      familyLottery,
      draw.families.map(({ code }) => code),
    );
  return numbers;
}
