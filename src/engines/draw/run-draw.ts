import { deferredAcceptance, type Matching } from '#kernels/matching';
import type { DrawList, Seed } from './draw-list.ts';
import { compareTexts, drawTickets, familyLottery, ranksOf } from './draw-tickets.ts';
import { errors } from './errors.ts';
import { freezeDraw, table } from './freeze-draw.ts';
import { marketOf } from './market-of.ts';

export interface DrawnSeat {
  readonly applicant: string;
  /** Number of the choice, from 1; null without a place. */
  readonly choice: number | null;
  readonly school: string | null;
  readonly group: string | null;
}

export interface DrawResult {
  /** `stable`; or, with every family bound, no stable placement exists (proved) or none was found. */
  readonly kind: Matching['kind'];
  readonly seats: readonly DrawnSeat[];
  /** Families that could still have had better when the rounds were used up; with `separate` released in this order. */
  readonly blocking: readonly { readonly family: string; readonly row: number }[];
  /** What is published after the draw. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Draws the numbers of a frozen list from a public seed and places everybody.
 *
 * @param listHash as published before the seed
 * @throws DomainError `draw.listChanged` where the list is another than the frozen one, `draw.seedMissing`
 */
export function runDraw(list: DrawList, listHash: string, seed: Seed): DrawResult {
  const now = freezeDraw(list).listHash;
  if (now !== listHash) throw errors.listChanged({ frozen: listHash, now });
  if (seed.value.trim() === '' || seed.source.trim() === '') throw errors.seedMissing({});
  const numbers = drawTickets(list, listHash, seed.value);
  const familyNumbers = numbers.get(familyLottery);
  const asked = list.families.toSorted((a, b) =>
    compareTexts([familyNumbers?.get(a.code) ?? '', a.code], [familyNumbers?.get(b.code) ?? '', b.code]),
  );
  const lotteries = [...numbers].filter(([name]) => list.groups.some(({ lottery }) => lottery === name));
  const ranks = new Map(lotteries.map(([name, drawn]) => [name, ranksOf(list, drawn)]));
  const { market, families, groups } = marketOf(list, ranks, asked);
  const matching = deferredAcceptance(market, {
    families,
    mostRounds: list.mostRounds ?? 20,
    fallBack: list.fallBack ?? 'separate',
  });
  const seats = list.applicants.map(({ code, choices }, i): DrawnSeat => {
    const place = (matching.choice[i] ?? -1) - (market.choiceStart[i] ?? 0);
    const choice = choices[place];
    if (choice === undefined) return { applicant: code, choice: null, school: null, group: null };
    return {
      applicant: code,
      choice: place + 1,
      school: choice.school,
      group: groups[matching.group[i] ?? -1]?.group ?? null,
    };
  });
  const blocking = matching.blocking.map(({ family, row }) => ({ family: asked[family]?.code ?? '', row: row + 1 }));
  const files = new Map([
    ['seed.json', `${JSON.stringify({ list: listHash, ...seed }, null, 2)}\n`],
    ['numbers.csv', numbersTable(numbers)],
    [
      'results.csv',
      table(
        'applicant,choice,school,group',
        seats.map(({ applicant, choice, school, group }) => [applicant, choice, school, group].join()),
      ),
    ],
    [
      'outcome.csv',
      table('event,family,row', [
        `${matching.kind},,`,
        ...blocking.map(({ family, row }) => `blocks,${family},${row}`),
      ]),
    ],
  ]);
  return { kind: matching.kind, seats, blocking, files };
}

function numbersTable(numbers: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const lines = [...numbers].flatMap(([lottery, drawn]) =>
    [...drawn].map(([ticket, number]) => [lottery, ticket, number].join()),
  );
  return table('lottery,ticket,number', lines);
}
