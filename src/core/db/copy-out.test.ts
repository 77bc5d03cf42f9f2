import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import type { Connection } from 'pg';
import { expect, test } from 'vitest';
import { CopyOut } from './copy-out.ts';

const framed = (kind: string, content: Uint8Array): Buffer => {
  const head = Buffer.from(`${kind}....`);
  head.writeUInt32BE(content.byteLength + 4, 1);
  return Buffer.concat([head, content]);
};

/** What a server sends is cut by the network anywhere. */
const cutAt = (bytes: Buffer, cuts: readonly number[]): Buffer[] => {
  const places = [0, ...cuts.map((cut) => cut % bytes.byteLength).sort((a, b) => a - b), bytes.byteLength];
  // Each piece has memory of its own, as what a socket gives: the rows are pushed together in place.
  return places.slice(1).map((end, index) => Buffer.from(bytes.subarray(places[index], end)));
};

const row = fc.oneof(
  { weight: 9, arbitrary: fc.uint8Array({ maxLength: 40 }) },
  fc.uint8Array({ minLength: 900, maxLength: 2000 }),
);

test('the rows come out whole and in order, and the rest goes to the client, wherever the bytes were cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 60 }), fc.array(fc.nat(), { maxLength: 40 }), async (rows, cuts) => {
      const stream = new PassThrough();
      const client: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => client.push(chunk));
      const copy = new CopyOut('COPY x TO STDOUT');
      copy.submit({ stream, query: () => {} } as unknown as Connection);
      const notice = framed('N', Buffer.from('notice'));
      const after = Buffer.concat([
        framed('c', Buffer.alloc(0)),
        framed('C', Buffer.from('COPY 2\0')),
        framed('Z', Buffer.from('I')),
      ]);
      const sent = Buffer.concat([framed('H', Buffer.alloc(5)), notice, ...rows.map((one) => framed('d', one)), after]);
      for (const piece of cutAt(sent, cuts)) stream.write(piece);
      stream.once('end', () => copy.handleReadyForQuery());
      stream.end();
      const blocks: Uint8Array[] = [];
      for await (const block of copy) blocks.push(Buffer.from(block));
      expect(Buffer.concat(blocks).equals(Buffer.concat(rows))).toBe(true);
      expect(Buffer.concat(client).equals(Buffer.concat([notice, after]))).toBe(true);
    }),
  );
});

test('a refusal of the server reaches the reader', async () => {
  const stream = new PassThrough();
  const copy = new CopyOut('COPY x TO STDOUT');
  stream.on('data', () => copy.handleError(new Error('no such table')));
  copy.submit({ stream, query: () => {} } as unknown as Connection);
  stream.write(framed('E', Buffer.from('no such table')));
  await expect(copy[Symbol.asyncIterator]().next()).rejects.toThrow('no such table');
});
