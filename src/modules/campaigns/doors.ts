import type { Gate } from '#core/access';
import type { Audit } from '#core/audit';
import type { Database } from '#core/db';
import type { Cases } from '#engines/cases';
import type { InstrumentLibrary, Sheets } from '#engines/instruments';

/** A school that a campaign may visit. */
export interface VisitedUnit {
  readonly county: string;
  readonly id: string;
  readonly name: string;
  readonly township: string | null;
}

export interface CampaignDoors {
  readonly database: Database;
  readonly gate: Gate;
  readonly audit: Audit;
  readonly cases: Cases;
  readonly sheets: Sheets;
  readonly library: InstrumentLibrary;
  readonly registry: {
    /** @throws DomainError `organization.areaNotFound` */
    area(code: string): Promise<{ readonly code: string; readonly name: string; readonly level: string }>;
    countiesOf(code: string): Promise<readonly string[]>;
    /** Open schools below an area that run one of the stages. */
    schools(area: string, stages: readonly string[]): Promise<readonly VisitedUnit[]>;
    namesOf(wanted: {
      readonly areas: readonly string[];
      readonly units: readonly { readonly county: string; readonly id: string }[];
    }): Promise<{ readonly areas: ReadonlyMap<string, string>; readonly units: ReadonlyMap<string, string> }>;
  };
  readonly now: () => Date;
}
