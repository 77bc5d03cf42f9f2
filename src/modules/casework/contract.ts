import { z } from 'zod';
import {
  actBody,
  acted,
  actParams,
  bulkAnswer,
  bulkBody,
  caseDetail,
  caseKind,
  caseParams,
  given,
  openBody,
} from './shapes/case.ts';
import { casePage, caseQuery, notice, taskCount, taskPage } from './shapes/task.ts';
import { actionName, kindName } from './shapes/words.ts';

export * from './shapes/case.ts';
export * from './shapes/task.ts';

const noticeParams = z.object({ area: z.string().regex(/^\d{6}$/), notice: z.string().max(40) });
const anywhere = { permission: 'casework.use', at: 'anywhere' } as const;
const record = { permission: 'casework.use', at: 'record' } as const;

const refused = [
  'cases.notFound',
  'cases.kindUnknown',
  'cases.actionUnknown',
  'cases.wrongState',
  'cases.final',
  'cases.overtaken',
  'cases.fourEyes',
  'cases.notTheirs',
  'cases.assignedElsewhere',
  'cases.fieldRefused',
  'cases.reasonMissing',
  'cases.evidenceMissing',
  'access.forbidden',
  'files.fileNotFound',
] as const;

/** The doors of casework, below `/api/v1`: one queue for everybody, and one page for every kind of case. */
export const caseworkRoutes = {
  tasks: {
    method: 'GET',
    path: '/tasks',
    titleKey: 'casework.tasks',
    access: anywhere,
    query: caseQuery,
    response: taskPage,
    errors: ['core.cursorRefused'],
  },
  count: {
    method: 'GET',
    path: '/tasks/count',
    titleKey: 'casework.count',
    access: anywhere,
    response: taskCount,
    errors: [],
  },
  notices: {
    method: 'GET',
    path: '/notices',
    titleKey: 'casework.notices',
    access: anywhere,
    query: z.object({
      unread: z.stringbool().optional(),
      before: z.string().max(40).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ rows: z.array(notice) }),
    errors: [],
  },
  readNotice: {
    method: 'POST',
    path: '/notices/:area/:notice/read',
    titleKey: 'casework.readNotice',
    access: record,
    params: noticeParams,
    response: z.object({ read: z.boolean() }),
    errors: ['notices.notFound'],
  },
  receipts: {
    method: 'GET',
    path: '/notices/:area/:notice/receipts',
    titleKey: 'casework.receipts',
    access: record,
    params: noticeParams,
    response: z.object({ rows: z.array(z.object({ by: z.string(), readAt: z.string() })) }),
    errors: ['notices.notFound'],
  },
  kinds: {
    method: 'GET',
    path: '/case-kinds',
    titleKey: 'casework.kinds',
    access: anywhere,
    response: z.object({ rows: z.array(caseKind) }),
    errors: [],
  },
  cases: {
    method: 'GET',
    path: '/cases',
    titleKey: 'casework.cases',
    access: anywhere,
    query: caseQuery,
    response: casePage,
    errors: ['core.cursorRefused'],
  },
  open: {
    method: 'POST',
    path: '/cases/:kind',
    titleKey: 'casework.open',
    access: record,
    params: z.object({ kind: kindName }),
    body: openBody,
    response: acted,
    errors: refused,
  },
  actOnEach: {
    method: 'POST',
    path: '/cases/:kind/actions/:action',
    titleKey: 'casework.actOnEach',
    // Each case gets its own answer: one that may not be seen is told to be none.
    access: anywhere,
    params: z.object({ kind: kindName, action: actionName }),
    body: bulkBody,
    response: bulkAnswer,
    errors: [],
  },
  case: {
    method: 'GET',
    path: '/cases/:kind/:case',
    titleKey: 'casework.case',
    access: record,
    params: caseParams,
    response: caseDetail,
    errors: ['cases.notFound'],
  },
  act: {
    method: 'POST',
    path: '/cases/:kind/:case/actions/:action',
    titleKey: 'casework.act',
    access: record,
    params: actParams,
    body: actBody,
    response: acted,
    errors: refused,
  },
  draft: {
    method: 'PUT',
    path: '/cases/:kind/:case/drafts/:action',
    titleKey: 'casework.draft',
    access: record,
    params: actParams,
    /** null throws the draft away. */
    body: z.object({ draft: given.nullable() }),
    response: z.object({ saved: z.boolean() }),
    errors: ['cases.notFound', 'cases.actionUnknown'],
  },
  dossier: {
    method: 'GET',
    path: '/cases/:kind/:case/dossier',
    titleKey: 'casework.dossier',
    access: record,
    params: caseParams,
    query: z.object({ format: z.enum(['docx', 'pdf']).default('docx') }),
    response: z.instanceof(Uint8Array),
    errors: ['cases.notFound'],
  },
} as const;
