export { type Audit, type AuditOptions, auditMatching } from './audit-matching.ts';
export type { AuditedFamilies, AuditedMarket, AuditedPlacement, Fault, FaultKind } from './subject.ts';
