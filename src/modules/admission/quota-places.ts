import type { AdmissionRules } from './rules-schema.ts';

/**
 * Places of a senior school given to each junior school: in proportion to its graduates, rural ones weighing more, by largest
 * remainder; of equal remainders the junior school that stands first in the rules.
 *
 * @param seats the school's plan; `share` of it, rounded up, is given
 * @returns per junior school its places; they add up to ⌈seats × share⌉
 * @source 教督〔2017〕6号 (at least half, favouring rural schools); Hamilton's method
 * @example quotaPlaces(10, 0.5, [{ unit: 'a', pupils: 60, rural: false }, { unit: 'b', pupils: 40, rural: false }], 1) // a 3, b 2
 */
export function quotaPlaces(
  seats: number,
  share: number,
  graduates: AdmissionRules['graduates'],
  ruralFactor: number,
): ReadonlyMap<string, number> {
  const places = Math.ceil(seats * share - 1e-9);
  const weights = graduates.map(({ pupils, rural }) => pupils * (rural ? ruralFactor : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return new Map();
  const exact = weights.map((weight) => (places * weight) / total);
  const given = exact.map(Math.floor);
  const left = places - given.reduce((sum, n) => sum + n, 0);
  const byRemainder = exact
    .map((value, i) => ({ i, remainder: value - Math.floor(value) }))
    .sort((one, other) => other.remainder - one.remainder || one.i - other.i);
  for (const { i } of byRemainder.slice(0, left)) given[i] = (given[i] ?? 0) + 1;
  return new Map(graduates.map(({ unit }, i) => [unit, given[i] ?? 0]));
}
