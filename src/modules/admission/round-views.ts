import { parse } from 'yaml';
import type { LocalText } from '#core/locale';
import type { Publication, PublicRound } from './contract.ts';
import { admissionErrors } from './errors.ts';
import type { PublicationRow, RoundRow } from './model.ts';
import { hashOfRules } from './read-rules.ts';
import { type AdmissionRules, rulesSchema } from './rules-schema.ts';

const read = new Map<string, AdmissionRules>();
const mostKept = 200;

/** The rules a round runs on: the one version it was published with. @throws DomainError `admission.rulesChanged` where the text is another */
export function rulesOf({ content, rules_hash: frozen }: Pick<RoundRow, 'content' | 'rules_hash'>): AdmissionRules {
  const now = hashOfRules(content);
  if (now !== frozen) throw admissionErrors.rulesChanged({ frozen: frozen.slice(0, 16), now: now.slice(0, 16) });
  const known = read.get(frozen);
  if (known !== undefined) return known;
  const rules = rulesSchema.parse(parse(content));
  if (read.size >= mostKept) read.clear();
  read.set(frozen, rules);
  return rules;
}

/** Whether a request that arrived at this instant may change an application. */
export function isOpen({ state, apply_from, apply_until }: RoundRow, at: Date): boolean {
  return state === 'applying' && apply_from <= at && at <= apply_until;
}

const announcedStates = ['announced', 'registered'];

/** Whether families may see where a child was placed. */
export function isAnnounced({ state }: Pick<RoundRow, 'state'>): boolean {
  return announcedStates.includes(state);
}

export function publicRoundOf(row: RoundRow, area: PublicRound['area'], at: Date): PublicRound {
  const rules = rulesOf(row);
  return {
    id: row.id,
    area,
    name: rules.name,
    basis: rules.basis.document,
    stage: rules.stage,
    schoolYear: rules.schoolYear,
    state: row.state,
    isOpen: isOpen(row, at),
    applyFrom: row.apply_from.toISOString(),
    applyUntil: row.apply_until.toISOString(),
    announceOn: rules.dates.announceOn,
    registerUntil: rules.dates.registerUntil,
    seats: rules.schools.reduce((sum, { seats }) => sum + seats, 0),
    invented: rules.basis.invented,
  };
}

export function schoolsOf(rules: AdmissionRules, names: ReadonlyMap<string, string>) {
  return rules.schools.map(({ unit, kind, seats }) => ({
    unit,
    name: names.get(unit) ?? unit,
    kind,
    seats,
    zones: rules.zones.filter(({ schools }) => schools.includes(unit)).map(({ id }) => id),
  }));
}

export function publicationOf(row: PublicationRow): Publication {
  return {
    edition: row.edition,
    kind: row.kind,
    at: row.published_at.toISOString(),
    reason: row.reason,
    files: Object.entries(row.files).map(([name, text]) => ({ name, bytes: Buffer.byteLength(text) })),
  };
}

/** How a name of the rules reads. */
export function nameIn(
  named: readonly { readonly id: string; readonly name: LocalText }[],
  id: string | null,
): { zh: string; en: string } | null {
  const found = named.find((one) => one.id === id);
  return found === undefined ? null : { ...found.name };
}
