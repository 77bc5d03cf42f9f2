import { z } from 'zod';
import { caseName, kindName, plainDate, words } from './words.ts';

/** A line of a queue or list. */
export const caseRow = z.object({
  case: caseName,
  kind: kindName,
  kindTitle: words,
  title: z.string(),
  area: z.string(),
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  state: z.string(),
  stateTitle: words,
  isFinal: z.boolean(),
  /** What the case waits for; `together`: may be done to many at once, for it asks for nothing more than a reason. */
  asks: z.array(z.object({ action: z.string(), title: words, together: z.boolean(), reason: z.string() })),
  dueOn: plainDate.nullable(),
  /** Years whose holidays are not known yet, so that the day may still move. */
  dueMissingYears: z.array(z.number()),
  isOverdue: z.boolean(),
  isMine: z.boolean(),
  openedAt: z.string(),
  actedAt: z.string(),
  seq: z.number(),
});
export type CaseRow = z.infer<typeof caseRow>;

export const caseQuery = z.object({
  kind: kindName.optional(),
  state: z.string().max(60).optional(),
  due: z.enum(['overdue', 'soon']).optional(),
  mine: z.stringbool().optional(),
  area: z
    .string()
    .regex(/^\d{6}(\d{3})?$/)
    .optional(),
  open: z.stringbool().optional(),
  q: z.string().max(100).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CaseQuery = z.infer<typeof caseQuery>;

export const kindCount = z.object({ kind: kindName, title: words, waiting: z.number(), overdue: z.number() });

export const taskPage = z.object({
  today: plainDate,
  counts: z.array(kindCount),
  rows: z.array(caseRow),
  nextCursor: z.string().nullable(),
});
export type TaskPage = z.infer<typeof taskPage>;

export const casePage = taskPage.omit({ counts: true });

/** `opensHere`: somebody who has work to do begins with it; who only tries the product begins with the county. */
export const taskCount = z.object({
  waiting: z.number(),
  overdue: z.number(),
  unread: z.number(),
  opensHere: z.boolean(),
});
export type TaskCount = z.infer<typeof taskCount>;

export const notice = z.object({
  area: z.string(),
  notice: z.string(),
  kind: z.string(),
  text: words,
  /** The page it speaks of. */
  path: z.string().nullable(),
  dueOn: plainDate.nullable(),
  at: z.string(),
  readAt: z.string().nullable(),
});
export type Notice = z.infer<typeof notice>;
