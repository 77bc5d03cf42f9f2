import type { OverrideDefinition, StandardDefinition } from './definition.ts';
import type { Dictionary } from './dictionary.ts';

/** A checked standard, ready to evaluate. Made by `loadStandards`; plain data plus parsed formulas. */
export interface CompiledStandard {
  readonly definition: StandardDefinition;
  /** Stricter versions of areas below the standard's own area. */
  readonly overrides: readonly OverrideDefinition[];
  readonly dictionary: Dictionary;
}
