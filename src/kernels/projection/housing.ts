/** A phase of a housing project. */
export interface HousingPhase {
  readonly district: number;
  readonly homes: number;
  /** First horizon with the homes handed over; negative = some years ago. */
  readonly horizon: number;
}

export interface HousingYield {
  /** Share of homes lived in, by years since the hand-over; the last one stays. */
  readonly occupancy: readonly number[];
  /** Pupils of each grade that a lived-in home holds. */
  readonly pupilsPerHome: readonly number[];
  /** Grades that no grade below feeds. */
  readonly entryGrades: readonly number[];
}

/**
 * Pupils whom housing brings, for `arrivals`: each year its new residents in every grade, and in entry grades the children of all residents, as
 * last year's have moved up.
 *
 * @returns `[(district * grades + grade) * horizons + horizon]`
 */
export function housingArrivals(
  phases: readonly HousingPhase[],
  { occupancy, pupilsPerHome, entryGrades }: HousingYield,
  districts: number,
  horizons: number,
): Float64Array {
  const grades = pupilsPerHome.length;
  const arrivals = new Float64Array(districts * grades * horizons);
  const livedIn = (since: number): number => (since < 0 ? 0 : (occupancy[Math.min(since, occupancy.length - 1)] ?? 1));
  for (const { district, homes, horizon: handedOver } of phases) {
    for (let horizon = 0; horizon < horizons; horizon++) {
      // who moved in before the first projected year is in the history already
      const before = livedIn(Math.max(horizon - 1, -1) - handedOver);
      const settled = livedIn(-1 - handedOver);
      const now = livedIn(horizon - handedOver);
      for (let grade = 0; grade < grades; grade++) {
        const moved = grade === 0 || entryGrades.includes(grade) ? now - settled : now - before;
        const at = (district * grades + grade) * horizons + horizon;
        arrivals[at] = (arrivals[at] as number) + homes * moved * (pupilsPerHome[grade] as number);
      }
    }
  }
  return arrivals;
}
