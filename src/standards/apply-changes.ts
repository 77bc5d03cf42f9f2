import { type AttributeValue, type ColumnKey, type EvaluationInput, stages, type UnitTable } from './input.ts';
import { stageBit, stagesRun } from './stages-run.ts';

/** A change of the input to try out. Rows are rows of the unit table. */
export type Change =
  | { readonly kind: 'set'; readonly unit: number; readonly column: ColumnKey; readonly value: number }
  | { readonly kind: 'merge'; readonly units: readonly number[]; readonly into: number };

/** Largest-of measures keep the larger value when schools merge; averages of rooms keep the smaller; all else adds up. */
const merging: Readonly<Record<string, (a: number, b: number) => number>> = {
  largestClass: Math.max,
  musicRoomM2: Math.min,
  artRoomM2: Math.min,
};

/**
 * A new input with the changes made in order, for what-if. Rows keep their numbers.
 *
 * @remarks Merging adds every column of the other schools to the one they merge into (the largest class stays the largest) and
 * leaves them running no stage, so that they no longer count. Columns that do not change are shared with the old input. Cost:
 * one copy of each changed column.
 * @example applyChanges(input, [{ kind: 'set', unit: 3, column: 'multimediaRooms@all', value: 12 }])
 */
export const applyChanges = (input: EvaluationInput, changes: readonly Change[]): EvaluationInput => {
  if (changes.length === 0) return input;
  const columns = new Map(input.units.columns);
  const own = new Set<ColumnKey>();
  const runs = Uint8Array.from(stagesRun(input));
  const attributes: Record<string, readonly AttributeValue[]> = { ...input.units.attributes };

  const writable = (key: ColumnKey): Float64Array => {
    const column = columns.get(key) ?? new Float64Array(input.units.size).fill(Number.NaN);
    if (own.has(key)) return column;
    const copy = Float64Array.from(column);
    columns.set(key, copy);
    own.add(key);
    return copy;
  };

  for (const change of changes) {
    if (change.kind === 'set') {
      writable(change.column)[change.unit] = change.value;
      continue;
    }
    const keys = Array.from(columns.keys());
    for (const unit of change.units) {
      if (unit === change.into) continue;
      for (const key of keys) mergeColumn(writable(key), key, runs, unit, change.into);
      runs[change.into] = (runs[change.into] as number) | (runs[unit] as number);
      runs[unit] = 0;
    }
    attributes['category'] = recategorised(attributes['category'], change.into, runs);
  }
  const units: UnitTable = { ...input.units, stages: runs, columns, attributes };
  return { ...input, units };
};

/** What one of the schools should have reported and did not is missing in the merged school too. */
const mergeColumn = (column: Float64Array, key: ColumnKey, runs: Uint8Array, from: number, into: number): void => {
  const at = key.lastIndexOf('@');
  const stage = stages.find((name) => name === key.slice(at + 1));
  const owes = (unit: number): boolean => !stage || ((runs[unit] as number) & stageBit(stage)) !== 0;
  const a = column[into] as number;
  const b = column[from] as number;
  const combine = merging[key.slice(0, at)] ?? ((x: number, y: number): number => x + y);
  column[into] = !owes(from) ? a : !owes(into) ? b : combine(a, b);
  column[from] = Number.NaN;
};

/** A primary and a junior school merged are a nine-year school, and so on: the category decides how shared rooms are split. */
const recategorised = (
  categories: readonly AttributeValue[] | undefined,
  unit: number,
  runs: Uint8Array,
): readonly AttributeValue[] => {
  const next = [...(categories ?? Array.from({ length: runs.length }, () => null))];
  const bits = (runs[unit] as number) & 0b01110;
  const byBits: Readonly<Record<number, string>> = {
    0b00110: 'nine-year',
    0b01100: 'complete-secondary',
    0b01110: 'twelve-year',
  };
  const category = byBits[bits];
  if (category) next[unit] = category;
  return next;
};
