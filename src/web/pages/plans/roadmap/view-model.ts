import type { RoadmapRowShown } from '#contracts/plans';

/** `2024: 9 → 2025: 7`, the years that were evaluated only. */
export function failingText({ failing }: Pick<RoadmapRowShown, 'failing'>): string | null {
  const known = failing.filter(({ value }) => value !== null);
  return known.length === 0 ? null : known.map(({ year, value }) => `${year}: ${value}`).join(' → ');
}

export function countRows(rows: readonly RoadmapRowShown[]): { total: number; set: number; slipping: number } {
  return {
    total: rows.length,
    set: rows.filter(({ entry }) => entry !== null).length,
    slipping: rows.filter(({ standing }) => standing === 'slipping' || standing === 'missed').length,
  };
}

/** Who set the year: the county by its name, an area above it by its code; null where nobody did. */
export function setterOf({ county, entry }: RoadmapRowShown): string | null {
  return entry === null ? null : entry.setBy === county.code ? county.name : entry.setBy;
}
