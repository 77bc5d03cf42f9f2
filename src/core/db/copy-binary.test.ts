import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forEachTuple } from './copy-binary.ts';
import type { Database } from './database.ts';
import { quoteText } from './session.ts';
import { testEngines } from './test-engines.ts';

async function* inPieces(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    for (let at = 0; at < chunk.byteLength; at += size) {
      yield chunk.subarray(at, at + size);
    }
  }
}

describe.each(testEngines)('binary copy on $engine', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test.each([1, 7, 65_536])('rows arrive whole in pieces of %i bytes', async (size) => {
    const rows: [string | null, number][] = [];
    const decoder = new TextDecoder();
    const query = `SELECT CASE WHEN n % 3 = 0 THEN NULL ELSE '校' || n END, n::float8 / 7 FROM generate_series(1, 500) n`;
    await forEachTuple(inPieces(database.copyOut(query, 'binary'), size), 2, ({ bytes, view, starts, ends }) => {
      const [start = -1, valueAt = 0] = starts;
      rows.push([start < 0 ? null : decoder.decode(bytes.subarray(start, ends[0])), view.getFloat64(valueAt)]);
    });
    expect(rows).toEqual(
      Array.from({ length: 500 }, (_, index) => [(index + 1) % 3 === 0 ? null : `校${index + 1}`, (index + 1) / 7]),
    );
  });

  test('a quoted text is the same text', async () => {
    const awkward = `a'b\\c''\n"d`;
    const [row] = await database.query<{ text: string }>(`SELECT ${quoteText(awkward)} AS text`);
    expect(row?.text).toBe(awkward);
  });
});
