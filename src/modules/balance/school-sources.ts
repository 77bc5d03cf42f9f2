import { readUnitFacts } from '#engines/facts';
import type { StageOrAll } from '#standards';
import type { SchoolCard, SourceCell } from './contract.ts';
import type { AreaEvaluation, BalanceDoors } from './evaluate-area.ts';
import { cellOf } from './source-cell.ts';

/** The registry's words about a school, and the cell behind each of its figures. */
export async function sourcesOf(
  { database, registry }: BalanceDoors,
  { head }: AreaEvaluation,
  id: string,
): Promise<{ school: SchoolCard['school']; sourceOf: (measure: string, stage: StageOrAll) => SourceCell | null }> {
  const { unit } = await registry.unit(head.area.code, id);
  const facts = await readUnitFacts(database, unit.county, id, head.schoolYear);
  const cells = new Map(facts.map((fact) => [`${fact.measure}@${fact.stage}`, cellOf(fact)]));
  const {
    name,
    county,
    identifier,
    category,
    kind,
    ownership,
    urbanRural,
    boarding,
    yearBuilt,
    township,
    group,
    lng,
    lat,
  } = unit;
  return {
    school: {
      unit: id,
      name,
      county,
      identifier,
      category,
      kind,
      ownership,
      urbanRural,
      boarding,
      yearBuilt,
      township,
      group,
      lng,
      lat,
    },
    sourceOf: (measure, stage) => cells.get(`${measure}@${stage}`) ?? null,
  };
}
