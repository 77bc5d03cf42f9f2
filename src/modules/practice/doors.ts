import type { Gate } from '#core/access';
import type { Database } from '#core/db';
import type { LocalText } from '#core/locale';
import type { Cases } from '#engines/cases';
import type { MeasuredBy } from './contract.ts';

/** One number of an area over the years. */
export interface EffectSeries {
  readonly name: LocalText;
  readonly unit: LocalText;
  readonly decimals: number;
  readonly readings: readonly { readonly year: number; readonly value: number | null }[];
}

export interface PracticeDoors {
  readonly database: Database;
  readonly gate: Gate;
  readonly cases: Cases;
  readonly registry: {
    /** The codes of an area, of those above its counties and below it, and of its counties. @throws DomainError `organization.areaNotFound` */
    within(code: string): Promise<readonly string[]>;
    /** @throws DomainError `organization.unitNotFound` */
    refuseUnknownUnit(area: string, unit: string): Promise<void>;
    namesOf(wanted: {
      readonly areas: readonly string[];
      readonly units: readonly { readonly county: string; readonly id: string }[];
    }): Promise<{ readonly areas: ReadonlyMap<string, string>; readonly units: ReadonlyMap<string, string> }>;
  };
  /** The title of a clause; undefined where the catalogue has none. */
  readonly clauseTitle: (clause: string) => LocalText | undefined;
  /** `undefined` where the standard has no such number of an area. */
  readonly series: (
    area: string,
    measuredBy: Pick<MeasuredBy, 'standard' | 'indicator' | 'stage'>,
  ) => Promise<EffectSeries | undefined>;
}
