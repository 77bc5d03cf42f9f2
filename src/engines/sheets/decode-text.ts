import { isUtf8 } from 'node:buffer';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Finds how a text file is encoded: by its mark, by its shape, else UTF-8 where it is valid and GB18030 where it is not. */
export function detectEncoding(bytes: Uint8Array): TextEncodingName {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return 'utf-16le';
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return 'utf-16be';
  }
  const [even, odd, pairs] = zeroBytes(bytes.subarray(0, 4096));
  if (odd > pairs / 4 && even < pairs / 16) {
    return 'utf-16le';
  }
  if (even > pairs / 4 && odd < pairs / 16) {
    return 'utf-16be';
  }
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}

/** A text has no zero bytes, save UTF-16; anything else with zeros is not a table of text. */
export function looksBinary(bytes: Uint8Array, encoding: TextEncodingName): boolean {
  return !encoding.startsWith('utf-16') && bytes.subarray(0, 65_536).includes(0);
}

/** Decodes in pieces, so that a large file never stands in memory twice. A mark at the start is left out. */
export function* decodePieces(bytes: Uint8Array, encoding: TextEncodingName, pieceBytes = 1 << 20): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    yield decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true });
  }
  yield decoder.decode();
}

function zeroBytes(bytes: Uint8Array): [even: number, odd: number, pairs: number] {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 0) {
      if (at % 2 === 0) {
        even++;
      } else {
        odd++;
      }
    }
  }
  return [even, odd, bytes.length / 2];
}
