import { z } from 'zod';
import {
  actionName,
  caseName,
  fieldValues,
  fileReference,
  kindName,
  plainDate,
  reason,
  requestKey,
  words,
} from './words.ts';

/** One field of a form, as the kind's declaration has it. */
export const formField = z.object({
  name: z.string(),
  title: words,
  hint: words.nullable(),
  /** `money` is asked for in yuan and kept in fen; `own`: no general form can ask for it, its module's page does. */
  as: z.enum(['text', 'longText', 'number', 'whole', 'money', 'day', 'choice', 'yesNo', 'texts', 'own']),
  required: z.boolean(),
  options: z.array(z.object({ value: z.string(), title: words })),
  min: z.number().nullable(),
  max: z.number().nullable(),
});
export type FormField = z.infer<typeof formField>;

export const actionForm = z.object({
  action: z.string(),
  title: words,
  fields: z.array(formField),
  evidence: z.number(),
  reason: z.enum(['none', 'optional', 'required']),
});

export const possibleAction = actionForm.extend({
  isAsked: z.boolean(),
  /** Why this person cannot do it although their role could. */
  hindrance: z.enum(['fourEyes', 'assignedElsewhere']).nullable(),
});
export type PossibleAction = z.infer<typeof possibleAction>;

const shownField = z.object({ title: words, as: formField.shape.as, value: z.unknown(), shown: words.nullable() });
export type ShownField = z.infer<typeof shownField>;

export const historyEntry = z.object({
  seq: z.number(),
  action: z.string(),
  title: words,
  by: z.string(),
  at: z.string(),
  fields: z.array(shownField),
  files: z.array(fileReference),
  comment: z.string(),
});

export const caseDetail = z.object({
  case: caseName,
  kind: kindName,
  kindTitle: words,
  version: z.number(),
  title: z.string(),
  area: z.string(),
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  about: z.object({ kind: z.string(), id: z.string() }).nullable(),
  state: z.string(),
  stateTitle: words,
  states: z.array(z.object({ state: z.string(), title: words, final: z.boolean() })),
  isFinal: z.boolean(),
  seq: z.number(),
  fields: z.array(shownField),
  dueOn: plainDate.nullable(),
  dueMissingYears: z.array(z.number()),
  isOverdue: z.boolean(),
  openedBy: z.string(),
  openedAt: z.string(),
  assignee: z.string().nullable(),
  isMine: z.boolean(),
  may: z.object({ claim: z.boolean(), assign: z.boolean(), release: z.boolean(), comment: z.boolean() }),
  possible: z.array(possibleAction),
  drafts: z.array(
    z.object({
      action: z.string(),
      fields: fieldValues,
      files: z.array(fileReference),
      comment: z.string(),
      savedAt: z.string(),
    }),
  ),
  history: z.array(historyEntry),
});
export type CaseDetail = z.infer<typeof caseDetail>;

export const caseKind = z.object({
  kind: kindName,
  title: words,
  version: z.number(),
  /** The reader may open one somewhere, and no module has a page of its own for it. */
  mayStart: z.boolean(),
  open: actionForm,
  states: z.array(z.object({ state: z.string(), title: words, final: z.boolean() })),
});

export const given = z.object({
  fields: fieldValues.optional(),
  files: z.array(fileReference).max(50).optional(),
  comment: reason.optional(),
});

export const openBody = given.extend({
  area: z.string().regex(/^\d{6}(\d{3})?$/),
  unit: z.string().max(40).optional(),
  title: z.string().trim().min(1).max(200),
  requestKey: requestKey.optional(),
});

export const actBody = given.extend({ seenSeq: z.number().int().min(1).optional(), requestKey: requestKey.optional() });

export const bulkBody = z.object({
  cases: z
    .array(z.object({ case: caseName, seenSeq: z.number().int().min(1) }))
    .min(1)
    .max(200),
  comment: reason.optional(),
});

export const bulkAnswer = z.object({
  done: z.number(),
  outcomes: z.array(
    z.object({
      case: caseName,
      done: z.boolean(),
      state: z.string().nullable(),
      refusal: words.nullable(),
      remedy: words.nullable(),
    }),
  ),
});
export type BulkAnswer = z.infer<typeof bulkAnswer>;

export const acted = z.object({ case: caseName, seq: z.number(), state: z.string() });
export const caseParams = z.object({ kind: kindName, case: caseName });
export const actParams = caseParams.extend({ action: actionName });
