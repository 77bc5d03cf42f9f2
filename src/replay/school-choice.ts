import type { Applicant, Group, Numbers, School, Wish } from './draw.ts';

/** Whom a school takes of the wishes that come to it, group after group, and into which group. */
export type SchoolChoice = (school: School, asking: Iterable<Wish>) => Map<Wish, Group>;

export function schoolChoice(applicants: readonly Applicant[], numbers: Numbers): SchoolChoice {
  const places = new Map([...numbers].map(([lottery, drawn]) => [lottery, placesIn(applicants, drawn)]));
  return (school, asking) => {
    const taken = new Map<Wish, Group>();
    let waiting = [...asking];
    let left = 0;
    for (const group of school.groups) {
      let seats = group.seats + left;
      const ofKind = new Map<string, number>();
      const inOrder = waiting
        .filter(({ applicant }) => group.only.size === 0 || shares(applicant.traits, group.only))
        .map((wish) => ({ wish, key: keyOf(wish, group, places.get(group.lottery)) }))
        .sort((a, b) => compareKeys(a.key, b.key));
      for (const { wish } of inOrder) {
        const { kind } = wish.applicant;
        const held = ofKind.get(kind) ?? 0;
        if (seats === 0 || held === (group.most.get(kind) ?? Infinity)) continue;
        taken.set(wish, group);
        ofKind.set(kind, held + 1);
        seats--;
      }
      waiting = waiting.filter((wish) => !taken.has(wish));
      left = group.passesOn ? seats : 0;
    }
    return taken;
  };
}

interface Key {
  readonly behind: number;
  readonly priority: number;
  /** Place in the order of the lottery. */
  readonly place: number;
}

function keyOf({ applicant, priority }: Wish, group: Group, places: ReadonlyMap<Applicant, number> | undefined): Key {
  return {
    behind: group.first.size === 0 || shares(applicant.traits, group.first) ? 0 : 1,
    priority: group.ignoresPriority ? 0 : priority,
    place: places?.get(applicant) ?? 0,
  };
}

function compareKeys(a: Key, b: Key): number {
  return a.behind - b.behind || a.priority - b.priority || a.place - b.place;
}

/** Everybody's place in the order of a lottery: by number; twins on one ticket stand side by side, by their codes. */
function placesIn(applicants: readonly Applicant[], numbers: ReadonlyMap<string, string>): Map<Applicant, number> {
  const numbered = applicants.map((one) => ({ one, number: numbers.get(one.ticket) ?? '' }));
  numbered.sort(
    (a, b) =>
      compareTexts(a.number, b.number) ||
      compareTexts(a.one.ticket, b.one.ticket) ||
      compareTexts(a.one.code, b.one.code),
  );
  return new Map(numbered.map(({ one }, place) => [one, place]));
}

export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function shares(own: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const trait of wanted) if (own.has(trait)) return true;
  return false;
}
