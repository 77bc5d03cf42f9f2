/** A seeded stream of numbers: the same path gives the same stream, whatever was drawn elsewhere. */
export interface Random {
  /** 0 (included) to 1 (excluded). */
  share(): number;
  /** A real number between the two. */
  between(low: number, high: number): number;
  /** A whole number between the two, both included. */
  whole(low: number, high: number): number;
  /** True in that share of draws. */
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** exp(spread × a standard normal draw), cut at three spreads: a factor around 1. */
  factor(spread: number): number;
}

/**
 * Opens the stream of a path, such as seed, county, school, year.
 *
 * @source sfc32 by C. Doty-Humphrey (PractRand), seeded through a 32-bit mixer.
 */
export function openRandom(...path: readonly number[]): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  for (const step of path) {
    a = mix(a ^ step);
    b = mix(b + a + Math.imul(step, 0x85ebca6b));
    c = mix(c ^ b);
  }
  let counter = 1;
  const share = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let warm = 0; warm < 12; warm++) share();
  const between = (low: number, high: number) => low + (high - low) * share();
  return {
    share,
    between,
    whole: (low, high) => low + Math.floor((high - low + 1) * share()),
    chance: (probability) => share() < probability,
    pick: (list) => list[Math.floor(share() * list.length)] ?? list[0],
    factor: (spread) => {
      const normal = Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
      return Math.exp(spread * Math.max(-3, Math.min(3, normal)));
    },
  };
}

function mix(h: number): number {
  let x = h | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}
