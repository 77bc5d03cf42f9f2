import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventMarket } from '#markets';
import { deferredAcceptance, type Families, type Market, passesOn, plainMarket } from './index.ts';

/** One seat each; proposers' lists and the receivers' orders, as published. */
function marriage(proposers: readonly (readonly number[])[], receivers: readonly (readonly number[])[]): Market {
  const lists = proposers.flat();
  const priority = proposers.flatMap((list, i) => list.map((s) => (receivers[s] ?? []).indexOf(i)));
  return plainMarket(
    Int32Array.from({ length: proposers.length + 1 }, (_, i) => proposers.slice(0, i).flat().length),
    Int32Array.from(lists),
    Int32Array.from(priority),
    new Int32Array(receivers.length).fill(1),
    Uint32Array.from(proposers, (_, i) => i),
  );
}

const schoolsOf = (market: Market, choice: Int32Array) =>
  [...choice].map((e) => (e < 0 ? -1 : (market.choiceSchool[e] as number)));

describe('published examples', () => {
  it('Gale and Shapley 1962, example 1', () => {
    const market = marriage(
      [
        [0, 1, 2],
        [1, 2, 0],
        [2, 0, 1],
      ],
      [
        [1, 2, 0],
        [2, 0, 1],
        [0, 1, 2],
      ],
    );
    expect(schoolsOf(market, deferredAcceptance(market).choice)).toEqual([0, 1, 2]);
  });

  it('Abdulkadiroglu and Sonmez 2003: the only stable matching', () => {
    const market = marriage(
      [
        [1, 0, 2],
        [0, 1, 2],
        [0, 1, 2],
      ],
      [
        [0, 2, 1],
        [1, 0, 2],
        [1, 0, 2],
      ],
    );
    expect(schoolsOf(market, deferredAcceptance(market).choice)).toEqual([0, 1, 2]);
  });

  it('twins of whom one is never wanted: no stable matching, and the pair that blocks is named', () => {
    const market = marriage(
      [[0], [1], [0, 1]],
      [
        [0, 2],
        [2, 1],
      ],
    );
    const twins: Families = {
      memberStart: Int32Array.of(0, 2),
      member: Int32Array.of(0, 1),
      rowStart: Int32Array.of(0, 1),
      entryStart: Int32Array.of(0, 2),
      rowEntry: Int32Array.of(0, 1),
    };
    const kept = deferredAcceptance(market, { families: twins, fallBack: 'keep' });
    expect(kept).toMatchObject({ kind: 'none', blocking: [{ family: 0, row: 0 }] });
    const released = deferredAcceptance(market, { families: twins });
    expect(released.kind).toBe('none');
    expect([...released.row]).toEqual([-2]);
    expect(schoolsOf(market, released.choice)).toEqual([0, -1, 1]);
  });

  // Dur, Kominers, Pathak, Sonmez 2018, Boston: a reserve filled first admits more from outside the zone than one filled last.
  it('precedence: a walk-zone reserve filled last takes more of the zone', () => {
    const seats = (first: number, last: number): Market => ({
      ...plainMarket(
        Int32Array.of(0, 1, 2, 3, 4),
        new Int32Array(4),
        new Int32Array(4),
        Int32Array.of(2),
        Uint32Array.of(0, 1, 2, 3),
      ),
      traits: Uint32Array.of(1, 0, 1, 0),
      groupStart: Int32Array.of(0, 2),
      groupSeats: Int32Array.of(1, 1),
      groupOnly: new Uint32Array(2),
      groupFirst: Uint32Array.of(first, last),
      groupRule: new Uint8Array(2),
      groupLottery: new Uint16Array(2),
      groupMost: new Int32Array(2).fill(-1),
    });
    expect([...deferredAcceptance(seats(1, 0)).choice]).toEqual([0, 1, -1, -1]);
    expect([...deferredAcceptance(seats(0, 1)).choice]).toEqual([0, -1, 2, -1]);
  });
});

/** Whom school s takes of the applicants, written from the rules alone. */
function takes(market: Market, s: number, applicants: readonly number[]): number[] {
  const taken: number[] = [];
  let left = 0;
  for (let g = market.groupStart[s] as number; g < (market.groupStart[s + 1] as number); g++) {
    const seats = (market.groupSeats[g] as number) + left;
    const held: number[] = [];
    const order = (i: number) => {
      const first = market.groupFirst[g] as number;
      const behind = first !== 0 && ((market.traits[i] as number) & first) === 0 ? 1 : 0;
      const e = choiceOf(market, i, s);
      const priority = (market.groupRule[g] as number) % 2 === 1 ? 0 : (market.choicePriority[e] as number);
      return [behind, priority, (market.lotteries[market.groupLottery[g] as number] as Uint32Array)[i] as number];
    };
    const asking = applicants
      .filter((i) => !taken.includes(i))
      .filter(
        (i) => market.groupOnly[g] === 0 || ((market.groupOnly[g] as number) & (market.traits[i] as number)) !== 0,
      )
      .sort((a, b) => compare(order(a), order(b)));
    for (const i of asking) {
      const most = market.groupMost[g * market.kinds + (market.kind[i] as number)] as number;
      const same = held.filter((other) => market.kind[other] === market.kind[i]).length;
      if (held.length < seats && (most < 0 || same < most)) held.push(i);
    }
    taken.push(...held);
    left = ((market.groupRule[g] as number) & passesOn) === 0 ? 0 : seats - held.length;
  }
  return taken.sort((a, b) => a - b);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, k) => value !== b[k]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}

