export { type AuditDoors, bindAudit } from './routes.ts';
