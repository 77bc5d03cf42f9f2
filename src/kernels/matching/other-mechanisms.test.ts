import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventMarket } from '#markets';
import {
  deferredAcceptance,
  immediateAcceptance,
  type Market,
  passesOn,
  plainMarket,
  serialDictatorship,
  softBounds,
  topTradingCycles,
} from './index.ts';

const schoolsOf = (market: Market, choice: Int32Array) =>
  [...choice].map((e) => (e < 0 ? -1 : (market.choiceSchool[e] as number)));

// Abdulkadiroglu and Sonmez 2003: s1 ranks 1, 3, 2; s2 and s3 rank 2, 1, 3.
const published = plainMarket(
  Int32Array.of(0, 3, 6, 9),
  Int32Array.of(1, 0, 2, 0, 1, 2, 0, 1, 2),
  Int32Array.of(1, 0, 1, 2, 0, 0, 1, 2, 2),
  Int32Array.of(1, 1, 1),
  Uint32Array.of(0, 1, 2),
);

const cities = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 31 }), fc.integer({ min: 1, max: 30 }))
  .map(([seed, applicants]) => {
    const { market } = inventMarket({
      seed,
      applicants,
      schools: 4,
      choices: 4,
      room: 0.8,
      rules: 'all',
      inFamilies: 0,
    });
    return { ...market, groupRule: market.groupRule.map((rule) => rule & ~passesOn) };
  });

describe('for comparison', () => {
  it('trading cycles give the published efficient outcome', () => {
    expect(schoolsOf(published, topTradingCycles(published).choice)).toEqual([1, 0, 2]);
  });

  it('immediate acceptance takes first choices first, and an honest list can lose', () => {
    expect(schoolsOf(published, immediateAcceptance(published).choice)).toEqual([1, 2, 0]);
    const lie = {
      ...published,
      choiceSchool: Int32Array.of(1, 0, 2, 1, 0, 2, 0, 1, 2),
      choicePriority: Int32Array.of(1, 0, 1, 0, 2, 0, 1, 2, 2),
    };
    expect(schoolsOf(lie, immediateAcceptance(lie).choice)[1]).toBe(1);
  });

  it('serial dictatorship asks in the order of the lottery', () => {
    expect(schoolsOf(published, serialDictatorship(published, 0).choice)).toEqual([1, 0, 2]);
  });

  it.each([
    ['serial dictatorship', (market: Market) => serialDictatorship(market, 0)],
    ['immediate acceptance', immediateAcceptance],
    ['trading cycles', topTradingCycles],
  ])('%s keeps seats and ceilings, and leaves no seat that somebody unplaced could have', (_, place) => {
    fc.assert(
      fc.property(cities, (market) => {
        const { choice, group } = place(market);
        const held = (g: number, kind?: number) =>
          [...group].filter((own, i) => own === g && (kind === undefined || market.kind[i] === kind)).length;
        const hasRoom = (g: number, i: number) => {
          const most = market.groupMost[g * 2 + (market.kind[i] as number)] as number;
          const only = market.groupOnly[g] as number;
          const isAdmitted = only === 0 || (only & (market.traits[i] as number)) !== 0;
          return (
            isAdmitted && held(g) < (market.groupSeats[g] as number) && (most < 0 || held(g, market.kind[i]) < most)
          );
        };
        market.groupSeats.forEach((seats, g) => {
          expect(held(g)).toBeLessThanOrEqual(seats);
          for (const kind of [0, 1]) {
            const most = market.groupMost[g * 2 + kind] as number;
            if (most >= 0) expect(held(g, kind)).toBeLessThanOrEqual(most);
          }
        });
        choice.forEach((own, i) => {
          const end = own < 0 ? (market.choiceStart[i + 1] as number) : own;
          for (let e = market.choiceStart[i] as number; e < end; e++) {
            const s = market.choiceSchool[e] as number;
            for (let g = market.groupStart[s] as number; g < (market.groupStart[s + 1] as number); g++) {
              expect(hasRoom(g, i)).toBe(false);
            }
          }
        });
      }),
    );
  });

  it('no two applicants would gladly change places after trading cycles', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const { market } = inventMarket({
          seed,
          applicants: 12,
          schools: 4,
          choices: 4,
          room: 0.8,
          rules: 'plain',
          inFamilies: 0,
        });
        const { choice } = topTradingCycles(market);
        const at = schoolsOf(market, choice);
        const wish = (i: number, s: number) =>
          market.choiceSchool.subarray(0, market.choiceStart[i + 1]).indexOf(s, market.choiceStart[i]);
        for (let i = 0; i < 12; i++) {
          for (let j = 0; j < i; j++) {
            const [forI, forJ] = [wish(i, at[j] as number), wish(j, at[i] as number)];
            const bothGain = forI >= 0 && forJ >= 0 && forI < (choice[i] as number) && forJ < (choice[j] as number);
            expect(bothGain).toBe(false);
          }
        }
      }),
    );
  });

  it('refuses what only deferred acceptance can do', () => {
    const passing = { ...published, groupRule: Uint8Array.of(passesOn, 0, 0) };
    expect(() => topTradingCycles(passing)).toThrow(RangeError);
    expect(() => deferredAcceptance(passing)).not.toThrow();
  });
});

