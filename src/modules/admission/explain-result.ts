import type { DrawList, DrawResult } from '#engines/draw';
import type { AdmissionRules } from './rules-schema.ts';

/** Why one choice above the granted one was not had. */
export interface HigherChoice {
  readonly school: string;
  /** Category of the last who was admitted there; null where nobody was, or where categories do not count. */
  readonly lastCategory: string | null;
  readonly lastRank: number | null;
  readonly ownRank: number | null;
  readonly why: 'category' | 'number' | 'noSeats';
}

/** A child's result with everything that a family may ask about it. */
export interface ExplainedResult {
  readonly token: string;
  readonly how: 'choice' | 'placed' | 'none';
  readonly school: string | null;
  readonly choice: number | null;
  readonly group: string | null;
  readonly number: string | null;
  /** Place of the number among all tickets of its lottery, from 1. */
  readonly rank: number | null;
  readonly of: number;
  readonly higher: readonly HigherChoice[];
}

/** The numbers of a draw, read back from what is published. */
export function readNumbers(file: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const numbers = new Map<string, Map<string, string>>();
  for (const line of file.trimEnd().split('\n').slice(1)) {
    const [lottery = '', ticket = '', number = ''] = line.split(',');
    const own = numbers.get(lottery) ?? new Map<string, string>();
    numbers.set(lottery, own.set(ticket, number));
  }
  return numbers;
}

/**
 * Places who found none and must have one: ticket by ticket in the order of their numbers, at the first public school with room, of the
 * zone and then of its neighbours in the order of the rules. Who shares a ticket is placed together where one school has room for all.
 */
export function placeRest(
  rules: AdmissionRules,
  {
    seats,
    ticketOf,
    rank,
    zoneOf,
  }: {
    readonly seats: DrawResult['seats'];
    readonly ticketOf: (token: string) => string;
    readonly rank: (token: string) => number;
    readonly zoneOf: ReadonlyMap<string, string | null>;
  },
): ReadonlyMap<string, string> {
  if (rules.stage !== 'primary' && rules.stage !== 'junior') return new Map();
  const free = new Map(rules.schools.filter(({ kind }) => kind === 'public').map(({ unit, seats: n }) => [unit, n]));
  for (const { school } of seats) {
    if (school !== null && free.has(school)) free.set(school, (free.get(school) ?? 0) - 1);
  }
  const rest = seats.filter(({ school }) => school === null).map(({ applicant }) => applicant);
  rest.sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
  const placed = new Map<string, string>();
  const place = (tokens: readonly string[]): boolean => {
    const zone = rules.zones.find(({ id }) => id === zoneOf.get(tokens[0] ?? ''));
    const near = [...(zone?.schools ?? []), ...(zone?.neighbours ?? [])];
    const school = near.find((unit) => (free.get(unit) ?? 0) >= tokens.length);
    if (school === undefined) return false;
    free.set(school, (free.get(school) ?? 0) - tokens.length);
    for (const token of tokens) placed.set(token, school);
    return true;
  };
  for (const tokens of Map.groupBy(rest, ticketOf).values())
    if (!place(tokens)) for (const token of tokens) place([token]);
  return placed;
}

/** Every result with its reasons, in the order of the list. */
export function explainResults(
  rules: AdmissionRules,
  list: DrawList,
  drawn: DrawResult,
  {
    zoneOf,
    categoryOf,
  }: {
    readonly zoneOf: ReadonlyMap<string, string | null>;
    readonly categoryOf: ReadonlyMap<string, string>;
  },
): readonly ExplainedResult[] {
  const numbers = readNumbers(drawn.files.get('numbers.csv') ?? '');
  const ranks = new Map([...numbers].map(([lottery, own]) => [lottery, ranksOf(own)]));
  const lotteryOf = new Map(list.groups.map(({ school, lottery }) => [school, lottery]));
  const [single = ''] = list.groups.map(({ lottery }) => lottery);
  const applicants = new Map(list.applicants.map((one) => [one.code, one]));
  const rankAt = (school: string, token: string) =>
    ranks.get(lotteryOf.get(school) ?? single)?.get(applicants.get(token)?.ticket ?? '') ?? null;
  const last = lastAdmitted(list, drawn, rankAt);
  const placed = placeRest(rules, {
    seats: drawn.seats,
    ticketOf: (token) => applicants.get(token)?.ticket ?? token,
    rank: (token) => rankAt(applicants.get(token)?.choices[0]?.school ?? '', token) ?? 0,
    zoneOf,
  });
  return drawn.seats.map(({ applicant, choice, school, group }): ExplainedResult => {
    const own = applicants.get(applicant);
    const at = school ?? own?.choices[0]?.school ?? '';
    const tickets = numbers.get(lotteryOf.get(at) ?? single);
    const rest = placed.get(applicant);
    return {
      token: applicant,
      how: school !== null ? 'choice' : rest === undefined ? 'none' : 'placed',
      school: school ?? rest ?? null,
      choice,
      group,
      number: tickets?.get(own?.ticket ?? '') ?? null,
      rank: rankAt(at, applicant),
      of: tickets?.size ?? 0,
      higher: (own?.choices ?? []).slice(0, choice === null ? undefined : choice - 1).map((asked): HigherChoice => {
        const cut = last.get(asked.school);
        const ownRank = rankAt(asked.school, applicant);
        if (cut === undefined)
          return { school: asked.school, lastCategory: null, lastRank: null, ownRank, why: 'noSeats' };
        const byNumber = cut.ignoresPriority || cut.priority >= asked.priority;
        return {
          school: asked.school,
          lastCategory: cut.ignoresPriority ? null : (categoryOf.get(cut.applicant) ?? null),
          lastRank: cut.rank,
          ownRank,
          why: byNumber ? 'number' : 'category',
        };
      }),
    };
  });
}

function ranksOf(numbers: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const order = [...numbers].sort(([, one], [, other]) => (one < other ? -1 : 1));
  return new Map(order.map(([ticket], at) => [ticket, at + 1]));
}

interface Cut {
  readonly applicant: string;
  readonly priority: number;
  readonly rank: number;
  readonly ignoresPriority: boolean;
}

/** The last who was admitted to the open seats of each school, or to any of its seats where it has none open. */
function lastAdmitted(
  list: DrawList,
  { seats }: DrawResult,
  rankAt: (school: string, token: string) => number | null,
): ReadonlyMap<string, Cut> {
  const ignores = new Map(list.groups.map(({ school, ignoresPriority }) => [school, ignoresPriority]));
  const priorityOf = new Map(list.applicants.map(({ code, choices }) => [code, choices[0]?.priority ?? 0]));
  const last = new Map<string, Cut & { readonly isOpen: boolean }>();
  for (const { applicant, school, group } of seats) {
    if (school === null) continue;
    const ignoresPriority = ignores.get(school) === true;
    const isOpen = group === 'open';
    const own = {
      applicant,
      priority: priorityOf.get(applicant) ?? 0,
      rank: rankAt(school, applicant) ?? 0,
      ignoresPriority,
      isOpen,
    };
    const before = last.get(school);
    if (before === undefined || (isOpen && !before.isOpen) || (isOpen === before.isOpen && isLater(own, before))) {
      last.set(school, own);
    }
  }
  return last;
}

function isLater(one: Cut, other: Cut): boolean {
  if (!one.ignoresPriority && one.priority !== other.priority) return one.priority > other.priority;
  return one.rank > other.rank;
}
