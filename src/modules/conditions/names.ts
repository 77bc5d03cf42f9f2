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

/** In what figures are counted, by the id of an indicator, rule or attested item; what is missing is a plain number. */
export interface FigureUnits {
  /** Figures of a school. */
  readonly school: ReadonlyMap<string, string>;
  /** Figures of an area: for what schools must meet, the share of schools that do. */
  readonly area: ReadonlyMap<string, string>;
}

export function unitsOf({ indicators, schoolRules, attested }: StandardDefinition): FigureUnits {
  return {
    school: new Map(indicators.map(({ id, unit }) => [id, unit])),
    area: new Map([
      ...indicators.map(({ id, unit, scope }) => [id, scope === 'area' ? unit : 'share'] as const),
      ...schoolRules.map(({ id }) => [id, 'share'] as const),
      ...attested.flatMap(({ id, unit }) => (unit === null ? [] : [[id, unit] as const])),
    ]),
  };
}
