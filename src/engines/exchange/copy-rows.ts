import { type CopyTarget, type CopyValue, copyLine, type Session } from '#core/db';

const chunkCharacters = 1 << 18;

/** Copies rows that are already in memory: chunks are made in one go, without a wait between rows. */
export function copyRows(session: Session, target: CopyTarget, rows: Iterable<readonly CopyValue[]>): Promise<number> {
  return session.copyInText(target, chunksOf(rows));
}

async function* chunksOf(rows: Iterable<readonly CopyValue[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for (const row of rows) {
    text += copyLine(row);
    if (text.length >= chunkCharacters) {
      yield encoder.encode(text);
      text = '';
    }
  }
  yield encoder.encode(text);
}
