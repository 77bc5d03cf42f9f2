import { nationCode } from '#core/codes';
import type { Principal } from './principal.ts';

const grants = (role: string) => [{ role, area: nationCode }];

/** Anybody on this machine until there is an administrator. */
export const trialPrincipal: Principal = { id: 'trial', name: '试用', kind: 'trial', grants: grants('trial') };

/** Who runs the program from the command line: the data folder is theirs. */
export function operatorPrincipal(name: string): Principal {
  return { id: name, name, kind: 'operator', grants: grants('operator') };
}

/** Who has not signed in, on the routes that are open to everybody. */
export const nobody: Principal = { id: 'nobody', name: '', kind: 'system', grants: [] };
