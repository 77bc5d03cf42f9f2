import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deferredAcceptance, type Families, type Market, plainMarket } from '#kernels/matching';
import { readCells } from './read-published.ts';

/** A published market whose answer is known: per applicant a school, or the empty text. */
export interface PublishedMarket {
  readonly market: Market;
  readonly schools: readonly string[];
  readonly expected: readonly string[];
}

export function readMarket(folder: string, name: string, school: string): PublishedMarket {
  const seats = readCells(join(folder, `${name}_${school}s.csv`));
  const schools = seats.map(([code = '']) => code);
  const schoolAt = new Map(schools.map((code, s) => [code, s]));
  const expected = readCells(join(folder, `${name}_expected.csv`));
  const applicantAt = new Map(expected.map(([code = ''], i) => [code, i]));
  const rows = readCells(join(folder, `${name}_applications.csv`)).map(
    ([applicant = '', lottery, choice, at = '', priority]) => ({
      i: applicantAt.get(applicant) ?? -1,
      lottery: Number(lottery),
      choice: Number(choice),
      school: schoolAt.get(at) ?? -1,
      priority: Number(priority),
    }),
  );
  rows.sort((a, b) => a.i - b.i || a.choice - b.choice);
  const start = new Int32Array(expected.length + 1);
  const lottery = new Map<number, number>();
  for (const row of rows) {
    start[row.i + 1] = (start[row.i + 1] ?? 0) + 1;
    lottery.set(row.i, row.lottery);
  }
  for (let i = 0; i < expected.length; i++) start[i + 1] = (start[i + 1] ?? 0) + (start[i] ?? 0);
  const rank = new Uint32Array(expected.length);
  const drawn = expected.map((_, i) => ({ i, number: lottery.get(i) ?? Infinity }));
  drawn.sort((a, b) => a.number - b.number || a.i - b.i).forEach(({ i }, at) => (rank[i] = at));
  return {
    market: plainMarket(
      start,
      Int32Array.from(rows, (row) => row.school),
      Int32Array.from(rows, (row) => row.priority),
      Int32Array.from(seats, ([, count]) => Number(count)),
      rank,
    ),
    schools,
    expected: expected.map(([, placed = '']) => placed),
  };
}

interface WorkedExample {
  readonly name: string;
  readonly proposers?: Readonly<Record<string, readonly string[]>>;
  readonly receivers?: Readonly<Record<string, readonly string[]>>;
  readonly proposer_optimal?: Readonly<Record<string, string>>;
  readonly couple?: readonly string[];
  readonly couple_acceptable_pairs?: readonly (readonly string[])[];
  readonly singles?: Readonly<Record<string, readonly string[]>>;
  readonly schools?: Readonly<Record<string, readonly string[]>>;
  readonly seats: Readonly<Record<string, number>>;
  readonly stable: readonly unknown[];
}

/** Solves every worked example; gives the names of those whose answer is another. */
export function solveWorkedExamples(folder: string): { readonly count: number; readonly wrong: readonly string[] } {
  const examples = JSON.parse(readFileSync(join(folder, 'worked_examples.json'), 'utf8')) as readonly WorkedExample[];
  return { count: examples.length, wrong: examples.filter((one) => !isSolved(one)).map(({ name }) => name) };
}

function isSolved(example: WorkedExample): boolean {
  const { couple, couple_acceptable_pairs: pairs } = example;
  if (couple === undefined || pairs === undefined) {
    const { applicants, schools, market } = marketOf(example.proposers ?? {}, example.receivers ?? {}, example.seats);
    const { choice } = deferredAcceptance(market);
    return applicants.every(
      (name, i) => schools[market.choiceSchool[choice[i] ?? -1] ?? -1] === example.proposer_optimal?.[name],
    );
  }
  const lists = Object.fromEntries(couple.map((name, m) => [name, [...new Set(pairs.map((pair) => pair[m] ?? ''))]]));
  const { applicants, schools, market } = marketOf(
    { ...lists, ...example.singles },
    example.schools ?? {},
    example.seats,
  );
  const member = couple.map((name) => applicants.indexOf(name));
  const families: Families = {
    memberStart: Int32Array.of(0, member.length),
    member: Int32Array.from(member),
    rowStart: Int32Array.of(0, pairs.length),
    entryStart: Int32Array.of(0, pairs.length * member.length),
    rowEntry: Int32Array.from(
      pairs.flatMap((pair) =>
        pair.map((school, m) =>
          market.choiceSchool.indexOf(schools.indexOf(school), market.choiceStart[member[m] ?? 0]),
        ),
      ),
    ),
  };
  const found = deferredAcceptance(market, { families });
  return (
    found.kind === (example.stable.length === 0 ? 'none' : 'stable') &&
    found.blocking.length > 0 === (example.stable.length === 0)
  );
}

function marketOf(
  lists: Readonly<Record<string, readonly string[]>>,
  orders: Readonly<Record<string, readonly string[]>>,
  seats: Readonly<Record<string, number>>,
) {
  const applicants = Object.keys(lists);
  const schools = Object.keys(orders);
  const rows = applicants.map((name) => lists[name] ?? []);
  const start = new Int32Array(applicants.length + 1);
  rows.forEach((row, i) => (start[i + 1] = (start[i] ?? 0) + row.length));
  const market = plainMarket(
    start,
    Int32Array.from(rows.flat(), (school) => schools.indexOf(school)),
    Int32Array.from(rows.flatMap((row, i) => row.map((school) => (orders[school] ?? []).indexOf(applicants[i] ?? '')))),
    Int32Array.from(schools, (school) => seats[school] ?? 0),
    Uint32Array.from(applicants, (_, i) => i),
  );
  return { applicants, schools, market };
}
