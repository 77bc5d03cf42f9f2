import { type CopyTarget, type CopyValue, CopyWriter, type Session } from '#core/db';

type Rows = Iterable<readonly CopyValue[]>;

const rowsAChunk = 2_048;

/** Copies rows that are already in memory: chunks are made in one go, without a wait between rows. */
export function copyRows(session: Session, target: CopyTarget, rows: Rows): Promise<number> {
  return copyChunks(session, target, inChunks(rows));
}

/** Copies groups of rows as they come, one group at a time. */
export function copyChunks(session: Session, target: CopyTarget, groups: Iterable<Rows>): Promise<number> {
  return session.copyInText(target, encode(groups));
}

async function* encode(groups: Iterable<Rows>): AsyncGenerator<Uint8Array> {
  const writer = new CopyWriter();
  for (const rows of groups) {
    for (const row of rows) {
      writer.add(row);
    }
    if (writer.byteLength > 0) {
      yield writer.take();
    }
  }
}

function* inChunks(rows: Rows): Generator<Rows> {
  let chunk: (readonly CopyValue[])[] = [];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length === rowsAChunk) {
      yield chunk;
      chunk = [];
    }
  }
  yield chunk;
}
