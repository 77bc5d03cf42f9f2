export type CopyValue = string | number | boolean | null | undefined | readonly string[];

const chunkBytes = 1 << 18;
const [tab, lineFeed, carriageReturn, backslash] = [0x09, 0x0a, 0x0d, 0x5c];

/**
 * Writes rows in PostgreSQL's COPY text format, in chunks of about a quarter of a megabyte that end between rows.
 *
 * @remarks `null` and `undefined` become SQL NULL; an array of strings becomes a `text[]`. Numbers keep every digit.
 */
export async function* copyText(
  rows: AsyncIterable<readonly CopyValue[]> | Iterable<readonly CopyValue[]>,
): AsyncGenerator<Uint8Array> {
  const writer = new CopyWriter();
  for await (const row of rows) {
    writer.add(row);
    if (writer.byteLength >= chunkBytes) {
      yield writer.take();
    }
  }
  if (writer.byteLength > 0) {
    yield writer.take();
  }
}

/**
 * Rows as bytes of COPY text.
 *
 * @remarks Byte by byte: putting a row's cells together as a string first, only to encode it, costs twice the time of the rest.
 */
export class CopyWriter {
  #bytes = Buffer.allocUnsafeSlow(chunkBytes * 2);
  #length = 0;

  get byteLength(): number {
    return this.#length;
  }

  add(row: readonly CopyValue[]): void {
    for (let column = 0; column < row.length; column += 1) {
      if (column > 0) {
        this.#put(tab);
      }
      this.#cell(row[column]);
    }
    this.#put(lineFeed);
  }

  /** The rows since the last time, in memory of their own. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#bytes = Buffer.allocUnsafeSlow(Math.max(chunkBytes, this.#length) * 2);
    this.#length = 0;
    return taken;
  }

  #cell(value: CopyValue): void {
    if (typeof value === 'string') {
      this.#text(value);
    } else if (typeof value === 'number') {
      this.#text(String(value));
    } else if (value === null || value === undefined) {
      this.#text('\\N', false);
    } else {
      this.#text(typeof value === 'boolean' ? (value ? 't' : 'f') : arrayLiteral(value));
    }
  }

  #put(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  #text(text: string, isEscaped = true): void {
    // UTF-8 takes at most three bytes for each UTF-16 unit, and an escape two.
    this.#reserve(text.length * 3);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      const isSpecial = unit === backslash || unit === lineFeed || unit === carriageReturn || unit === tab;
      if ((isSpecial && isEscaped) || (unit >= 0xd800 && unit < 0xe000)) {
        this.#length += bytes.write(isEscaped ? escapeCell(text) : text, this.#length);
        return;
      }
      if (unit < 0x80) {
        bytes[at++] = unit;
      } else if (unit < 0x800) {
        bytes[at++] = 0xc0 | (unit >> 6);
        bytes[at++] = 0x80 | (unit & 0x3f);
      } else {
        bytes[at++] = 0xe0 | (unit >> 12);
        bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
        bytes[at++] = 0x80 | (unit & 0x3f);
      }
    }
    this.#length = at;
  }

  #reserve(count: number): void {
    if (this.#length + count > this.#bytes.byteLength) {
      const grown = Buffer.allocUnsafeSlow((this.#length + count) * 2);
      grown.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = grown;
    }
  }
}

function escapeCell(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
}

function arrayLiteral(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;
}
