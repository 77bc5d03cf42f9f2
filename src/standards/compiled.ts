import type {
  CoefficientRuleDefinition,
  ExclusionDefinition,
  IndicatorDefinition,
  OverrideDefinition,
  SplitDefinition,
  StageOrAll,
  StandardDefinition,
} from './definition.ts';
import type { Dictionary } from './dictionary.ts';
import type { Term } from './term.ts';

/** Lines by stage: a number, or a formula whose value is compared. */
export type CompiledAmounts = Readonly<Partial<Record<StageOrAll, number | Term>>>;

export interface CompiledThresholds {
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly byStage: CompiledAmounts;
}

export interface CompiledException {
  /** Position among the standard's exceptions. */
  readonly index: number;
  readonly id: string;
  readonly when: Term;
  readonly formula: Term | null;
  readonly thresholds: CompiledAmounts | null;
}

export interface CompiledIndicator {
  readonly definition: IndicatorDefinition;
  readonly term: Term;
  readonly appliesWhen: Term | null;
  readonly thresholds: readonly CompiledThresholds[];
  readonly exceptions: readonly CompiledException[];
}

export interface CompiledExclusion {
  readonly definition: ExclusionDefinition;
  readonly when: Term;
  /** Whether the condition speaks of one stage of the school. */
  readonly byStage: boolean;
}

/** A checked standard, ready to evaluate. Made by `loadStandards`; plain data: the definition plus resolved formulas. */
export interface CompiledStandard {
  readonly definition: StandardDefinition;
  /** Stricter versions of areas below the standard's own area. */
  readonly overrides: readonly OverrideDefinition[];
  readonly dictionary: Dictionary;
  readonly indicators: readonly CompiledIndicator[];
  readonly covers: Term | null;
  readonly exclusions: readonly CompiledExclusion[];
  readonly splits: readonly { readonly definition: SplitDefinition; readonly when: Term }[];
  readonly coefficients: readonly {
    readonly definition: CoefficientRuleDefinition;
    readonly limits: readonly CompiledThresholds[];
  }[];
}
