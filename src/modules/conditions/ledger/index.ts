export { Ledger, type LedgerDoors } from './ledger.ts';
export { readLedgerPolicy } from './read-policy.ts';
export { bindLedger } from './routes.ts';
