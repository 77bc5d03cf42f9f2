import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ledger, type LedgerDoors, readLedgerPolicy } from '#modules/ledger';
import { policiesFolder } from './places.ts';

/** The ledger over the other services, with the rules of `policies/ledger.yaml`. */
export async function openLedger(doors: Omit<LedgerDoors, 'policy'>): Promise<Ledger> {
  const policy = readLedgerPolicy(await readFile(path.join(policiesFolder, 'ledger.yaml'), 'utf8'));
  return new Ledger({ ...doors, policy });
}
