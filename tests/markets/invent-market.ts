import { type Families, ignoresPriority, type Market, passesOn } from '#kernels/matching';
import { seeded, shuffled } from './seeded.ts';

export interface InventedMarket {
  readonly seed: number;
  readonly applicants: number;
  readonly schools: number;
  /** The most choices of one applicant. */
  readonly choices: number;
  /** Seats over applicants. */
  readonly room: number;
  /** `plain`: open seats by priority and one lottery. `all`: reserves, ceilings, seats passed on, a lottery a school. */
  readonly rules: 'plain' | 'all';
  /** Of the applicants, those in a bound family of two or three. */
  readonly inFamilies: number;
}

export interface InventedCity {
  readonly market: Market;
  readonly families: Families;
}

/** A city of chance: popular schools are listed more often, a third of the children live near one of the schools they list. */
export function inventMarket(options: InventedMarket): InventedCity {
  const next = seeded(options.seed);
  const lists = inventLists(options, next);
  const groups = inventGroups(options, next);
  const lotteryCount = options.rules === 'all' ? Math.min(options.schools, 8) : 1;
  const market: Market = {
    applicants: options.applicants,
    schools: options.schools,
    ...lists,
    traits: Uint32Array.from({ length: options.applicants }, () => 1 << next(4)),
    kind: Uint16Array.from({ length: options.applicants }, () => next(2)),
    kinds: 2,
    ...groups,
    lotteries: Array.from({ length: lotteryCount }, () => shuffled(options.applicants, next)),
  };
  return { market, families: inventFamilies(options, market, next) };
}

function inventLists({ applicants, schools, choices, inFamilies }: InventedMarket, next: (end: number) => number) {
  const gap = gapBetween(inFamilies);
  const choiceStart = new Int32Array(applicants + 1);
  const choiceSchool: number[] = [];
  const choicePriority: number[] = [];
  for (let i = 0; i < applicants; i++) {
    const count = Math.min(schools, applicants > 100 ? choices : next(choices + 1));
    const from = choiceSchool.length;
    if (applicants > 100 && i % gap === 1) {
      choiceSchool.push(...choiceSchool.slice(from - count, from));
      choicePriority.push(...choicePriority.slice(from - count, from));
    }
    while (choiceSchool.length - from < count) {
      const school = next(3) === 0 ? next(schools) : next(next(schools) + 1);
      if (choiceSchool.indexOf(school, from) >= 0) continue;
      choiceSchool.push(school);
      choicePriority.push(next(4));
    }
    choiceStart[i + 1] = choiceSchool.length;
  }
  return {
    choiceStart,
    choiceSchool: Int32Array.from(choiceSchool),
    choicePriority: Int32Array.from(choicePriority),
  };
}

function inventGroups({ applicants, schools, room, rules }: InventedMarket, next: (end: number) => number) {
  const groupStart = new Int32Array(schools + 1);
  const seats: number[] = [];
  const only: number[] = [];
  const first: number[] = [];
  const rule: number[] = [];
  const lottery: number[] = [];
  const most: number[] = [];
  for (let s = 0; s < schools; s++) {
    const all = Math.max(1, Math.round(((applicants * room) / schools) * (0.5 + next(1000) / 1000)));
    const count = rules === 'plain' ? 1 : 1 + next(4);
    let left = all;
    for (let g = 0; g < count; g++) {
      const isReserve = g < count - 1;
      const own = isReserve ? next(Math.ceil(left / 2) + 1) : left;
      left -= own;
      seats.push(own);
      only.push(isReserve && next(2) === 0 ? 1 << next(4) : 0);
      first.push(isReserve && next(2) === 0 ? 1 << next(4) : 0);
      rule.push(rules === 'plain' ? 0 : (next(3) === 0 ? ignoresPriority : 0) | (next(2) === 0 ? passesOn : 0));
      lottery.push(rules === 'plain' ? 0 : s % Math.min(schools, 8));
      for (let k = 0; k < 2; k++) most.push(rules === 'all' && next(3) === 0 ? next(all + 1) : -1);
    }
    groupStart[s + 1] = seats.length;
  }
  return {
    groupStart,
    groupSeats: Int32Array.from(seats),
    groupOnly: Uint32Array.from(only),
    groupFirst: Uint32Array.from(first),
    groupRule: Uint8Array.from(rule),
    groupLottery: Uint16Array.from(lottery),
    groupMost: Int32Array.from(most),
  };
}

/** From the first child of a family to the first of the next. */
function gapBetween(inFamilies: number): number {
  return inFamilies === 0 ? Infinity : Math.max(2, Math.round(2 / inFamilies));
}

/** Neighbours in the list become families; those of a large city want one school, the others any combination. */
function inventFamilies(
  { inFamilies, applicants, schools }: InventedMarket,
  market: Market,
  next: (end: number) => number,
): Families {
  const memberStart = [0];
  const member: number[] = [];
  const rowStart = [0];
  const entryStart = [0];
  const rowEntry: number[] = [];
  let rows = 0;
  const gap = gapBetween(inFamilies);
  for (let i = 0; i + 2 < applicants; i += gap) {
    const size = applicants <= 100 && next(8) === 0 ? 3 : 2;
    const members = Array.from({ length: Math.min(size, gap) }, (_, m) => i + m);
    const lists = members.map((m) => entriesOf(market, m));
    const wanted = applicants > 100 ? sameSchool(market, lists) : anyRows(lists, schools, next);
    if (wanted.length === 0) continue;
    member.push(...members);
    memberStart.push(member.length);
    for (const row of wanted) rowEntry.push(...row);
    rows += wanted.length;
    rowStart.push(rows);
    entryStart.push(rowEntry.length);
  }
  return {
    memberStart: Int32Array.from(memberStart),
    member: Int32Array.from(member),
    rowStart: Int32Array.from(rowStart),
    entryStart: Int32Array.from(entryStart),
    rowEntry: Int32Array.from(rowEntry),
  };
}

function entriesOf({ choiceStart }: Market, i: number): number[] {
  const from = choiceStart[i] as number;
  return Array.from({ length: (choiceStart[i + 1] as number) - from }, (_, k) => from + k);
}

function sameSchool({ choiceSchool }: Market, lists: readonly number[][]): number[][] {
  return (lists[0] ?? []).flatMap((first) => {
    const row = lists.map((list) => list.find((e) => choiceSchool[e] === choiceSchool[first]));
    return row.every((e) => e !== undefined) ? [row] : [];
  });
}

function anyRows(lists: readonly number[][], most: number, next: (end: number) => number): number[][] {
  const rows = Array.from({ length: 1 + next(most + 1) }, () =>
    lists.map((list) => (list.length === 0 || next(8) === 0 ? -1 : (list[next(list.length)] as number))),
  ).filter((row) => row.some((e) => e >= 0));
  return rows.filter((row, at) => rows.findIndex((other) => other.join() === row.join()) === at);
}
