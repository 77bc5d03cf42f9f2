import type { Gate, Principal } from '#core/access';
import type { Admit } from '#engines/exchange';
import { errors } from './errors.ts';
import { permissions } from './permissions.ts';

/** Refuses a file that speaks of an area where its sender may not import. @throws DomainError `organization.foreignCounty` */
export function admitAreas(gate: Gate, principal: Principal): Admit {
  return (areas) => {
    const area = areas.find((code) => !gate.decide(principal, permissions.import, { area: code }).allowed);
    if (area !== undefined) throw errors.foreignCounty({ area });
  };
}
