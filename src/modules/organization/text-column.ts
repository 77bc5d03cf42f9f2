/** As many different texts as are kept to be found again. */
const slots = 1 << 12;
/** A longer text is not looked for: only the whole of it would tell two apart. */
const longest = 64;

/**
 * A column of texts read from bytes.
 *
 * @remarks
 * Of few texts (kinds, codes of places) each is decoded once and shared, so that half a million rows do not hold half a million
 * strings that the garbage collector must walk.
 */
export class TextColumn {
  readonly values: (string | null)[] = [];
  readonly #known: (string | undefined)[] | undefined;
  readonly #knownBytes: Uint8Array | undefined;
  readonly #knownLength: Uint8Array | undefined;
  #chunk: Uint8Array | undefined;
  #reader: Buffer = Buffer.alloc(0);

  constructor(repeats: 'few' | 'each its own') {
    if (repeats === 'few') {
      this.#known = Array.from({ length: slots }, () => undefined);
      this.#knownBytes = new Uint8Array(slots * longest);
      this.#knownLength = new Uint8Array(slots);
    }
  }

  /** Adds the text that lies at these places; a start below 0 is NULL. */
  add(bytes: Uint8Array, start: number, end: number): void {
    this.values.push(start < 0 ? null : this.#read(bytes, start, end));
  }

  #read(bytes: Uint8Array, start: number, end: number): string {
    const [known, knownBytes, knownLength] = [this.#known, this.#knownBytes, this.#knownLength];
    const length = end - start;
    if (known === undefined || knownBytes === undefined || knownLength === undefined || length > longest) {
      return this.#decode(bytes, start, end);
    }
    const slot = slotOf(bytes, start, end);
    const found = known[slot];
    if (
      found !== undefined &&
      knownLength[slot] === length &&
      isSame(knownBytes, slot * longest, bytes, start, length)
    ) {
      return found;
    }
    const text = this.#decode(bytes, start, end);
    known[slot] = text;
    knownLength[slot] = length;
    knownBytes.set(bytes.subarray(start, end), slot * longest);
    return text;
  }

  #decode(bytes: Uint8Array, start: number, end: number): string {
    if (this.#chunk !== bytes) {
      this.#chunk = bytes;
      this.#reader = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    return this.#reader.toString('utf8', start, end);
  }
}

function isSame(known: Uint8Array, from: number, bytes: Uint8Array, start: number, length: number): boolean {
  for (let at = 0; at < length; at += 1) {
    if (known[from + at] !== bytes[start + at]) {
      return false;
    }
  }
  return true;
}

/** FNV-1a. */
function slotOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) {
    hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) & (slots - 1);
}
