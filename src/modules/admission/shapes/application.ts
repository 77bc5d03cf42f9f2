import { z } from 'zod';
import { areaCode, code, id, instant, stage, words } from './words.ts';

const name = z.string().trim().min(1).max(60);
const identity = z.string().trim().max(18);

/** What a family writes. Empty texts are a draft's right; handing in asks for all of it. */
export const applicationBody = z.object({
  /** Made once by the screen: the same request sent again makes nothing new. */
  requestKey: z.string().min(8).max(80),
  /** The version that was read; 0 for a new one. */
  seen: z.int().min(0),
  guardianName: name.or(z.literal('')),
  guardianIdentity: identity,
  phone: z.string().trim().max(20),
  address: z.string().trim().max(200),
  /** Brothers and sisters go to one school or not at all by their joint choices. */
  together: z.boolean(),
  /** The guardian agrees that the fields are used for admission. */
  consent: z.boolean(),
  children: z
    .array(
      z.object({
        id: id.nullable(),
        name: name.or(z.literal('')),
        identity,
        birthDate: z.iso.date().or(z.literal('')),
        category: code.or(z.literal('')),
        choices: z.array(id).max(20),
      }),
    )
    .min(1)
    .max(6),
});
export const submitBody = z.object({ seen: z.int().min(1) });

const cutOff = z.object({
  school: z.string(),
  /** Of the last who was admitted there. */
  lastCategory: words.nullable(),
  lastRank: z.int().nullable(),
  ownRank: z.int().nullable(),
  /** Why not: the category came later, the number came later, or nobody may be taken beyond the plan. */
  why: z.enum(['category', 'number', 'noSeats']),
});

export const childResult = z.object({
  school: z.object({ unit: id, name: z.string() }).nullable(),
  how: z.enum(['choice', 'placed', 'none', 'corrected']),
  choice: z.int().nullable(),
  category: words.nullable(),
  /** Place of the number among all, from 1. */
  rank: z.int().nullable(),
  of: z.int(),
  number: z.string().nullable(),
  higher: z.array(cutOff),
  reason: z.string(),
});

export const applicationChild = z.object({
  id,
  token: z.string(),
  name: z.string(),
  identity: z.string(),
  birthDate: z.string(),
  category: code.nullable(),
  categoryName: words.nullable(),
  choices: z.array(z.object({ unit: id, name: z.string() })),
  check: z.enum(['none', 'sure', 'doubtful', 'missing', 'confirmed', 'refusalProposed', 'refused']),
  reason: z.string(),
  result: childResult.nullable(),
});

export const application = z.object({
  id,
  area: areaCode,
  round: z.object({ id, name: words, stage, state: z.string(), applyUntil: instant, isOpen: z.boolean() }),
  state: z.enum(['draft', 'submitted', 'withdrawn']),
  version: z.int(),
  guardianName: z.string(),
  guardianIdentity: z.string(),
  phone: z.string(),
  address: z.string(),
  zone: words.nullable(),
  together: z.boolean(),
  submittedAt: instant.nullable(),
  children: z.array(applicationChild),
  purposes: z.array(z.object({ field: z.string(), purpose: words, keptYears: z.int() })),
});
export const ownApplications = z.object({ rows: z.array(application) });

export type ApplicationBody = z.infer<typeof applicationBody>;
export type Application = z.infer<typeof application>;
export type ApplicationChild = z.infer<typeof applicationChild>;
export type ChildResult = z.infer<typeof childResult>;
