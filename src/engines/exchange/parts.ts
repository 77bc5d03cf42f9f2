import type { Audit } from '#core/audit';
import type { Database, Session } from '#core/db';
import type { Dataset, KnownArea, KnownUnit } from '#engines/mapping';
import type { AttributeValue, CheckSet, Dictionary } from '#standards';

/** A school of the registry, as far as the checks between forms ask for it. */
export interface HeldSchool {
  readonly countyCode: string;
  readonly unitId: string;
  readonly kind: string;
  readonly stages: readonly string[];
  /** A plain day; null where it is open. */
  readonly closedOn: string | null;
  /** The fields that were asked for. */
  readonly values: Readonly<Record<string, AttributeValue>>;
}

/** What the engine asks the registry of schools; the capability that owns the registry answers. */
export interface RegistryPort {
  /** Nation to county, and every local area. */
  areas(session: Session): Promise<readonly KnownArea[]>;
  units(session: Session, areaCode: string): Promise<readonly KnownUnit[]>;
  /** Schools of these counties with these fields of the dataset `units`. */
  schools(session: Session, counties: readonly string[], fields: readonly string[]): Promise<readonly HeldSchool[]>;
  /** The first county of these with a locked school year among these; a locked year takes neither a commit nor an undo. */
  findLock(
    session: Session,
    counties: readonly string[],
    schoolYears: readonly number[],
  ): Promise<{ readonly county: string; readonly year: number } | undefined>;
}

/** Everything the engine is put together from. */
export interface ExchangeParts {
  readonly database: Database;
  readonly audit: Audit;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly dictionary: Dictionary;
  readonly registry: RegistryPort;
  /** The rules between forms by which every file is judged; null = none. */
  readonly checks: CheckSet | null;
  /** Texts of the shipped profiles by id. */
  readonly profiles: ReadonlyMap<string, string>;
}
