import { masks } from '#core/personal';
import type { Written } from './check-application.ts';
import type { Application, ApplicationChild, ChildResult } from './contract.ts';
import type { AdmissionDoors } from './doors.ts';
import type { ApplicationRow, ChildRow, RoundRow } from './model.ts';
import { applicationFields, childFields } from './personal-fields.ts';
import { newestResults, type ResultRow } from './result-repository.ts';
import { isAnnounced, isOpen, nameIn, rulesOf } from './round-views.ts';
import type { AdmissionRules } from './rules-schema.ts';

interface Shown {
  readonly row: ApplicationRow;
  readonly round: RoundRow;
  readonly children: readonly ChildRow[];
  readonly written: Written;
  readonly at: Date;
}

/** An application as its guardian sees it: whole while it is written, masked once it is handed in. */
export async function showApplication(
  { database, registry }: Pick<AdmissionDoors, 'database' | 'registry'>,
  { row, round, children, written, at }: Shown,
): Promise<Application> {
  const rules = rulesOf(round);
  const names = await registry.schools(
    row.county_code,
    rules.schools.map(({ unit }) => unit),
  );
  const results = isAnnounced(round)
    ? await newestResults(
        database,
        { county: row.county_code, id: round.id },
        children.map(({ id }) => id),
      )
    : new Map<string, ResultRow>();
  const isDraft = row.state === 'draft';
  const shown = (kind: 'name' | 'identityNumber' | 'phone' | 'address' | 'birthDate', text: string) =>
    isDraft || text === '' ? text : masks[kind](text);
  return {
    id: row.id,
    area: row.county_code,
    round: {
      id: round.id,
      name: rules.name,
      stage: rules.stage,
      state: round.state,
      applyUntil: round.apply_until.toISOString(),
      isOpen: isOpen(round, at),
    },
    state: row.state,
    version: row.version,
    guardianName: shown('name', written.guardianName),
    guardianIdentity: shown('identityNumber', written.guardianIdentity),
    phone: shown('phone', written.phone),
    address: shown('address', written.address),
    zone: nameIn(rules.zones, row.zone),
    together: row.together,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    children: children.map((child, position): ApplicationChild => {
      const own = written.children[position];
      const result = results.get(child.id);
      return {
        id: child.id,
        token: child.token,
        name: shown('name', own?.name ?? ''),
        identity: shown('identityNumber', own?.identity ?? ''),
        birthDate: shown('birthDate', own?.birthDate ?? ''),
        category: child.claimed === '' ? null : child.claimed,
        categoryName: nameIn(rules.categories, child.category ?? child.claimed),
        choices: child.choices.map((unit) => ({ unit, name: names.get(unit) ?? unit })),
        check: child.checked,
        reason: child.checked === 'refused' ? child.reason : '',
        result: result === undefined ? null : showResult(rules, child, result, names),
      };
    }),
    purposes: purposes(),
  };
}

export function showResult(
  rules: AdmissionRules,
  child: Pick<ChildRow, 'category' | 'claimed'>,
  { how, school, choice, explained, reason }: ResultRow,
  names: ReadonlyMap<string, string>,
): ChildResult {
  return {
    school: school === null ? null : { unit: school, name: names.get(school) ?? school },
    how,
    choice,
    category: nameIn(rules.categories, child.category ?? child.claimed),
    rank: explained.rank,
    of: explained.of,
    number: explained.number,
    higher: explained.higher.map((one) => ({
      school: names.get(one.school) ?? one.school,
      lastCategory: nameIn(rules.categories, one.lastCategory),
      lastRank: one.lastRank,
      ownRank: one.ownRank,
      why: one.why,
    })),
    reason,
  };
}

/** What each personal field is kept for and how long, as the family is told. */
function purposes(): Application['purposes'] {
  return [applicationFields, childFields].flatMap(({ fields }) =>
    Object.entries(fields).map(([field, { purpose, keptYears }]) => ({ field, purpose: { ...purpose }, keptYears })),
  );
}
