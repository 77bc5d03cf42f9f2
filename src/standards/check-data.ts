import type { AttributeValue, ColumnKey, Stage } from './input.ts';

/** Numbers and texts of some schools, one place a school. What nobody gave is null, one missing value is null or NaN. */
export interface CheckData {
  readonly size: number;
  /** The stages each school runs, as bits like `UnitTable.stages`. */
  readonly runs: Uint8Array;
  /** What a cell holds, null where it is blank; null for all where the file has no such form. */
  readonly cell: (address: string, type: 'number' | 'text') => readonly AttributeValue[] | null;
  readonly column: (key: ColumnKey, yearsBack: number) => Float64Array | null;
  readonly attribute: (name: string) => readonly AttributeValue[] | null;
  /** How many schools of the county are alike in all of these, this one included. */
  readonly alike: (attributes: readonly string[]) => readonly AttributeValue[] | null;
  /** The most classes of one grade. */
  readonly parallelClasses: (stage: Stage) => readonly AttributeValue[] | null;
  readonly counties: CountyData;
}

/** All schools of the counties that the file speaks of, to be added up. */
export interface CountyData {
  /** Counties, each once a school year. */
  readonly size: number;
  /** The county of each school. */
  readonly group: Int32Array;
  readonly runs: Uint8Array;
  readonly column: (key: ColumnKey, yearsBack: number) => Float64Array | null;
  readonly attribute: (name: string) => readonly AttributeValue[] | null;
}

/** What must be fetched beside the file, because a check that the file has a part in needs it. */
export interface CheckNeeds {
  /** Columns of the file's own schools in earlier school years, by how many years back. */
  readonly earlier: ReadonlyMap<number, ReadonlySet<ColumnKey>>;
  /** Columns of all schools of the counties, by how many years back. */
  readonly counties: ReadonlyMap<number, ReadonlySet<ColumnKey>>;
  /** Attributes of the counties' other schools. */
  readonly alike: readonly string[];
}
