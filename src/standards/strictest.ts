import { lineage } from './area-tree.ts';
import type { CompiledStandard } from './compiled.ts';
import type { OverrideDefinition } from './definition.ts';
import type { AreaTable } from './input.ts';
import { holdsIn } from './validity.ts';

/** A value that an override gives, or null where it says nothing about the subject. */
export type OverrideValue = (override: OverrideDefinition) => number | null;

/**
 * The strictest value that the overrides in force give to each area, NaN where none does; null where no override speaks of it.
 *
 * @param higher whether a higher value is stricter.
 */
export const strictestByArea = (
  standard: CompiledStandard,
  areas: AreaTable,
  schoolYear: number,
  valueOf: OverrideValue,
  higher: boolean,
): Float64Array | null => {
  const byCode = new Map<string, number>();
  for (const override of standard.overrides) {
    const value = holdsIn(override, schoolYear) ? valueOf(override) : null;
    if (value === null) continue;
    const known = byCode.get(override.area);
    byCode.set(override.area, known === undefined ? value : stricter(known, value, higher));
  }
  if (byCode.size === 0) return null;
  const values = new Float64Array(areas.size).fill(Number.NaN);
  for (let area = 0; area < areas.size; area++) {
    for (const row of lineage(areas, area)) {
      const value = byCode.get(areas.code[row] ?? '');
      if (value === undefined) continue;
      const known = values[area] as number;
      values[area] = Number.isNaN(known) ? value : stricter(known, value, higher);
    }
  }
  return values;
};

export const stricter = (a: number, b: number, higher: boolean): number => (higher ? Math.max(a, b) : Math.min(a, b));