function choiceOf(market: Market, i: number, s: number): number {
  return market.choiceSchool.subarray(0, market.choiceStart[i + 1]).indexOf(s, market.choiceStart[i]);
}

function listOf(market: Market, i: number): number[] {
  return [...market.choiceSchool.subarray(market.choiceStart[i], market.choiceStart[i + 1])];
}

/** Every school keeps all it has, and takes nobody who would rather come. */
function isStable(market: Market, at: readonly number[], bound: ReadonlySet<number> = new Set()): boolean {
  for (let s = 0; s < market.schools; s++) {
    const present = at.flatMap((school, i) => (school === s ? [i] : []));
    if (takes(market, s, present).length !== present.length) return false;
    for (let i = 0; i < market.applicants; i++) {
      if (bound.has(i)) continue;
      const list = listOf(market, i);
      const wish = list.indexOf(s);
      const now = list.indexOf(at[i] as number);
      if (wish < 0 || (now >= 0 && now <= wish)) continue;
      if (takes(market, s, [...present, i]).includes(i)) return false;
    }
  }
  return true;
}

function* everyMatching(market: Market, at: number[] = []): Generator<number[]> {
  if (at.length === market.applicants) yield at;
  else for (const s of [...listOf(market, at.length), -1]) yield* everyMatching(market, [...at, s]);
}

function familyBlocks(market: Market, families: Families, at: readonly number[]): boolean {
  for (let f = 0; f + 1 < families.memberStart.length; f++) {
    const members = [...families.member.subarray(families.memberStart[f], families.memberStart[f + 1])];
    const rows = (families.rowStart[f + 1] as number) - (families.rowStart[f] as number);
    for (let r = 0; r < rows; r++) {
      const from = (families.entryStart[f] as number) + r * members.length;
      const to = members.map((_, m) => {
        const e = families.rowEntry[from + m] as number;
        return e < 0 ? -1 : (market.choiceSchool[e] as number);
      });
      if (members.every((i, m) => at[i] === to[m])) break;
      const could = to.every((s) => {
        const coming = members.filter((_, m) => to[m] === s);
        const present = at.flatMap((school, i) => (school === s && !members.includes(i) ? [i] : []));
        const taken = s < 0 ? coming : takes(market, s, [...present, ...coming]);
        return coming.every((i) => taken.includes(i));
      });
      if (could) return true;
    }
  }
  return false;
}

const smallCity = (rules: 'plain' | 'all', inFamilies = 0, applicants = 6) =>
  fc
    .integer({ min: 0, max: 2 ** 31 })
    .map((seed) => inventMarket({ seed, applicants, schools: 3, choices: 3, room: 0.8, rules, inFamilies }));

