import type { StandardDefinition, Words } from '#standards';

/** The names of everything in standards that has an id; of two with the same id the later holds. */
export function namesOf(standards: readonly StandardDefinition[]): ReadonlyMap<string, Words> {
  const named = standards.flatMap((standard) => [
    ...standard.parts,
    ...standard.parameters,
    ...standard.splits,
    ...standard.exclusions,
    ...standard.exceptions,
    ...standard.indicators,
    ...standard.schoolRules,
    ...standard.coefficients,
    ...standard.attested,
  ]);
  return new Map(named.map(({ id, words }) => [id, words]));
}
