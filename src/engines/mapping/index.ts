export type { Finding, Place, Severity, Words } from './finding.ts';