describe('laws', () => {
  it('is stable, and every applicant likes it best of all stable matchings, by trying every matching', () => {
    fc.assert(
      fc.property(smallCity('all'), ({ market }) => {
        const found = schoolsOf(market, deferredAcceptance(market).choice);
        expect(isStable(market, found)).toBe(true);
        const place = (at: readonly number[], i: number) => [...listOf(market, i), -1].indexOf(at[i] as number);
        for (const at of everyMatching(market)) {
          if (isStable(market, at)) at.forEach((_, i) => expect(place(found, i)).toBeLessThanOrEqual(place(at, i)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is stable in larger markets, and says the group each sits in', () => {
    fc.assert(
      fc.property(smallCity('all', 0, 60), ({ market }) => {
        const { choice, group } = deferredAcceptance(market);
        expect(isStable(market, schoolsOf(market, choice))).toBe(true);
        choice.forEach((e, i) => {
          if (e < 0) return expect(group[i]).toBe(-1);
          const s = market.choiceSchool[e] as number;
          expect(group[i]).toBeGreaterThanOrEqual(market.groupStart[s] as number);
          expect(group[i]).toBeLessThan(market.groupStart[s + 1] as number);
        });
      }),
    );
  });

  it('no applicant gains by any other list, tried exhaustively', () => {
    fc.assert(
      fc.property(smallCity('all', 0, 5), fc.nat(4), ({ market }, liar) => {
        const truth = listOf(market, liar);
        const honest = [...truth, -1].indexOf(schoolsOf(market, deferredAcceptance(market).choice)[liar] as number);
        for (const lie of everyList(truth)) {
          const told = withList(market, liar, lie);
          const got = schoolsOf(told, deferredAcceptance(told).choice)[liar] as number;
          expect([...truth, -1].indexOf(got)).toBeGreaterThanOrEqual(honest);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('one seat more hurts nobody', () => {
    fc.assert(
      fc.property(smallCity('plain', 0, 12), fc.nat(2), ({ market }, s) => {
        const before = deferredAcceptance(market).choice;
        const groupSeats = market.groupSeats.map((seats, g) => seats + (g === s ? 1 : 0));
        const after = deferredAcceptance({ ...market, groupSeats }).choice;
        before.forEach((e, i) => {
          if (e >= 0) expect(after[i]).toBeGreaterThanOrEqual(0);
          if (e >= 0) expect(after[i]).toBeLessThanOrEqual(e);
        });
      }),
    );
  });

  it('the order in which applicants are listed changes nothing', () => {
    fc.assert(
      fc.property(
        smallCity('all', 0, 12),
        fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 }),
        ({ market }, order) => {
          const found = schoolsOf(market, deferredAcceptance(market).choice);
          const moved = reordered(market, order);
          const again = schoolsOf(moved, deferredAcceptance(moved).choice);
          expect(again).toEqual(order.map((i) => found[i]));
        },
      ),
    );
  });
});

describe('families', () => {
  it('says stable, or none, exactly as trying every matching does', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(smallCity('all', 0.6, 5), ({ market, families }) => {
        const bound = new Set(families.member);
        const found = deferredAcceptance(market, { families, mostRounds: 6 });
        kinds.add(found.kind);
        const every = [...everyMatching(market)].filter(
          (at) =>
            isStable(market, at, bound) && isTogether(market, families, at) && !familyBlocks(market, families, at),
        );
        expect(found.kind).toBe(every.length > 0 ? 'stable' : 'none');
        if (found.kind !== 'stable') return;
        expect(every).toContainEqual(schoolsOf(market, found.choice));
      }),
      { numRuns: 300 },
    );
    expect([...kinds].sort()).toEqual(['none', 'stable']);
  });

  it('a family that blocks is released, and then the rest is stable', () => {
    fc.assert(
      fc.property(smallCity('all', 0.6, 40), ({ market, families }) => {
        const { choice, row, blocking } = deferredAcceptance(market, { families, mostRounds: 3 });
        const at = schoolsOf(market, choice);
        const bound = new Set<number>();
        for (let f = 0; f < row.length; f++) {
          if (row[f] === -2) expect(blocking.map(({ family }) => family)).toContain(f);
          else
            for (const i of families.member.subarray(families.memberStart[f], families.memberStart[f + 1]))
              bound.add(i);
        }
        expect(isStable(market, at, bound)).toBe(true);
      }),
    );
  });

  it('of a large city settles, and leaves no family that could have better', () => {
    const city = inventMarket({
      seed: 7,
      applicants: 3000,
      schools: 12,
      choices: 5,
      room: 0.9,
      rules: 'all',
      inFamilies: 0.03,
    });
    const found = deferredAcceptance(city.market, { families: city.families });
    expect(found).toMatchObject({ kind: 'stable', blocking: [] });
    const at = schoolsOf(city.market, found.choice);
    expect(familyBlocks(city.market, city.families, at)).toBe(false);
  });
});

function isTogether(market: Market, families: Families, at: readonly number[]): boolean {
  for (let f = 0; f + 1 < families.memberStart.length; f++) {
    const members = [...families.member.subarray(families.memberStart[f], families.memberStart[f + 1])];
    const rows = (families.rowStart[f + 1] as number) - (families.rowStart[f] as number);
    const isOut = members.every((i) => at[i] === -1);
    const isRow = Array.from({ length: rows }, (_, r) => (families.entryStart[f] as number) + r * members.length).some(
      (from) =>
        members.every((i, m) => {
          const e = families.rowEntry[from + m] as number;
          return at[i] === (e < 0 ? -1 : market.choiceSchool[e]);
        }),
    );
    if (!isOut && !isRow) return false;
  }
  return true;
}

function* everyList(schools: readonly number[]): Generator<number[]> {
  yield [];
  for (const s of schools) for (const rest of everyList(schools.filter((other) => other !== s))) yield [s, ...rest];
}

function withList(market: Market, liar: number, list: readonly number[]): Market {
  const rows = Array.from({ length: market.applicants }, (_, i) =>
    (i === liar ? list : listOf(market, i)).map(
      (s) => [s, market.choicePriority[choiceOf(market, i, s)] as number] as const,
    ),
  );
  return { ...market, ...flat(rows) };
}

function reordered(market: Market, order: readonly number[]): Market {
  const rows = order.map((i) =>
    listOf(market, i).map((s) => [s, market.choicePriority[choiceOf(market, i, s)] as number] as const),
  );
  return {
    ...market,
    ...flat(rows),
    traits: Uint32Array.from(order, (i) => market.traits[i] as number),
    kind: Uint16Array.from(order, (i) => market.kind[i] as number),
    lotteries: market.lotteries.map((rank) => Uint32Array.from(order, (i) => rank[i] as number)),
  };
}

function flat(rows: readonly (readonly (readonly [number, number])[])[]) {
  return {
    choiceStart: Int32Array.from({ length: rows.length + 1 }, (_, i) => rows.slice(0, i).flat().length),
    choiceSchool: Int32Array.from(rows.flat(), ([s]) => s),
    choicePriority: Int32Array.from(rows.flat(), ([, priority]) => priority),
  };
}
