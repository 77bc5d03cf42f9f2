const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * An identifier that sorts by the time it was made: 10 characters of milliseconds, then 16 of chance (128 bits, Crockford's base 32).
 *
 * @param at the instant it is made
 * @param random 10 random bytes
 * @example newId(new Date(), crypto.getRandomValues(new Uint8Array(10))) // '01kb2c…'
 */
export function newId(at: Date = new Date(), random: Uint8Array = crypto.getRandomValues(new Uint8Array(10))): string {
  let milliseconds = at.getTime();
  let time = '';
  for (let digit = 0; digit < 10; digit += 1) {
    time = alphabet.charAt(milliseconds % 32) + time;
    milliseconds = Math.floor(milliseconds / 32);
  }
  let bits = 0n;
  for (const byte of random) {
    bits = (bits << 8n) | BigInt(byte);
  }
  let chance = '';
  for (let digit = 0; digit < 16; digit += 1) {
    chance = alphabet.charAt(Number(bits & 31n)) + chance;
    bits >>= 5n;
  }
  return time + chance;
}
