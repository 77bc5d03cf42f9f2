import { createHash } from 'node:crypto';

export interface Drawable {
  readonly unit: string;
  /** Schools are drawn from each group in proportion to its size. */
  readonly group: string;
}

/**
 * Draws schools for visits, so that anyone can draw the same from the published list and seed: in each group schools stand in the
 * order of SHA-256 of `seed`, a line feed and the school's id; the places go to the groups by largest remainder, ties to the group
 * whose name comes first.
 *
 * @returns at most `size` schools, group by group, in the order drawn
 * @example drawSample([{ unit: 'a', group: 'primary' }, { unit: 'b', group: 'junior' }], 1, '2026-11-21 draw')
 */
export function drawSample(schools: readonly Drawable[], size: number, seed: string): readonly Drawable[] {
  const groups = [...Map.groupBy(schools, ({ group }) => group)].sort(([a], [b]) => (a < b ? -1 : 1));
  const places = Math.min(size, schools.length);
  const shares = groups.map(([name, members]) => {
    const exact = (places * members.length) / schools.length;
    return { name, members, whole: Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  let left = places - shares.reduce((sum, { whole }) => sum + whole, 0);
  const byRest = shares.toSorted((a, b) => b.rest - a.rest || (a.name < b.name ? -1 : 1));
  const extra = new Set<string>();
  for (const { name } of byRest) {
    if (left === 0) break;
    extra.add(name);
    left -= 1;
  }
  return shares.flatMap(({ name, members, whole }) =>
    members
      .map((school) => ({ school, mark: createHash('sha256').update(`${seed}\n${school.unit}`).digest('hex') }))
      .sort((a, b) => (a.mark < b.mark ? -1 : 1))
      .slice(0, whole + (extra.has(name) ? 1 : 0))
      .map(({ school }) => school),
  );
}