describe('soft bounds', () => {
  const market = (kinds: readonly number[], seats: number, floors: number[], ceilings: number[]): Market => {
    const groups = softBounds(seats, floors, ceilings, [1, 2]);
    const open = plainMarket(
      Int32Array.from({ length: kinds.length + 1 }, (_, i) => i),
      new Int32Array(kinds.length),
      new Int32Array(kinds.length),
      Int32Array.of(seats),
      Uint32Array.from(kinds, (_, i) => i),
    );
    return {
      ...open,
      kinds: 2,
      kind: Uint16Array.from(kinds),
      traits: Uint32Array.from(kinds, (kind) => 1 << kind),
      groupStart: Int32Array.of(0, groups.seats.length),
      groupSeats: groups.seats,
      groupOnly: groups.only,
      groupFirst: new Uint32Array(groups.seats.length),
      groupRule: groups.rule,
      groupLottery: new Uint16Array(groups.seats.length),
      groupMost: groups.most,
    };
  };
  const taken = (given: Market) => [...deferredAcceptance(given).choice].flatMap((e, i) => (e < 0 ? [] : [i]));

  it('fills the floor first, then up to the ceiling, then with anyone', () => {
    expect(taken(market([0, 0, 0, 1, 1], 3, [0, 1], [3, 3]))).toEqual([0, 1, 3]);
    expect(taken(market([0, 0, 0, 1, 1], 3, [0, 0], [1, 3]))).toEqual([0, 3, 4]);
    expect(taken(market([0, 0, 0, 0, 1], 3, [0, 0], [1, 3]))).toEqual([0, 1, 4]);
  });

  it('leaves no seat empty for a bound', () => {
    expect(taken(market([0, 0, 0], 3, [0, 2], [1, 3]))).toEqual([0, 1, 2]);
  });

  it.each([
    [
      [2, 2],
      [3, 3],
    ],
    [
      [1, 0],
      [0, 3],
    ],
  ])('refuses floors %j with ceilings %j of three seats', (floors, ceilings) => {
    expect(() => softBounds(3, floors, ceilings, [1, 2])).toThrow(RangeError);
  });
});

it.each([
  ['a lottery that is no permutation', { lotteries: [Uint32Array.of(0, 0, 1)] }],
  ['a school that is not there', { choiceSchool: Int32Array.of(1, 0, 2, 0, 1, 2, 0, 1, 3) }],
  ['seats below zero', { groupSeats: Int32Array.of(1, -1, 1) }],
  ['offsets that fall', { choiceStart: Int32Array.of(0, 6, 3, 9) }],
  ['arrays of different length', { traits: new Uint32Array(2) }],
])('%s is refused', (_, change) => {
  expect(() => deferredAcceptance({ ...published, ...change })).toThrow(RangeError);
});
