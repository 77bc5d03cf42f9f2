/** One piece of an archive: a line that says what it is, then as many bytes as it says. */
export interface Frame {
  readonly head: FrameHead;
  readonly bytes: Uint8Array;
}

export type FrameHead =
  | {
      readonly kind: 'begin';
      readonly format: 'junheng-backup';
      readonly version: 1;
      readonly madeAt: string;
      readonly engine: string;
      readonly migrations: readonly { readonly id: string; readonly sha256: string }[];
    }
  | { readonly kind: 'table'; readonly table: string; readonly columns: readonly string[] }
  | { readonly kind: 'rows'; readonly table: string }
  | { readonly kind: 'file'; readonly sha256: string }
  | { readonly kind: 'end'; readonly tables: Readonly<Record<string, TableSeal>>; readonly files: number };

/** What a table must be after a restore. */
export interface TableSeal {
  readonly rows: number;
  readonly sha256: string;
}

const lineFeed = 10;

/** Writes a frame as bytes. */
export function* frameBytes(head: FrameHead, bytes: Uint8Array = new Uint8Array(0)): Generator<Uint8Array> {
  yield new TextEncoder().encode(`${JSON.stringify({ ...head, bytes: bytes.byteLength })}\n`);
  if (bytes.byteLength > 0) {
    yield bytes;
  }
}

/**
 * Reads frames from bytes cut anywhere.
 *
 * @throws SyntaxError or RangeError where the bytes are no archive or end too early
 */
export async function* readFrames(source: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0);
  let head: (FrameHead & { readonly bytes: number }) | undefined;
  for await (const chunk of source) {
    held = held.byteLength === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk]);
    for (;;) {
      if (head === undefined) {
        const end = held.indexOf(lineFeed);
        if (end < 0) {
          break;
        }
        head = JSON.parse(held.toString('utf8', 0, end)) as FrameHead & { readonly bytes: number };
        held = held.subarray(end + 1);
      }
      if (held.byteLength < head.bytes) {
        break;
      }
      yield { head, bytes: held.subarray(0, head.bytes) };
      held = held.subarray(head.bytes);
      head = undefined;
    }
  }
  if (head !== undefined || held.byteLength > 0) {
    throw new RangeError('the archive ends in the middle of a frame');
  }
}
