import type { ColumnKey } from '#standards';
import type { CountyScope, Disagreement } from './model.ts';

/** The rows that facts are laid out on: unit `i` is `countyCode[i]`, `unitId[i]`; area `j` is `areaCode[j]`. */
export interface FrameRows {
  readonly countyCode: readonly string[];
  readonly unitId: readonly string[];
  readonly areaCode: readonly string[];
}

export interface FrameRequest {
  readonly schoolYear: number;
  readonly counties: CountyScope;
  /** Absent = every measure. */
  readonly measures?: readonly string[];
  /** Told the share that is read. */
  readonly onRead?: ((share: number) => void) | undefined;
}

/** One array a measure and stage, NaN where nothing was reported. */
export interface FrameColumns {
  readonly units: ReadonlyMap<ColumnKey, Float64Array>;
  readonly areas: ReadonlyMap<ColumnKey, Float64Array>;
  readonly disagreements: readonly Disagreement[];
}
