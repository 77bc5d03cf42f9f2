import { parse } from 'yaml';
import { z } from 'zod';
import type { PlacedMistake } from './read-rules.ts';
import { type AdmissionRules, criteria } from './rules-schema.ts';

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const stage = z.enum(['kindergarten', 'primary', 'junior', 'senior']);

const limit = z.strictObject({
  id: z.string(),
  stages: z.array(stage).min(1),
  says: text,
  source: z.strictObject({
    document: z.string(),
    clause: z.string(),
    area: z.string().regex(/^\d{6}$/),
    validFrom: z.iso.date(),
    validTo: z.iso.date().optional(),
    confidence: z.enum(['verified', 'memory', 'secondary', 'own']),
  }),
  /** Exactly one of these says what is refused. */
  forbidsCriteria: z.array(z.enum(criteria)).optional(),
  forbidsClasses: z.array(z.enum(['key', 'fast'])).optional(),
  leastAge: z.int().optional(),
  leastQuotaShare: z.number().optional(),
  publicNeedsZone: z.literal(true).optional(),
  privateByLotteryOnly: z.literal(true).optional(),
});

/** A limit that the law sets to every rule file of the stages it names. */
export type LawLimit = z.output<typeof limit>;

/** Reads `policies/admission-law.yaml`. @throws ZodError where the shipped file is not as it should be */
export function readLaw(file: string): readonly LawLimit[] {
  return z.strictObject({ limits: z.array(limit) }).parse(parse(file)).limits;
}

/** What the law refuses in these rules, on the day applications begin. */
export function unlawful(rules: AdmissionRules, law: readonly LawLimit[]): readonly PlacedMistake[] {
  const day = rules.dates.applyFrom.slice(0, 10);
  return law
    .filter(({ stages, source }) => stages.includes(rules.stage) && inForce(source, day, rules.area))
    .flatMap((one) => brokenAt(rules, one).map((path) => ({ path, message: one.says, clause: one.source })));
}

function inForce({ validFrom, validTo, area }: LawLimit['source'], day: string, of: string): boolean {
  const within = area === '000000' || of.startsWith(area.replace(/(00)+$/, ''));
  return within && validFrom <= day && (validTo === undefined || day <= validTo);
}

function brokenAt(rules: AdmissionRules, one: LawLimit): readonly (readonly (string | number)[])[] {
  const { forbidsCriteria = [], forbidsClasses = [], leastAge, leastQuotaShare } = one;
  const isForbidden = (by: string) => forbidsCriteria.some((criterion) => criterion === by);
  return [
    ...rules.lists.flatMap(({ by }, i) => (isForbidden(by) ? [['lists', i, 'by']] : [])),
    ...rules.categories.flatMap(({ needs }, i) =>
      needs.flatMap((by, k) => (isForbidden(by) ? [['categories', i, 'needs', k]] : [])),
    ),
    ...rules.schools.flatMap(({ reserves }, i) =>
      reserves.flatMap(({ only }, r) =>
        only.flatMap((by, k) => (isForbidden(by) ? [['schools', i, 'reserves', r, 'only', k]] : [])),
      ),
    ),
    ...(rules.rankBy !== undefined && (isForbidden(rules.rankBy) || one.privateByLotteryOnly === true)
      ? [['rankBy']]
      : []),
    ...rules.schools.flatMap(({ classes }, i) =>
      classes.flatMap((kind, k) =>
        forbidsClasses.some((forbidden) => forbidden === kind) ? [['schools', i, 'classes', k]] : [],
      ),
    ),
    ...(leastAge !== undefined && rules.eligibility.atLeast < leastAge ? [['eligibility', 'atLeast']] : []),
    ...(leastQuotaShare === undefined
      ? []
      : rules.schools.flatMap(({ quotaShare }, i) =>
          quotaShare !== undefined && quotaShare < leastQuotaShare ? [['schools', i, 'quotaShare']] : [],
        )),
    ...(one.publicNeedsZone === true
      ? rules.schools.flatMap(({ unit, kind }, i) =>
          kind === 'public' && !rules.zones.some(({ schools }) => schools.includes(unit)) ? [['schools', i]] : [],
        )
      : []),
    ...(one.privateByLotteryOnly === true
      ? rules.schools.flatMap(({ kind, reserves }, i) =>
          kind === 'private' && reserves.length > 0 ? [['schools', i, 'reserves']] : [],
        )
      : []),
  ];
}
