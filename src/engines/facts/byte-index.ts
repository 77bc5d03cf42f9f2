/**
 * Finds the row of a pair of texts by their UTF-8 bytes, without making a string.
 *
 * @remarks A hash table with open addressing. Adding takes the rows in order: the first pair is row 0. A pair added again keeps its first row.
 */
export class ByteIndex {
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #offsets: Int32Array;
  #keys: Uint8Array;
  #keyBytes = 0;
  #size = 0;

  constructor(capacity: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(capacity, 8) * 2));
    this.#slots = new Int32Array(slots);
    this.#mask = slots - 1;
    this.#offsets = new Int32Array(capacity + 1);
    this.#keys = new Uint8Array(Math.max(capacity, 8) * 24);
  }

  /** Adds a pair as the next row. */
  add(first: string, second: string): void {
    const text = `${first}${separator}${second}`;
    // UTF-8 takes at most three bytes for each UTF-16 unit.
    const most = this.#keyBytes + text.length * 3;
    if (most > this.#keys.byteLength) {
      const grown = new Uint8Array(most * 2);
      grown.set(this.#keys);
      this.#keys = grown;
    }
    const start = this.#keyBytes;
    const { written } = encoder.encodeInto(text, this.#keys.subarray(start));
    this.#keyBytes += written;
    const bytes = this.#keys.subarray(start, this.#keyBytes);
    const split = bytes.lastIndexOf(separatorByte);
    const found = this.find(bytes, 0, split, split + 1, bytes.byteLength);
    this.#size += 1;
    this.#offsets[this.#size] = this.#keyBytes;
    if (found < 0) {
      let slot = hashOf(bytes, 0, split, split + 1, bytes.byteLength) & this.#mask;
      while (this.#slots[slot] !== 0) {
        slot = (slot + 1) & this.#mask;
      }
      this.#slots[slot] = this.#size;
    }
  }

  /** The row of the pair that lies in `bytes` at two places, or -1. */
  find(bytes: Uint8Array, start: number, end: number, secondStart: number, secondEnd: number): number {
    let slot = hashOf(bytes, start, end, secondStart, secondEnd) & this.#mask;
    for (let row = this.#slots[slot] ?? 0; row !== 0; row = this.#slots[slot] ?? 0) {
      if (this.#isAt(row - 1, bytes, start, end, secondStart, secondEnd)) {
        return row - 1;
      }
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }

  #isAt(row: number, bytes: Uint8Array, start: number, end: number, secondStart: number, secondEnd: number): boolean {
    const keys = this.#keys;
    let at = this.#offsets[row] ?? 0;
    if ((this.#offsets[row + 1] ?? 0) - at !== end - start + 1 + secondEnd - secondStart) {
      return false;
    }
    for (let from = start; from < end; from += 1, at += 1) {
      if (keys[at] !== bytes[from]) {
        return false;
      }
    }
    if (keys[at] !== separatorByte) {
      return false;
    }
    at += 1;
    for (let from = secondStart; from < secondEnd; from += 1, at += 1) {
      if (keys[at] !== bytes[from]) {
        return false;
      }
    }
    return true;
  }
}

const encoder = new TextEncoder();
const separator = '\u001f';
const separatorByte = 0x1f;

/** FNV-1a over both texts. */
function hashOf(bytes: Uint8Array, start: number, end: number, secondStart: number, secondEnd: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) {
    hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ separatorByte, 0x01000193);
  for (let at = secondStart; at < secondEnd; at += 1) {
    hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}
