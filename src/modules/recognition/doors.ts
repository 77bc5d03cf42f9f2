import type { EvaluationReport, Finding, SnapshotHead } from '#contracts/balance';
import type { Gate } from '#core/access';
import type { Audit } from '#core/audit';
import type { Database, Session } from '#core/db';
import type { LocalText } from '#core/locale';
import type { Cases } from '#engines/cases';
import type { FigureUnits } from './items.ts';

export interface RecognitionDoors {
  readonly database: Database;
  readonly gate: Gate;
  readonly audit: Audit;
  readonly cases: Cases;
  readonly registry: {
    /** @throws DomainError `organization.areaNotFound` */
    area(code: string): Promise<{ readonly code: string; readonly name: string; readonly level: string }>;
    /** Locks or reopens a county's school year unless it is so already. */
    setYear(
      session: Session,
      county: string,
      act: {
        readonly year: number;
        readonly act: 'locked' | 'reopened';
        readonly reason: string;
        readonly by: string;
        readonly at: Date;
      },
    ): Promise<void>;
  };
  readonly evaluation: {
    /** Keeps the newest evaluation of a county. @throws DomainError `balance.noFacts` */
    take(
      county: string,
      question: { readonly year?: number | undefined; readonly standard?: string | undefined },
      act: { readonly by: string; readonly at: Date },
    ): Promise<SnapshotHead>;
    /** @throws DomainError `balance.snapshotNotFound` */
    read(county: string, snapshot: string): Promise<{ readonly head: SnapshotHead; readonly report: EvaluationReport }>;
    /** Signals of false data in a county's figures and evidence, with what the county answered. */
    signals(county: string, year: number): Promise<readonly Finding[]>;
    /** Names of a standard's indicators, rules and attested items. */
    namesOf(standard: string): ReadonlyMap<string, LocalText>;
    /** In what the figures of a standard are counted. */
    unitsOf(standard: string): FigureUnits;
  };
  /** Told in the transaction in which a county is recognised. */
  readonly recognised: (session: Session, county: string, standard: string, by: string, at: Date) => Promise<void>;
  readonly now: () => Date;
}
