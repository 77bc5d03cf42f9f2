import type { Applicant, Draw, Family, Group, School, Wish } from './draw.ts';
import { groupBy } from './group-by.ts';
import type { SchoolChoice } from './school-choice.ts';

/** Who sits where, kept stable step by step: those who lose a seat ask on, a seat that is left goes to who would rather have it. */
export class Seating {
  readonly seat = new Map<Applicant, { readonly wish: Wish; group: Group }>();
  readonly familyOf = new Map<Applicant, Family>();
  /** Families a member of which lost its seat. */
  readonly broken = new Set<Family>();
  readonly #draw: Draw;
  readonly #choose: SchoolChoice;
  readonly #pupils = new Map<string, Set<Wish>>();
  readonly #wishes = new Map<string, Wish[]>();

  constructor(draw: Draw, choose: SchoolChoice) {
    this.#draw = draw;
    this.#choose = choose;
    for (const code of draw.schools.keys()) {
      this.#pupils.set(code, new Set());
      this.#wishes.set(code, []);
    }
    for (const { wishes } of draw.applicants) for (const wish of wishes) this.#wishes.get(wish.school)?.push(wish);
  }

  /** Applicants ask, those without a place next, until nobody has anything left to ask. */
  ask(first: Iterable<Wish>): void {
    let asking = [...first];
    while (asking.length > 0) {
      const bySchool = groupBy(asking, ({ school }) => school);
      asking = [];
      for (const [code, coming] of bySchool) {
        const pupils = this.#pupilsOf(code);
        const all = [...pupils, ...coming];
        this.#seatAll(code, this.#choose(this.#school(code), all));
        for (const wish of all) {
          if (pupils.has(wish)) continue;
          this.seat.delete(wish.applicant);
          const family = this.familyOf.get(wish.applicant);
          if (family !== undefined) this.broken.add(family);
          else asking.push(...wish.applicant.wishes.slice(wish.place, wish.place + 1));
        }
      }
    }
  }

  /** These leave their seats; the seats go to those who would rather have them, until nobody moves. */
  leave(applicants: Iterable<Applicant>): void {
    const vacant = new Set<string>();
    for (const applicant of applicants) {
      const wish = this.seat.get(applicant)?.wish;
      if (wish === undefined) continue;
      this.seat.delete(applicant);
      this.#pupilsOf(wish.school).delete(wish);
      vacant.add(wish.school);
    }
    for (const code of vacant) {
      vacant.delete(code);
      const pupils = this.#pupilsOf(code);
      const others = (this.#wishes.get(code) ?? []).filter((wish) => this.#wouldRather(wish));
      const taken = this.#choose(this.#school(code), [...pupils, ...others]);
      for (const wish of taken.keys()) {
        const before = this.seat.get(wish.applicant)?.wish;
        if (before === undefined || before === wish) continue;
        this.#pupilsOf(before.school).delete(before);
        vacant.add(before.school);
      }
      this.#seatAll(code, taken);
    }
  }

  /** Whether all schools of a joint choice would take the members they are to have, the members standing aside. */
  couldHave(members: readonly Applicant[], row: readonly (Wish | null)[]): boolean {
    const coming = groupBy(
      row.filter((wish) => wish !== null),
      ({ school }) => school,
    );
    return [...coming].every(([code, together]) => {
      const present = [...this.#pupilsOf(code)].filter(({ applicant }) => !members.includes(applicant));
      const taken = this.#choose(this.#school(code), [...present, ...together]);
      return together.every((wish) => taken.has(wish));
    });
  }

  #wouldRather(wish: Wish): boolean {
    const now = this.seat.get(wish.applicant)?.wish;
    return !this.familyOf.has(wish.applicant) && (now === undefined || wish.place < now.place);
  }

  #seatAll(code: string, taken: ReadonlyMap<Wish, Group>): void {
    const pupils = this.#pupilsOf(code);
    pupils.clear();
    for (const [wish, group] of taken) {
      pupils.add(wish);
      this.seat.set(wish.applicant, { wish, group });
    }
  }

  #school(code: string): School {
    return this.#draw.schools.get(code) ?? { code, groups: [] };
  }

  #pupilsOf(code: string): Set<Wish> {
    return this.#pupils.get(code) ?? new Set();
  }
}
