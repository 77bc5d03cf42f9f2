/**
 * In how many of their 64 bits two fingerprints differ; up to about 6 they are taken for the same picture.
 *
 * @throws RangeError for anything but 16 hexadecimal digits
 */
export function hashDistance(one: string, other: string): number {
  if (!/^[0-9a-f]{16}$/.test(one) || !/^[0-9a-f]{16}$/.test(other)) {
    throw new RangeError('a fingerprint has 16 hexadecimal digits');
  }
  let differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  while (differing !== 0n) {
    differing &= differing - 1n;
    count += 1;
  }
  return count;
}
