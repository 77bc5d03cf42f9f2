import type { Applicant, Draw, Family, Group, Numbers, Wish } from './draw.ts';
import { familyLottery } from './draw-numbers.ts';
import { compareTexts, schoolChoice } from './school-choice.ts';
import { searchStable } from './search-stable.ts';
import { Seating } from './seating.ts';

export interface Outcome {
  readonly seat: ReadonlyMap<Applicant, { readonly wish: Wish; readonly group: Group }>;
  readonly kind: 'stable' | 'none' | 'unsettled';
  /** Families that could still have had better when the rounds were used up, and the joint choice, from 1. */
  readonly blocking: readonly { readonly family: Family; readonly row: number }[];
}

/** Follows the published rule: docs/handbook/draw.md. */
export function allocate(draw: Draw, numbers: Numbers): Outcome {
  const choose = schoolChoice(draw.applicants, numbers);
  const seating = new Seating(draw, choose);
  const inOrder = [...draw.families].sort((a, b) => {
    const own = numbers.get(familyLottery);
    return compareTexts(own?.get(a.code) ?? '', own?.get(b.code) ?? '') || compareTexts(a.code, b.code);
  });
  const has = new Map<Family, number>(inOrder.map((family) => [family, family.rows.length]));
  for (const family of inOrder) for (const member of family.members) seating.familyOf.set(member, family);
  seating.ask(draw.applicants.filter((one) => !seating.familyOf.has(one)).flatMap(({ wishes }) => wishes.slice(0, 1)));

  const blocking: { family: Family; row: number }[] = [];
  let kind: Outcome['kind'] = 'stable';
  for (;;) {
    const block = settle();
    if (block === null) break;
    if (blocking.length === 0) {
      const found = searchStable(draw, inOrder, choose);
      if (found instanceof Map) return { seat: found, kind, blocking };
      kind = found;
    }
    blocking.push(block);
    if (draw.fallBack === 'keep') break;
    release(block.family);
  }
  return { seat: seating.seat, kind, blocking };

  function settle(): { family: Family; row: number } | null {
    for (let round = 0; round < draw.mostRounds; round++) {
      let isChanged = false;
      for (const family of has.keys()) {
        if (betterRow(family) === 0) continue;
        isChanged = true;
        moveOut(family);
        const row = betterRow(family);
        if (row > 0) {
          has.set(family, row - 1);
          seating.ask((family.rows[row - 1] ?? []).filter((wish) => wish !== null));
          moveOutBroken();
        }
      }
      if (!isChanged) return null;
    }
    for (const family of has.keys()) {
      const row = betterRow(family);
      if (row > 0) return { family, row };
    }
    return null;
  }

  /** The first joint choice, from 1, that the family could have and that is better than what it has; 0 for none. */
  function betterRow(family: Family): number {
    const better = family.rows.slice(0, has.get(family));
    return better.findIndex((row) => seating.couldHave(family.members, row)) + 1;
  }

  function moveOut(family: Family): void {
    has.set(family, family.rows.length);
    seating.leave(family.members);
  }

  function moveOutBroken(): void {
    for (const family of seating.broken) moveOut(family);
    seating.broken.clear();
  }

  function release(family: Family): void {
    moveOut(family);
    has.delete(family);
    for (const member of family.members) seating.familyOf.delete(member);
    seating.ask(family.members.flatMap(({ wishes }) => wishes.slice(0, 1)));
    moveOutBroken();
  }
}
