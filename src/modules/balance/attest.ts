import type { Audit } from '#core/audit';
import type { Database } from '#core/db';
import type { AttestedDefinition } from '#standards';
import type { AttestationItem, Attestations } from './contract.ts';
import { balanceErrors } from './errors.ts';
import type { AreaEvaluation } from './evaluate-area.ts';
import { deleteAttestation, putAttestation } from './repository.ts';

/** Everything a person attests for an area, with what was answered so far. */
export function listAttestationItems(area: AreaEvaluation, unit: string): Attestations {
  const { head, entry, evaluated, attestations } = area;
  const results = evaluated.evaluation.areas.find((one) => one.area === area.area)?.attested ?? [];
  const items = entry.compiled.definition.attested
    .filter(({ scope }) => (unit === '' ? scope === 'area' : scope === 'school'))
    .map((item): AttestationItem => {
      const row = attestations.find(
        (one) => one.item === item.id && one.unit_id === unit && one.county_code === head.area.code,
      );
      const result = results.find((one) => one.item === item.id);
      return {
        item: item.id,
        part: item.part,
        kind: item.kind,
        name: item.words,
        clause: item.provenance.clause,
        answerKind: answerKind(item),
        unit: null,
        threshold: item.threshold,
        answer: row?.answer ?? null,
        evidence: row?.evidence ?? '',
        by: row?.by_person ?? null,
        at: row?.at.toISOString() ?? null,
        verdict: result?.verdict ?? 'noData',
      };
    });
  return { ...head, items };
}

/** Keeps or (null) takes back an answer. @throws DomainError `balance.itemNotFound`, `balance.answerRefused`, `balance.notACounty` */
export async function attest(
  { database, audit }: { readonly database: Database; readonly audit: Audit },
  area: AreaEvaluation,
  given: {
    readonly item: string;
    readonly unit: string;
    readonly answer: boolean | number | null;
    readonly evidence: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  const { head, entry } = area;
  const item = entry.compiled.definition.attested.find(({ id }) => id === given.item);
  if (head.area.level !== 'county') throw balanceErrors.notACounty({ area: head.area.code });
  if (item === undefined) throw balanceErrors.itemNotFound({ item: given.item, standard: head.standard.id });
  const key = {
    county: head.area.code,
    year: head.schoolYear,
    standard: head.standard.id,
    item: item.id,
    unit: given.unit,
  };
  const { answer } = given;
  if (answer !== null && typeof answer !== answerKind(item)) throw balanceErrors.answerRefused({ item: item.id });
  await database.transaction(async (session) => {
    if (answer === null) await deleteAttestation(session, key);
    else await putAttestation(session, key, { ...given, answer });
    await audit.append(session, {
      act: 'balance.attest',
      on: { kind: 'attestation', id: item.id, area: key.county, unit: key.unit },
      result: 'done',
      details: { year: key.year, standard: key.standard, answer },
    });
  });
}

function answerKind({ threshold }: AttestedDefinition): 'boolean' | 'number' {
  return threshold === null ? 'boolean' : 'number';
}
