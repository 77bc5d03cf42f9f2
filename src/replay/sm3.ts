import { pad, toBytes } from './sha256.ts';

const start = Uint32Array.of(
  0x7380166f,
  0x4914b2b9,
  0x172442d7,
  0xda8a0600,
  0xa96f30bc,
  0x163138aa,
  0xe38dee4d,
  0xb0fb0e4e,
);

const constants = Int32Array.from({ length: 64 }, (_, j) => turn(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32));

/**
 * SM3 of bytes, 32 bytes.
 *
 * @source GB/T 32905-2016
 */
export function sm3(message: Uint8Array): Uint8Array {
  const state = start.slice();
  const words = new Uint32Array(68);
  const padded = pad(message);
  const view = new DataView(padded.buffer);
  for (let at = 0; at < padded.length; at += 64) {
    for (let j = 0; j < 16; j++) words[j] = view.getUint32(at + 4 * j);
    for (let j = 16; j < 68; j++) {
      const mixed = (words[j - 16] as number) ^ (words[j - 9] as number) ^ turn(words[j - 3] as number, 15);
      const spread = mixed ^ turn(mixed, 15) ^ turn(mixed, 23);
      words[j] = spread ^ turn(words[j - 13] as number, 7) ^ (words[j - 6] as number);
    }
    mix(state, words);
  }
  return toBytes(state);
}

function mix(state: Uint32Array, words: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let j = 0; j < 64; j++) {
    const isEarly = j < 16;
    const twelve = turn(a, 12);
    const one = turn((twelve + e + (constants[j] as number)) | 0, 7);
    const first = isEarly ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const second = isEarly ? e ^ f ^ g : (e & f) | (~e & g);
    const word = words[j] as number;
    const sumOne = (first + d + (one ^ twelve) + (word ^ (words[j + 4] as number))) | 0;
    const sumTwo = (second + h + one + word) | 0;
    d = c;
    c = turn(b, 9);
    b = a;
    a = sumOne;
    h = g;
    g = turn(f, 19);
    f = e;
    e = sumTwo ^ turn(sumTwo, 9) ^ turn(sumTwo, 17);
  }
  [a, b, c, d, e, f, g, h].forEach((value, k) => (state[k] = (state[k] as number) ^ value));
}

function turn(word: number, by: number): number {
  return by === 0 ? word : (word << by) | (word >>> (32 - by));
}
