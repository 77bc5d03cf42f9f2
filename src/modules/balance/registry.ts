import type { AreaDetail, Unit, UnitDetail } from '#contracts/organization';
import type { Fingerprinted } from '#core/files';
import type { Disagreement, SharedStaff } from '#engines/facts';
import type { AreaTable, UnitTable } from '#standards';

/** Units, areas and facts at or below an area in a school year; without what people attest. */
export interface RegistryFrame {
  readonly schoolYear: number;
  readonly units: UnitTable;
  readonly areas: AreaTable;
  readonly disagreements: readonly Disagreement[];
}

export interface FrameQuestion {
  readonly area: string;
  readonly schoolYear: number;
  /** Told the share that is read. */
  readonly onRead?: ((share: number) => void) | undefined;
}

/** What balance asks of the registry of areas and schools. */
export interface Registry {
  /** @throws DomainError `organization.areaNotFound` */
  area(code: string): Promise<AreaDetail>;
  frame(question: FrameQuestion): Promise<RegistryFrame>;
  /** The same as long as nothing was written that a frame holds, by whatever process. */
  stamp(): Promise<string>;
  /** @throws DomainError `organization.unitNotFound` */
  unit(area: string, unit: string): Promise<UnitDetail>;
  /** Every unit at or below an area; those that answer to what was typed, where something was. */
  units(area: string, q?: string): Promise<readonly Unit[]>;
  /** The middle of the schools of each county at or below an area, where they have coordinates. */
  countyMiddles(area: string): Promise<ReadonlyMap<string, { readonly lng: number; readonly lat: number }>>;
  /** Names of a county's townships by code; empty above the county. */
  townshipNames(area: string): Promise<ReadonlyMap<string, string>>;
  /** @throws DomainError `organization.yearLocked` */
  refuseLocked(counties: readonly string[], years: readonly number[]): Promise<void>;
  /** People who stand in the staff rows of more than one unit. */
  staffCountedTwice(area: string, schoolYear: number): Promise<readonly SharedStaff[]>;
  /** Every picture at or below an area that a record refers to. */
  evidencePhotos(area: string): Promise<readonly Fingerprinted[]>;
}
