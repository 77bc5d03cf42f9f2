/**
 * Shares places out by the method of largest remainders, exactly.
 *
 * Each receiver first gets the whole part of its share, then the places left go to the largest remainders. Nobody gets more than
 * `most`; what it leaves is shared out among the others in the same way.
 *
 * @param places whole number
 * @param weight whole numbers, such as pupils × factor in hundredths: 120 pupils of a rural school with factor 1.15 are 13,800
 * @param most the most that each may get, such as its eligible pupils
 * @param rank a permutation, drawn in public: equal remainders go by it, the smaller first
 * @returns whole numbers; their sum is `places`, or that of `most` where this is less
 * @throws RangeError on arrays of different length, numbers that are not whole and at least 0, or places × weight of 2^53 and more
 * @source G. Hare and A. Hamilton; M. Balinski and H. P. Young, Fair Representation, 1982
 * @example apportion(10, [47, 16, 16, 12, 6, 3], [99, 99, 99, 99, 99, 99], [0, 1, 2, 3, 4, 5]) // 5, 2, 2, 1, 0, 0
 */
export function apportion(
  places: number,
  weight: ArrayLike<number>,
  most: ArrayLike<number>,
  rank: ArrayLike<number>,
): Int32Array {
  const count = weight.length;
  check(places, weight, most, rank);
  const given = new Int32Array(count);
  const isFull = Array.from({ length: count }, (_, k) => weight[k] === 0 || most[k] === 0);
  for (;;) {
    const open = Array.from({ length: count }, (_, k) => k).filter((k) => !isFull[k]);
    const fixed = given.reduce((sum, own, k) => sum + (isFull[k] ? own : 0), 0);
    shareOut(places - fixed, open, weight, rank, given);
    const over = open.filter((k) => (given[k] as number) > (most[k] as number));
    if (over.length === 0) return given;
    for (const k of over) {
      given[k] = most[k] as number;
      isFull[k] = true;
    }
  }
}

/** The fewest places that are at least so many hundredths of a plan. */
export function leastShare(planned: number, percent: number): number {
  return Math.ceil((planned * percent) / 100);
}

function shareOut(
  places: number,
  open: readonly number[],
  weight: ArrayLike<number>,
  rank: ArrayLike<number>,
  given: Int32Array,
): void {
  const total = open.reduce((sum, k) => sum + (weight[k] as number), 0);
  if (total === 0) return;
  const remainder = (k: number) => (places * (weight[k] as number)) % total;
  let left = places;
  for (const k of open) {
    given[k] = (places * (weight[k] as number) - remainder(k)) / total;
    left -= given[k];
  }
  const order = open.toSorted((a, b) => remainder(b) - remainder(a) || (rank[a] as number) - (rank[b] as number));
  for (const k of order.slice(0, left)) given[k] = (given[k] as number) + 1;
}

function check(places: number, weight: ArrayLike<number>, most: ArrayLike<number>, rank: ArrayLike<number>): void {
  if (most.length !== weight.length || rank.length !== weight.length) {
    throw new RangeError(`weight, most and rank differ in length: ${weight.length}, ${most.length}, ${rank.length}`);
  }
  for (const value of [places, ...Array.from(weight), ...Array.from(most)]) {
    if (!Number.isInteger(value) || value < 0) throw new RangeError(`${value}: a whole number of at least 0 is wanted`);
  }
  const total = Array.from(weight).reduce((sum, value) => sum + value, 0);
  if (places * total >= 2 ** 53) throw new RangeError('places × weights must stay below 2^53: use smaller weights');
}
