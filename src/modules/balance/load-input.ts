import type { Session } from '#core/db';
import type { Disagreement } from '#engines/facts';
import type { EvaluationInput } from '#standards';
import type { Registry } from './registry.ts';
import { type AttestationRow, listAttestations } from './repository.ts';

/** The inputs of one evaluation and what was read beside them. */
export interface LoadedInput {
  readonly input: EvaluationInput;
  readonly disagreements: readonly Disagreement[];
  readonly attestations: readonly AttestationRow[];
}

/** Reads everything an area reported in a school year and what was attested under a standard. */
export async function loadInput(
  session: Session,
  registry: Registry,
  asked: {
    readonly area: string;
    readonly schoolYear: number;
    readonly standard: string;
    readonly onRead?: ((share: number) => void) | undefined;
  },
): Promise<LoadedInput> {
  const { units, areas, disagreements } = await registry.frame(asked);
  const counties = areas.code.filter((_, row) => areas.level[row] === 'county');
  const attestations = await listAttestations(session, counties, asked.schoolYear, asked.standard);
  const attested = attestations.map(attestationOf);
  return { input: { schoolYear: asked.schoolYear, units, areas, attested }, disagreements, attestations };
}

function attestationOf(row: AttestationRow): EvaluationInput['attested'][number] {
  const { county_code: area, item, unit_id: unit, answer, evidence, by_person: by, at } = row;
  const given = { item, area, answer, evidence, by, on: at.toISOString().slice(0, 10) };
  return unit === '' ? given : { ...given, unit };
}
