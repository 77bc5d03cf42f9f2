import type { MigrationFolder } from '#core/db';

export type { EntryFilter, ListedEntry } from './list-entries.ts';
export { type AuditEntry, chainOf } from './model.ts';
export { type Audit, openAudit, withoutAudit } from './open-audit.ts';
export type { AuditHash } from './signer.ts';
export type { ChainVerification, Fault, FaultKind } from './verify-chain.ts';

export const auditMigrations: MigrationFolder = {
  owner: 'audit',
  folder: new URL('./migrations/', import.meta.url),
};
