import type { Market } from './market.ts';

/**
 * A market without reserves: one group of open seats a school, one lottery.
 *
 * @param lottery per applicant, a permutation of 0 … applicants - 1; smaller goes first
 * @example plainMarket(Int32Array.of(0, 2), Int32Array.of(1, 0), Int32Array.of(0, 0), Int32Array.of(1, 1), Uint32Array.of(0))
 */
export function plainMarket(
  choiceStart: Int32Array,
  choiceSchool: Int32Array,
  choicePriority: Int32Array,
  seats: Int32Array,
  lottery: Uint32Array,
): Market {
  const applicants = choiceStart.length - 1;
  const schools = seats.length;
  return {
    applicants,
    schools,
    choiceStart,
    choiceSchool,
    choicePriority,
    traits: new Uint32Array(applicants),
    kind: new Uint16Array(applicants),
    kinds: 1,
    groupStart: Int32Array.from({ length: schools + 1 }, (_, s) => s),
    groupSeats: seats,
    groupOnly: new Uint32Array(schools),
    groupFirst: new Uint32Array(schools),
    groupRule: new Uint8Array(schools),
    groupLottery: new Uint16Array(schools),
    groupMost: new Int32Array(schools).fill(-1),
    lotteries: [lottery],
  };
}
