/** Pair `k` is `left[k]` and `right[k]`, rows of the fingerprints given; they differ in `distance[k]` bits. */
export interface NearPairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly distance: Uint8Array;
}

const bands = 4;
const keys = 1 << 16;
/** Two fingerprints this near have a band in which they differ in at most two bits. */
const mostWithin = 11;

/**
 * Every two fingerprints that differ in at most `within` of their 64 bits.
 *
 * @remarks
 * Exact. Of k equal fingerprints k − 1 pairs are told, each with the next, and others are told as near to the first of them: a blank form
 * uploaded a thousand times makes a thousand pairs, not half a million. Two fingerprints within `within` bits differ in at most
 * ⌊within / 4⌋ bits of some quarter, so only rows whose quarters are that near are compared: for n fingerprints spread evenly and `within`
 * from 4 to 7 about n² / 1,900 comparisons, all in arrays that lie together. Pairs come in no particular order.
 * @param fingerprints 64 bits each, as `BigInt('0x' + differenceHash(…))`
 * @throws RangeError for `within` that is not a whole number from 0 to 11
 * @source M. Norouzi, A. Punjani, D. J. Fleet, Fast Exact Search in Hamming Space with Multi-Index Hashing, 2014.
 * @example findNearPairs(BigUint64Array.of(0n, 3n, 255n), 2) // left [0], right [1], distance [2]
 */
export function findNearPairs(fingerprints: BigUint64Array, within: number): NearPairs {
  if (!Number.isInteger(within) || within < 0 || within > mostWithin) {
    throw new RangeError(`within is ${within}: must be a whole number from 0 to ${mostWithin}`);
  }
  const words = new Uint32Array(fingerprints.buffer, fingerprints.byteOffset, fingerprints.length * 2);
  const found: Found = { left: [], right: [], distance: [] };
  const rows = distinctRows(words, found);
  const reach = Math.floor(within / bands);
  const masks = masksWithin(reach);
  for (let band = 0; band < bands; band += 1)
    joinBand(layOut(words, rows, band), { band, reach, within, masks }, found);
  return {
    left: Int32Array.from(found.left),
    right: Int32Array.from(found.right),
    distance: Uint8Array.from(found.distance),
  };
}

interface Found {
  readonly left: number[];
  readonly right: number[];
  readonly distance: number[];
}

/** Rows in the order of one band: those with key k stand from `starts[k]` to `starts[k + 1]`. */
interface Band {
  readonly starts: Int32Array;
  readonly row: Int32Array;
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

interface Search {
  readonly band: number;
  readonly reach: number;
  readonly within: number;
  readonly masks: readonly number[];
}

/** One row of each different fingerprint; equal ones are told as pairs of neighbours. */
function distinctRows(words: Uint32Array, found: Found): Int32Array {
  let order: Int32Array = Int32Array.from({ length: words.length / 2 }, (_, row) => row);
  for (let band = 0; band < bands; band += 1) order = sortBy(words, order, band).row;
  const firsts: number[] = [];
  order.forEach((row, at) => {
    const before = order[at - 1];
    if (before !== undefined && words[2 * before] === words[2 * row] && words[2 * before + 1] === words[2 * row + 1]) {
      tell(found, before, row, 0);
    } else firsts.push(row);
  });
  return Int32Array.from(firsts);
}

function sortBy(words: Uint32Array, rows: Int32Array, band: number): Pick<Band, 'starts' | 'row'> {
  const starts = new Int32Array(keys + 1);
  for (let at = 0; at < rows.length; at += 1) {
    const next = keyOf(words, rows[at] as number, band) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let key = 0; key < keys; key += 1) starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
  const places = starts.slice();
  const row = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const key = keyOf(words, rows[at] as number, band);
    const place = places[key] as number;
    row[place] = rows[at] as number;
    places[key] = place + 1;
  }
  return { starts, row };
}

function layOut(words: Uint32Array, rows: Int32Array, band: number): Band {
  const { starts, row } = sortBy(words, rows, band);
  const low = new Uint32Array(row.length);
  const high = new Uint32Array(row.length);
  for (let at = 0; at < row.length; at += 1) {
    low[at] = words[2 * (row[at] as number)] as number;
    high[at] = words[2 * (row[at] as number) + 1] as number;
  }
  return { starts, row, low, high };
}

/** Compares each row with those whose key is near its own; of two near keys the smaller looks for the larger. */
function joinBand(laid: Band, search: Search, found: Found): void {
  const { starts } = laid;
  for (let key = 0; key < keys; key += 1) {
    const from = starts[key] as number;
    const to = starts[key + 1] as number;
    if (from === to) continue;
    for (const mask of search.masks) {
      const other = key ^ mask;
      if (other < key) continue;
      const otherTo = starts[other + 1] as number;
      for (let at = from; at < to; at += 1) {
        compareWith(laid, search, found, at, other === key ? at + 1 : (starts[other] as number), otherTo);
      }
    }
  }
}

function compareWith(laid: Band, search: Search, found: Found, at: number, from: number, to: number): void {
  const { low, high, row } = laid;
  const ownLow = low[at] as number;
  const ownHigh = high[at] as number;
  for (let other = from; other < to; other += 1) {
    const differLow = ownLow ^ (low[other] as number);
    const differHigh = ownHigh ^ (high[other] as number);
    const distance = countBits(differLow) + countBits(differHigh);
    if (distance <= search.within && !wasSeen(differLow, differHigh, search)) {
      tell(found, row[at] as number, row[other] as number, distance);
    }
  }
}

/** Whether an earlier band has brought the two together already. */
function wasSeen(low: number, high: number, { band, reach }: Search): boolean {
  for (let earlier = 0; earlier < band; earlier += 1) {
    const word = earlier < 2 ? low : high;
    if (countBits((word >>> (16 * (earlier % 2))) & (keys - 1)) <= reach) return true;
  }
  return false;
}

function tell(found: Found, one: number, other: number, distance: number): void {
  found.left.push(Math.min(one, other));
  found.right.push(Math.max(one, other));
  found.distance.push(distance);
}

function keyOf(words: Uint32Array, row: number, band: number): number {
  return ((words[2 * row + (band >> 1)] as number) >>> (16 * (band & 1))) & (keys - 1);
}

/** Every 16-bit number with at most so many bits. */
function masksWithin(reach: number): readonly number[] {
  const masks: number[] = [];
  for (let mask = 0; mask < keys; mask += 1) if (countBits(mask) <= reach) masks.push(mask);
  return masks;
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
