/** A column of texts read from bytes; a text like the one before is not decoded again. */
export class TextColumn {
  readonly values: (string | null)[] = [];
  #last: string | null = null;
  #lastBytes: Uint8Array = new Uint8Array(0);
  #lastStart = 0;
  #lastEnd = 0;
  #chunk: Uint8Array | undefined;
  #reader: Buffer = Buffer.alloc(0);

  /** Adds the text that lies at these places; a start below 0 is NULL. */
  add(bytes: Uint8Array, start: number, end: number): void {
    if (start < 0) {
      this.values.push(null);
      return;
    }
    if (this.#last === null || !this.#isLast(bytes, start, end)) {
      this.#last = this.#read(bytes, start, end);
    }
    this.#lastBytes = bytes;
    this.#lastStart = start;
    this.#lastEnd = end;
    this.values.push(this.#last);
  }

  #read(bytes: Uint8Array, start: number, end: number): string {
    if (this.#chunk !== bytes) {
      this.#chunk = bytes;
      this.#reader = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    return this.#reader.toString('utf8', start, end);
  }

  #isLast(bytes: Uint8Array, start: number, end: number): boolean {
    const last = this.#lastBytes;
    if (this.#lastEnd - this.#lastStart !== end - start) {
      return false;
    }
    for (let at = start, from = this.#lastStart; at < end; at += 1, from += 1) {
      if (last[from] !== bytes[at]) {
        return false;
      }
    }
    return true;
  }
}
