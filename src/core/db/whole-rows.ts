const lineFeed = 10;

/**
 * Regroups bytes of COPY text into pieces of about `targetBytes` that end between rows.
 *
 * @remarks A raw line feed always ends a row: inside a value COPY writes it as `\n`.
 */
export async function* wholeRows(source: AsyncIterable<Uint8Array>, targetBytes: number): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  for await (const chunk of source) {
    held.push(chunk);
    heldBytes += chunk.byteLength;
    if (heldBytes >= targetBytes) {
      const bytes = joinBytes(held, heldBytes);
      const end = bytes.lastIndexOf(lineFeed) + 1;
      if (end > 0) {
        yield bytes.slice(0, end);
        held = [bytes.slice(end)];
        heldBytes = bytes.byteLength - end;
      }
    }
  }
  if (heldBytes > 0) {
    yield joinBytes(held, heldBytes);
  }
}

/** One array of all pieces, in order. */
export function joinBytes(pieces: readonly Uint8Array[], totalBytes: number): Uint8Array {
  const bytes = new Uint8Array(totalBytes);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes;
}
