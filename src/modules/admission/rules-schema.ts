import { z } from 'zod';

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const code = z.string().regex(/^[\w-]{1,60}$/);
const instant = z.iso.datetime({ offset: true });

/** What a place may depend on. The unlawful ones are words too, so that a rule using one is refused by its clause. */
export const criteria = [
  'household',
  'property',
  'tenancy',
  'residencePermit',
  'socialInsurance',
  'sibling',
  'statutoryGroup',
  'registeredSchool',
  'examScore',
  'comprehensiveQuality',
  'entranceTest',
  'competition',
  'trainingResult',
  'donation',
] as const;
export type Criterion = (typeof criteria)[number];

const list = z.strictObject({
  /** The list's own name is the criterion that it proves. */
  by: z.enum(criteria),
  name: text,
  /** Whose number stands in it. */
  of: z.enum(['child', 'guardian']),
});

const reserve = z.strictObject({
  id: code,
  name: text,
  seats: z.int().min(0),
  /** Only who is proved by one of these lists; what stays empty goes to everybody. */
  only: z.array(z.enum(criteria)).min(1),
});

const school = z.strictObject({
  unit: z.string().min(1).max(80),
  kind: z.enum(['public', 'private']),
  seats: z.int(),
  reserves: z.array(reserve).default([]),
  classes: z.array(z.enum(['ordinary', 'key', 'fast'])).default(['ordinary']),
  /** Places for the graduates of each junior school, by the number of its graduates. */
  quotaShare: z.number().min(0).max(1).optional(),
});

const addresses = z.strictObject({
  road: z.string().min(1).max(100),
  from: z.int().min(1).default(1),
  to: z.int().min(1).default(99_999),
  side: z.enum(['both', 'odd', 'even']).default('both'),
});

const zone = z.strictObject({
  id: code,
  name: text,
  schools: z.array(z.string()).min(1),
  addresses: z.array(addresses).min(1),
  /** Schools that take who finds no place in the zone, the nearest first. */
  neighbours: z.array(z.string()).default([]),
});

export const rulesSchema = z.strictObject({
  format: z.literal('junheng-admission-1'),
  id: code,
  area: z.string().regex(/^\d{6}$/),
  stage: z.enum(['kindergarten', 'primary', 'junior', 'senior']),
  schoolYear: z.int().min(2000).max(2200),
  name: text,
  basis: z.strictObject({ document: z.string().min(1), invented: z.boolean().default(false) }),
  dates: z.strictObject({
    applyFrom: instant,
    applyUntil: instant,
    announceOn: z.iso.date(),
    registerUntil: z.iso.date(),
  }),
  eligibility: z.strictObject({ ageOn: z.iso.date(), atLeast: z.int().min(2), atMost: z.int().max(25) }),
  lists: z.array(list).default([]),
  /** In order: the first goes first. */
  categories: z.array(z.strictObject({ id: code, name: text, needs: z.array(z.enum(criteria)).default([]) })).min(1),
  /** Goes before the lottery within a category: the higher value of that list first. */
  rankBy: z.enum(criteria).optional(),
  tieBreak: z.strictObject({ by: z.literal('lottery'), lotteries: z.enum(['one', 'each']) }),
  choices: z.strictObject({ most: z.int().min(1).max(20) }),
  schools: z.array(school).min(1),
  zones: z.array(zone).default([]),
  digest: z.enum(['sha256', 'sm3']).default('sha256'),
  /** Numbers of graduates by junior school, for the quota places. */
  graduates: z
    .array(z.strictObject({ unit: z.string(), pupils: z.int().min(0), rural: z.boolean().default(false) }))
    .default([]),
  ruralFactor: z.number().min(1).max(3).default(1),
});

export type AdmissionRules = z.output<typeof rulesSchema>;
export type RulesZone = AdmissionRules['zones'][number];
export type RulesSchool = AdmissionRules['schools'][number];
