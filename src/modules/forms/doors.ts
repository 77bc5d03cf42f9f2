import type { Gate } from '#core/access';
import type { Database, Session } from '#core/db';
import type { LocalText } from '#core/locale';
import type { Cases } from '#engines/cases';
import type { InstrumentLibrary, SheetCount, SheetsOf } from '#engines/instruments';
import type { Dataset } from '#engines/mapping';
import type { Dictionary } from '#standards';
import type { FormPolicy } from './read-form-policy.ts';

/** Schools of a county that run the same stages and were open at the same time. */
export interface SchoolGroup {
  readonly county: string;
  readonly stages: readonly string[];
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly count: number;
}

interface KnownArea {
  readonly code: string;
  readonly name: string;
  readonly level: string;
}

export interface FormDoors {
  readonly database: Database;
  readonly gate: Gate;
  readonly cases: Cases;
  readonly registry: {
    /** The area and those above it. @throws DomainError `organization.areaNotFound` */
    area(code: string): Promise<{ readonly area: KnownArea; readonly path: readonly KnownArea[] }>;
    /** The area's own code and those above it, within a transaction. */
    upFrom(session: Session, code: string): Promise<readonly string[]>;
    countiesOf(code: string): Promise<readonly string[]>;
    areaNames(codes: readonly string[]): Promise<ReadonlyMap<string, string>>;
    /** @throws DomainError `organization.unitNotFound` */
    unit(
      area: string,
      unit: string,
    ): Promise<{ readonly name: string; readonly stages: readonly string[]; readonly groups: readonly SchoolGroup[] }>;
    schools(counties: readonly string[]): Promise<readonly SchoolGroup[]>;
  };
  sheetsGiven(session: Session, of: SheetsOf): Promise<readonly SheetCount[]>;
  readonly dictionary: Dictionary;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly library: InstrumentLibrary;
  readonly departments: ReadonlyMap<string, { readonly id: string; readonly name: LocalText }>;
  readonly policy: FormPolicy;
  readonly now: () => Date;
}
