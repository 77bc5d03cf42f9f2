import type { Applicant, Draw, Family, Group, Wish } from './draw.ts';
import { groupBy } from './group-by.ts';
import type { SchoolChoice } from './school-choice.ts';

type Seats = Map<Applicant, { readonly wish: Wish; readonly group: Group }>;

/**
 * Tries every combination of joint choices, the first family's slowest, none last.
 *
 * @returns the first placement that nobody blocks, `none` when there is none, `unsettled` when there are too many to try
 */
export function searchStable(
  draw: Draw,
  families: readonly Family[],
  choose: SchoolChoice,
): Seats | 'none' | 'unsettled' {
  const count = families.reduce((product, { rows }) => product * (rows.length + 1), 1);
  const choices = draw.applicants.reduce((sum, { wishes }) => sum + wishes.length, 0);
  if (count > 4096 || count * choices > 4_000_000) return 'unsettled';
  for (const combination of combinations(families)) {
    const seats = placeBySchools(draw, families, combination, choose);
    if (seats !== null && !families.some((family, f) => blocks(draw, family, combination[f] ?? 0, seats, choose))) {
      return seats;
    }
  }
  return 'none';
}

function* combinations([first, ...others]: readonly Family[]): Generator<number[]> {
  if (first === undefined) yield [];
  else for (let row = 0; row <= first.rows.length; row++) for (const rest of combinations(others)) yield [row, ...rest];
}

/** Schools ask; an applicant keeps the best offer and refuses what is worse, until no school has anybody else to ask. */
function placeBySchools(
  draw: Draw,
  families: readonly Family[],
  combination: readonly number[],
  choose: SchoolChoice,
): Seats | null {
  const wanted = new Map<Applicant, Wish | null>();
  families.forEach(({ members, rows }, f) => {
    members.forEach((member, m) => wanted.set(member, rows[combination[f] ?? 0]?.[m] ?? null));
  });
  const open = new Set(
    draw.applicants
      .flatMap((one) => (wanted.has(one) ? [wanted.get(one) ?? null] : one.wishes))
      .filter((w) => w !== null),
  );
  for (;;) {
    const seats: Seats = new Map();
    const asked = groupBy(open, ({ school }) => school);
    for (const [code, wishes] of asked) {
      for (const [wish, group] of choose(draw.schools.get(code) ?? { code, groups: [] }, wishes)) {
        const best = seats.get(wish.applicant);
        if (best === undefined || wish.place < best.wish.place) seats.set(wish.applicant, { wish, group });
      }
    }
    const refused = [...open].filter((wish) => wish.place > (seats.get(wish.applicant)?.wish.place ?? Infinity));
    if (refused.length === 0) {
      const isKept = [...wanted].every(([member, wish]) => wish === null || seats.get(member)?.wish === wish);
      return isKept ? seats : null;
    }
    for (const wish of refused) open.delete(wish);
  }
}

function blocks(draw: Draw, family: Family, row: number, seats: Seats, choose: SchoolChoice): boolean {
  return family.rows.slice(0, row).some((better) => {
    const coming = groupBy(
      better.filter((wish) => wish !== null),
      ({ school }) => school,
    );
    return [...coming].every(([code, together]) => {
      const present = [...seats.values()]
        .map(({ wish }) => wish)
        .filter((wish) => wish.school === code && !family.members.includes(wish.applicant));
      const taken = choose(draw.schools.get(code) ?? { code, groups: [] }, [...present, ...together]);
      return together.every((wish) => taken.has(wish));
    });
  });
}
