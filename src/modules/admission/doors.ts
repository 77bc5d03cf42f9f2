import type { Gate, Principal } from '#core/access';
import type { Audit } from '#core/audit';
import type { Database } from '#core/db';
import type { Personal } from '#core/personal';
import type { Cases } from '#engines/cases';
import type { LawLimit } from './law.ts';

export interface AdmissionDoors {
  readonly database: Database;
  readonly gate: Gate;
  readonly cases: Cases;
  readonly audit: Pick<Audit, 'append'>;
  readonly personal: Personal;
  readonly registry: {
    /** @throws DomainError `organization.areaNotFound` */
    area(code: string): Promise<{ readonly code: string; readonly name: string }>;
    /** Names of those that are open in the county; closed or unknown ones are left out. */
    schools(county: string, units: readonly string[]): Promise<ReadonlyMap<string, string>>;
  };
  readonly law: readonly LawLimit[];
  /** Rule files that the installation brings, by their path. */
  readonly shipped: readonly { readonly file: string; readonly text: string }[];
  /** Starts the placing of a round that has its seed; answers the job. */
  readonly startPlacing: (round: { readonly area: string; readonly round: string }, by: Principal) => Promise<string>;
  readonly now: () => Date;
}

/** Who acts, and when the request arrived. */
export interface Act {
  readonly principal: Principal;
  readonly at: Date;
}
