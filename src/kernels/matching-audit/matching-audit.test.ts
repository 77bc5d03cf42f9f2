import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deferredAcceptance, immediateAcceptance, passesOn } from '#kernels/matching';
import { inventMarket } from '#markets';
import { type AuditedMarket, type AuditedPlacement, auditMatching } from './index.ts';

const invented = (applicants: number, inFamilies: number) =>
  fc
    .integer({ min: 0, max: 2 ** 31 })
    .map((seed) => inventMarket({ seed, applicants, schools: 4, choices: 4, room: 0.8, rules: 'all', inFamilies }));

/** One school of two seats, the first reserved for trait 1; applicants 0 and 1 by lottery, 2 has the trait. */
const reserve: AuditedMarket = {
  applicants: 3,
  schools: 1,
  choiceStart: Int32Array.of(0, 1, 2, 3),
  choiceSchool: new Int32Array(3),
  choicePriority: new Int32Array(3),
  traits: Uint32Array.of(0, 0, 1),
  kind: Uint16Array.of(0, 0, 1),
  kinds: 2,
  groupStart: Int32Array.of(0, 2),
  groupSeats: Int32Array.of(1, 1),
  groupOnly: new Uint32Array(2),
  groupFirst: Uint32Array.of(1, 0),
  groupRule: new Uint8Array(2),
  groupLottery: new Uint16Array(2),
  groupMost: new Int32Array(4).fill(-1),
  lotteries: [Uint32Array.of(0, 1, 2)],
};

const seats = (...at: readonly (readonly [number, number])[]): AuditedPlacement => ({
  choice: Int32Array.from(at, ([choice]) => choice),
  group: Int32Array.from(at, ([, group]) => group),
});

describe('faults by hand', () => {
  it('a placement that keeps every rule holds, and names who has no place', () => {
    const audit = auditMatching(reserve, seats([0, 1], [-1, -1], [2, 0]));
    expect(audit.holds).toBe(true);
    expect([...audit.unplaced]).toEqual([1]);
  });

  it.each([
    ['reserveBroken', seats([0, 1], [1, 0], [-1, -1])],
    ['justifiedEnvy', seats([-1, -1], [1, 1], [2, 0])],
    ['emptySeat', seats([0, 1], [-1, -1], [-1, -1])],
    ['overCapacity', seats([0, 1], [1, 1], [2, 0])],
    ['notListed', seats([1, 1], [-1, -1], [2, 0])],
    ['notListed', seats([0, 2], [-1, -1], [2, 0])],
  ] as const)('%s', (kind, placement) => {
    const audit = auditMatching(reserve, placement);
    expect(audit.holds).toBe(false);
    expect(audit.counts[kind]).toBeGreaterThan(0);
  });

  it('not eligible, and over a ceiling', () => {
    const strict = { ...reserve, groupOnly: Uint32Array.of(1, 0), groupMost: Int32Array.of(-1, -1, 0, -1) };
    const { counts } = auditMatching(strict, seats([0, 1], [1, 0], [-1, -1]));
    expect(counts).toMatchObject({ notEligible: 1, overCeiling: 1 });
  });
});

describe('against the allocator', () => {
  it('finds no fault in deferred acceptance, also with families', () => {
    fc.assert(
      fc.property(invented(40, 0.4), ({ market, families }) => {
        const found = deferredAcceptance(market, { families });
        const released = [...found.row.keys()].filter((f) => found.row[f] === -2);
        const { faults } = auditMatching(market, found, { families, released });
        expect(faults).toEqual([]);
      }),
    );
  });

  it('finds each change of one applicant’s seat', () => {
    fc.assert(
      fc.property(invented(30, 0), fc.nat(29), ({ market }, i) => {
        const found = deferredAcceptance(market);
        if (found.choice[i] === -1) return;
        const [choice, group] = [found.choice.slice(), found.group.slice()];
        choice[i] = -1;
        group[i] = -1;
        expect(auditMatching(market, { choice, group }).holds).toBe(false);
      }),
    );
  });

  it('finds the envy that immediate acceptance leaves', () => {
    let envious = 0;
    fc.assert(
      fc.property(invented(30, 0), ({ market }) => {
        const open = { ...market, groupRule: market.groupRule.map((rule) => rule & ~passesOn) };
        const { counts } = auditMatching(open, immediateAcceptance(open));
        expect(counts).toMatchObject({ notListed: 0, notEligible: 0, overCapacity: 0, overCeiling: 0, emptySeat: 0 });
        envious += counts.justifiedEnvy + counts.reserveBroken;
      }),
    );
    expect(envious).toBeGreaterThan(0);
  });

  it('names a family that stands apart, and one that could have better', () => {
    const { market, families } = inventMarket({
      seed: 5,
      applicants: 40,
      schools: 4,
      choices: 4,
      room: 0.8,
      rules: 'all',
      inFamilies: 0.4,
    });
    const found = deferredAcceptance(market, { families });
    const f = found.row.findIndex((row) => row >= 0);
    const members = families.member.subarray(families.memberStart[f], families.memberStart[f + 1]);
    const [choice, group] = [found.choice.slice(), found.group.slice()];
    for (const i of members) {
      choice[i] = -1;
      group[i] = -1;
    }
    expect(auditMatching(market, { choice, group }, { families }).counts.familyBlocks).toBeGreaterThan(0);
    const apart = members.find((i) => found.choice[i] !== -1) as number;
    choice[apart] = found.choice[apart] as number;
    group[apart] = found.group[apart] as number;
    const { counts } = auditMatching(market, { choice, group }, { families });
    expect(counts.familyApart + counts.familyBlocks).toBeGreaterThan(0);
  });

  it('refuses a placement of another length', () => {
    expect(() => auditMatching(reserve, seats([0, 1]))).toThrow(RangeError);
  });
});
