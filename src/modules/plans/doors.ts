import type { Database } from '#core/db';
import type { StageOrAll } from '#standards';
import type { Reading } from './model.ts';
import type { ClauseCatalogue } from './read-catalogue.ts';

export interface KnownArea {
  readonly code: string;
  readonly name: string;
  readonly level: 'nation' | 'province' | 'city' | 'county' | 'township';
}

/** What plans ask of the registry of areas and schools. */
export interface PlanRegistry {
  /** The area and those above it, nation first. @throws DomainError `organization.areaNotFound` */
  area(code: string): Promise<{ readonly area: KnownArea; readonly path: readonly KnownArea[] }>;
  /** @throws DomainError `organization.unitNotFound` */
  unitName(area: string, unit: string): Promise<string>;
}

export interface IndicatorSeries {
  readonly name: { readonly zh: string; readonly en: string };
  readonly unit: { readonly zh: string; readonly en: string };
  readonly decimals: number;
  readonly direction: 'atLeast' | 'atMost' | 'above' | 'below';
  readonly readings: readonly Reading[];
}

/** What plans ask of the evaluation. */
export interface IndicatorReader {
  /** `undefined` where the standard has no such number of an area; no readings where the area has no data. */
  series(
    area: string,
    measuredBy: { readonly standard: string; readonly indicator: string; readonly stage: StageOrAll },
  ): Promise<IndicatorSeries | undefined>;
  /** The standard by which counties are recognised, where none is asked for. */
  standard(id: string | undefined): {
    readonly id: string;
    readonly version: string;
    readonly name: { readonly zh: string; readonly en: string };
  };
  failing(
    area: string,
    standard: string,
  ): Promise<
    readonly {
      readonly area: string;
      readonly name: string;
      readonly failing: readonly Reading[];
      readonly unknown: number;
    }[]
  >;
}

export interface PlanDoors {
  readonly database: Database;
  readonly registry: PlanRegistry;
  readonly indicators: IndicatorReader;
  readonly catalogue: ClauseCatalogue;
  readonly now: () => Date;
}
