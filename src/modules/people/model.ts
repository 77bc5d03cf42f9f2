import type { Gate, GrantRow, PersonRow, Principal } from '#core/access';
import type { Audit } from '#core/audit';
import type { Database } from '#core/db';
import type { Organization } from '#modules/organization';

export interface PeopleParts {
  readonly database: Database;
  readonly gate: Gate;
  readonly audit: Audit;
  readonly organization: Pick<Organization, 'areaWithPath' | 'unit' | 'namesOf'>;
  readonly now: () => Date;
}

/** Who acts, and when. */
export interface Act {
  readonly principal: Principal;
  readonly at: Date;
}

export interface PersonAndGrants {
  readonly person: PersonRow;
  readonly grants: readonly GrantRow[];
}
