import { describe, expect, it } from 'vitest';
import { deferredAcceptance, type Market, passesOn, plainMarket } from './index.ts';

describe('quota places of a senior school', () => {
  // Two quota places for each of two junior schools, one open place; applicants by score, those of junior school 0 first.
  const quota = (kinds: readonly number[]): Market => ({
    ...plainMarket(
      Int32Array.from({ length: kinds.length + 1 }, (_, i) => i),
      new Int32Array(kinds.length),
      Int32Array.from(kinds, (_, i) => i),
      Int32Array.of(5),
      Uint32Array.from(kinds, (_, i) => i),
    ),
    kind: Uint16Array.from(kinds),
    kinds: 2,
    groupStart: Int32Array.of(0, 2),
    groupSeats: Int32Array.of(4, 1),
    groupOnly: new Uint32Array(2),
    groupFirst: new Uint32Array(2),
    groupRule: Uint8Array.of(passesOn, 0),
    groupLottery: new Uint16Array(2),
    groupMost: Int32Array.of(2, 2, -1, -1),
  });

  it('go to the junior school that holds them, whatever the scores of the other', () => {
    expect([...deferredAcceptance(quota([0, 0, 0, 0, 1, 1])).choice]).toEqual([0, 1, 2, -1, 4, 5]);
  });

  it('return to general admission where the junior school does not fill them', () => {
    expect([...deferredAcceptance(quota([0, 0, 0, 0, 0, 1])).choice]).toEqual([0, 1, 2, 3, -1, 5]);
  });
});
