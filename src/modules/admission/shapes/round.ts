import { z } from 'zod';
import { areaCode, code, id, instant, stage, words } from './words.ts';

export const roundState = z.enum([
  'drafted',
  'published',
  'applying',
  'checking',
  'frozen',
  'seeded',
  'allocated',
  'announced',
  'registered',
  'withdrawn',
]);
export type RoundState = z.infer<typeof roundState>;

const school = z.object({
  unit: id,
  name: z.string(),
  kind: z.enum(['public', 'private']),
  seats: z.int(),
  zones: z.array(z.string()),
});

/** A round as anybody may see it. */
export const publicRound = z.object({
  id,
  area: z.object({ code: areaCode, name: z.string() }),
  name: words,
  basis: z.string(),
  stage,
  schoolYear: z.int(),
  state: roundState,
  /** Applications are taken now. */
  isOpen: z.boolean(),
  applyFrom: instant,
  applyUntil: instant,
  announceOn: z.string(),
  registerUntil: z.string(),
  seats: z.int(),
  invented: z.boolean(),
});

export const publishedFile = z.object({ name: z.string(), bytes: z.int() });
export const publication = z.object({
  edition: z.int(),
  kind: z.enum(['frozen', 'drawn', 'correction']),
  at: instant,
  reason: z.string(),
  files: z.array(publishedFile),
});
export const seed = z.object({
  value: z.string(),
  source: z.string(),
  witnesses: z.array(z.string()),
  enteredAt: instant,
});

export const category = z.object({ id: code, name: words, lists: z.array(words) });
export const publicRoundDetail = publicRound.extend({
  eligibility: words,
  categories: z.array(category),
  tieBreak: words,
  mostChoices: z.int(),
  schools: z.array(school),
  zones: z.array(z.object({ id: code, name: words, schools: z.array(z.string()) })),
  rules: z.object({ version: z.int(), hash: z.string() }),
  listHash: z.string().nullable(),
  seed: seed.nullable(),
  publications: z.array(publication),
  /** Once the result is published. */
  result: z
    .object({ applicants: z.int(), firstChoice: z.int(), otherChoice: z.int(), placed: z.int(), none: z.int() })
    .nullable(),
});

export const publicRounds = z.object({
  area: z.object({ code: areaCode, name: z.string() }),
  rows: z.array(publicRound),
});

export const lookUpBody = z.object({ address: z.string().trim().min(2).max(200) });
/** The schools of an address, round by round. */
export const lookUpAnswer = z.object({
  rows: z.array(
    z.object({
      round: publicRound.pick({ id: true, name: true, stage: true, isOpen: true, applyUntil: true }),
      zone: z.object({ id: code, name: words }).nullable(),
      schools: z.array(school),
    }),
  ),
});

const mistake = z.object({
  line: z.int(),
  column: z.int(),
  path: z.string(),
  message: words,
  /** The clause that forbids it, where a clause does. */
  clause: z.object({ document: z.string(), clause: z.string(), confidence: z.string() }).nullable(),
});
export const rulesBody = z.object({ text: z.string().min(1).max(400_000) });
export const rulesCheck = z.object({ mistakes: z.array(mistake) });
export const shippedRules = z.object({
  rows: z.array(z.object({ id: code, name: words, stage, file: z.string(), text: z.string() })),
});

export const openBody = rulesBody.extend({ reason: z.string().trim().min(2).max(500) });
export const boardRow = publicRound.extend({
  case: z.string(),
  rules: z.object({ id: code, version: z.int(), hash: z.string(), author: z.string(), reason: z.string() }),
  counts: z.object({
    drafts: z.int(),
    applications: z.int(),
    children: z.int(),
    unchecked: z.int(),
    doubtful: z.int(),
    confirmed: z.int(),
    refused: z.int(),
  }),
});
export const board = z.object({ rows: z.array(boardRow) });
/** One round for those who run it. */
export const boardRound = boardRow.extend({
  seq: z.int(),
  listHash: z.string().nullable(),
  seed: seed.nullable(),
  publications: z.array(publication),
  lists: z.array(z.object({ id: code, name: words, rows: z.int() })),
  categories: z.array(z.object({ id: code, name: words })),
  schools: z.array(school.extend({ chosenFirst: z.int(), admitted: z.int(), placed: z.int() })),
  unplaced: z.int(),
  /** What who asks may do now; barred where four eyes ask for somebody else. */
  acts: z.array(z.object({ act: z.string(), title: words, isBarred: z.boolean() })),
});

export const seedBody = z.object({
  value: z.string().trim().min(4).max(400),
  source: z.string().trim().min(4).max(400),
  witnesses: z.array(z.string().trim().min(1).max(60)).min(2).max(20),
  seenSeq: z.int(),
});
export const actBody = z.object({ seenSeq: z.int(), reason: z.string().trim().max(1000).default('') });
export const actParams = z.object({
  area: areaCode,
  round: id,
  act: z.enum(['publish', 'begin', 'close', 'freeze', 'announce', 'register', 'withdraw']),
});
export const correctBody = z.object({
  token: code,
  school: id.nullable(),
  reason: z.string().trim().min(4).max(1000),
  seenSeq: z.int(),
});

export type PublicRound = z.infer<typeof publicRound>;
export type PublicRoundDetail = z.infer<typeof publicRoundDetail>;
export type LookUpAnswer = z.infer<typeof lookUpAnswer>;
export type BoardRow = z.infer<typeof boardRow>;
export type BoardRound = z.infer<typeof boardRound>;
export type RulesCheck = z.infer<typeof rulesCheck>;
export type Publication = z.infer<typeof publication>;
