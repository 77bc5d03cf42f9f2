import type { CompiledAmounts, CompiledThresholds } from './compiled.ts';
import { holdsIn } from './validity.ts';

/** The lines that hold on 1 September of a school year; null where none does. */
export const thresholdsInForce = (
  versions: readonly CompiledThresholds[],
  schoolYear: number,
): CompiledAmounts | null => versions.find((version) => holdsIn(version, schoolYear))?.byStage ?? null;
