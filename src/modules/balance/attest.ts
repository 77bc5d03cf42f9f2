import type { Audit } from '#core/audit';
import type { Database } from '#core/db';
import { type AttestedDefinition, fromShown, shownUnit, toShown } from '#standards';
import type { AttestationItem, Attestations } from './contract.ts';
import { balanceErrors } from './errors.ts';
import type { AreaEvaluation } from './evaluate-area.ts';
import { deleteAttestation, putAttestation } from './repository.ts';

/** A number without a unit. */
const plain = '1';

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
        unit: item.unit === null ? null : shownUnit(item.unit).words,
        decimals: item.decimals,
        range: item.range === null ? null : shownRange(item.range, item.unit ?? plain),
        threshold: shownAnswer(item, item.threshold),
        answer: shownAnswer(item, row?.answer ?? null),
        evidence: row?.evidence ?? '',
        by: row?.by_person ?? null,
        at: row?.at.toISOString() ?? null,
        verdict: result?.verdict ?? 'noData',
      };
    });
  return { ...head, items };
}

/**
 * Keeps or (null) takes back an answer; a number is given in the unit the item is shown in, such as per cent.
 *
 * @throws DomainError `balance.itemNotFound`, `balance.notACounty`, `balance.answerRefused`, `balance.answerOutOfRange`, `balance.answerNotWhole`
 */
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
  const answer = storedAnswer(item, given.answer);
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

/** The answer as it is stored and judged. */
function storedAnswer(item: AttestedDefinition, given: boolean | number | null): boolean | number | null {
  if (given === null) return null;
  if (typeof given !== answerKind(item)) throw balanceErrors.answerRefused({ item: item.words });
  if (typeof given === 'boolean') return given;
  const unit = item.unit ?? plain;
  const answer = fromShown(given, unit);
  if (item.range !== null && (answer < item.range[0] || answer > item.range[1])) {
    const [least, most] = shownRange(item.range, unit);
    throw balanceErrors.answerOutOfRange({ item: item.words, given, least, most, unit: shownUnit(unit).words });
  }
  if (item.decimals === 0 && !Number.isInteger(given)) throw balanceErrors.answerNotWhole({ item: item.words, given });
  return answer;
}

/** An answer or a line in the unit it is shown in. */
function shownAnswer<T extends boolean | number | null>({ unit }: AttestedDefinition, stored: T): T | number {
  return typeof stored === 'number' ? toShown(stored, unit ?? plain) : stored;
}

function shownRange([least, most]: readonly [number, number], unit: string): [number, number] {
  return [toShown(least, unit), toShown(most, unit)];
}

function answerKind({ threshold }: AttestedDefinition): 'boolean' | 'number' {
  return threshold === null ? 'boolean' : 'number';
}
