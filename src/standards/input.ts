/** The five stages of basic education that a standard can speak of. */
export const stages = ['kindergarten', 'primary', 'junior', 'senior', 'special'] as const;
export type Stage = (typeof stages)[number];

/** A measure of one stage, or of the whole unit or area (`all`). */
export type ColumnKey = `${string}@${Stage | 'all'}`;

export type AttributeValue = string | number | boolean | null;

/**
 * Units (schools, campuses, teaching points) as columns: row i of every array is unit i.
 *
 * @remarks
 * `county[i]` is a row of the area table. A column holds one number a unit; NaN means "not reported", which is never zero.
 * The attributes that formulas may name, with their values, are in `attributes.ts`.
 */
export interface UnitTable {
  readonly size: number;
  readonly id: readonly string[];
  readonly name: readonly string[];
  readonly county: Int32Array;
  /**
   * Which stages unit i runs, as bits: `1 << stages.indexOf('primary')` and so on. Without it a unit runs every stage of
   * which it reports anything; with it a stage that reported nothing is listed as missing instead of being overlooked.
   */
  readonly stages?: Uint8Array;
  readonly attributes: Readonly<Record<string, readonly AttributeValue[]>>;
  readonly columns: ReadonlyMap<ColumnKey, Float64Array>;
}

/** Areas as columns. `parent[i]` is a row of this table, or -1. */
export interface AreaTable {
  readonly size: number;
  readonly code: readonly string[];
  readonly name: readonly string[];
  readonly level: readonly ('nation' | 'province' | 'city' | 'county' | 'township')[];
  readonly parent: Int32Array;
  readonly columns: ReadonlyMap<ColumnKey, Float64Array>;
}

/** What a person answered for a document, survey, external or veto item. `unit` is absent where the county itself answers. */
export interface Attestation {
  readonly item: string;
  readonly area: string;
  readonly unit?: string;
  readonly answer: boolean | number;
  readonly evidence: string;
  readonly by: string;
  readonly on: string;
}

export interface EvaluationInput {
  /** The calendar year in which the school year begins. */
  readonly schoolYear: number;
  readonly units: UnitTable;
  readonly areas: AreaTable;
  readonly attested: readonly Attestation[];
}
