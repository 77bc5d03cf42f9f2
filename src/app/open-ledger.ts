import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Cases } from '#engines/cases';
import { Ledger, type LedgerDoors, Projects, projectEffects, projectKind, readLedgerPolicy } from '#modules/ledger';
import { policiesFolder } from './places.ts';

/** The ledger and its projects over the other services, with the rules of `policies/ledger.yaml`; before `cases.start`. */
export async function openLedger({
  cases,
  ...doors
}: Omit<LedgerDoors, 'policy'> & { readonly cases: Cases }): Promise<{ ledger: Ledger; projects: Projects }> {
  const policy = readLedgerPolicy(await readFile(path.join(policiesFolder, 'ledger.yaml'), 'utf8'));
  cases.register(projectKind, projectEffects);
  const ledger = new Ledger({ ...doors, policy });
  return { ledger, projects: new Projects(ledger, cases) };
}
