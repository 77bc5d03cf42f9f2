import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceHash, type GreyImage, hashDistance } from './index.ts';

const picture = fc
  .record({ width: fc.integer({ min: 9, max: 40 }), height: fc.integer({ min: 8, max: 40 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: width * height, maxLength: width * height })
      .map((brightness): GreyImage => ({ width, height, brightness })),
  );

/** Each pixel as a square of so many. */
function enlarged({ width, height, brightness }: GreyImage, times: number): GreyImage {
  const large = new Uint8Array(width * height * times * times);
  for (let y = 0; y < height * times; y += 1) {
    for (let x = 0; x < width * times; x += 1) {
      large[y * width * times + x] = brightness[Math.floor(y / times) * width + Math.floor(x / times)] ?? 0;
    }
  }
  return { width: width * times, height: height * times, brightness: large };
}

test('a picture that grows brighter to the right has every bit, to the left none', () => {
  const brightness = Uint8Array.from({ length: 72 }, (_, at) => (at % 9) * 20);
  expect(differenceHash({ width: 9, height: 8, brightness })).toBe('ffffffffffffffff');
  expect(differenceHash({ width: 9, height: 8, brightness: brightness.map((value) => 255 - value) })).toBe(
    '0000000000000000',
  );
});

test('by hand: of exactly 9 × 8 pixels every cell is a pixel', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 72, maxLength: 72 }), (brightness) => {
      let bits = '';
      for (let row = 0; row < 8; row += 1) {
        for (let column = 0; column < 8; column += 1) {
          bits += (brightness[row * 9 + column] ?? 0) < (brightness[row * 9 + column + 1] ?? 0) ? '1' : '0';
        }
      }
      expect(differenceHash({ width: 9, height: 8, brightness })).toBe(
        BigInt(`0b${bits}`).toString(16).padStart(16, '0'),
      );
    }),
  );
});

test('enlarging changes at most cells that are alike to rounding', () => {
  fc.assert(
    fc.property(picture, fc.integer({ min: 2, max: 3 }), (given, times) => {
      expect(hashDistance(differenceHash(given), differenceHash(enlarged(given, times)))).toBeLessThanOrEqual(4);
    }),
  );
});

test('the distance counts bits, is symmetrical and keeps the triangle', () => {
  const hash = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((bits) => bits.toString(16).padStart(16, '0'));
  fc.assert(
    fc.property(hash, hash, hash, (a, b, c) => {
      expect(hashDistance(a, a)).toBe(0);
      expect(hashDistance(a, b)).toBe(hashDistance(b, a));
      expect(hashDistance(a, c)).toBeLessThanOrEqual(hashDistance(a, b) + hashDistance(b, c));
    }),
  );
  expect(hashDistance('0000000000000000', 'f00000000000000f')).toBe(8);
});

test('what is no picture and no fingerprint is refused', () => {
  expect(() => differenceHash({ width: 2, height: 2, brightness: new Uint8Array(3) })).toThrow(RangeError);
  expect(() => differenceHash({ width: 0, height: 2, brightness: new Uint8Array(0) })).toThrow(RangeError);
  expect(() => hashDistance('xyz', '0000000000000000')).toThrow(RangeError);
});
