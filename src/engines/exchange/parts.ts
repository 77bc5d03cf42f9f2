import type { Audit } from '#core/audit';
import type { Database, Session } from '#core/db';
import type { Dataset, KnownArea, KnownUnit } from '#engines/mapping';
import type { Dictionary } from '#standards';

/** What the engine asks the registry of schools; the capability that owns the registry answers. */
export interface RegistryPort {
  /** Nation to county, and every local area. */
  areas(session: Session): Promise<readonly KnownArea[]>;
  units(session: Session, areaCode: string): Promise<readonly KnownUnit[]>;
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
  /** Texts of the shipped profiles by id. */
  readonly profiles: ReadonlyMap<string, string>;
}
