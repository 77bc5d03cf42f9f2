import { z } from 'zod';

const instant = z.iso.datetime();
const area = z.string().regex(/^\d{6,12}$/);
const word = z.string().trim().max(100).optional();

export const auditEntry = z.object({
  id: z.string(),
  at: instant,
  by: z.object({ id: z.string(), kind: z.string(), name: z.string().nullable() }),
  act: z.string(),
  on: z.object({ kind: z.string(), id: z.string(), area: z.string(), unit: z.string() }),
  result: z.enum(['done', 'refused']),
  reason: z.string(),
  details: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]),
  ),
  channel: z.string(),
  address: z.string(),
  requestId: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

const filters = {
  area,
  /** Id of a person. */
  by: word,
  /** An act, or how it begins: `balance` finds `balance.attest`. */
  act: word,
  result: z.enum(['done', 'refused']).optional(),
  /** Days in China, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
} as const;

export const auditFault = z.object({
  kind: z.enum(['edited', 'deleted', 'inserted', 'unlinked', 'reordered', 'cut', 'seal', 'state']),
  seq: z.number().int().nullable(),
  entry: z.string().nullable(),
  area: z.string().nullable(),
  act: z.string().nullable(),
  at: z.string().nullable(),
});
export type AuditFault = z.infer<typeof auditFault>;

export const auditVerification = z.object({
  holds: z.boolean(),
  entries: z.number().int(),
  waiting: z.number().int(),
  isOn: z.boolean(),
  faults: z.array(auditFault),
  restoredAt: z.string().nullable(),
});
export type AuditVerification = z.infer<typeof auditVerification>;

const read = { permission: 'audit.read', at: { area: 'query.area' } } as const;

/** The doors of the audit trail, below `/api/v1`. */
export const auditRoutes = {
  entries: {
    method: 'GET',
    path: '/audit',
    titleKey: 'audit.entries',
    access: read,
    isSensitive: true,
    query: z.object({ ...filters, before: word, limit: z.coerce.number().int().min(1).max(500).default(100) }),
    response: z.object({ rows: z.array(auditEntry), nextBefore: z.string().nullable() }),
    errors: [],
  },
  /** The same as a CSV that says who took it out, when and what for. */
  export: {
    method: 'GET',
    path: '/audit/export',
    titleKey: 'audit.export',
    access: read,
    query: z.object({ ...filters, reason: z.string().trim().min(4).max(200) }),
    response: z.instanceof(Uint8Array),
    errors: [],
  },
  verify: {
    method: 'POST',
    path: '/audit/verify',
    titleKey: 'audit.verify',
    access: { permission: 'audit.verify', at: 'anywhere' },
    response: auditVerification,
    errors: [],
  },
} as const;
