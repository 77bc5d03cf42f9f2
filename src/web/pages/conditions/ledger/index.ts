export { type LedgerPage, useLines } from './use-lines.ts';
