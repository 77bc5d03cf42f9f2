import type { Stage } from './input.ts';
import type { Words } from './words.ts';

/** How far a number can be trusted: seen in a public source, from memory of the official text, one secondary source, or ours. */
export type Confidence = 'verified' | 'memory' | 'secondary' | 'own';

/** Where one rule or number comes from. */
export interface Provenance {
  readonly clause: string;
  readonly confidence: Confidence;
  readonly note: Words | null;
}

/** A number, or a formula whose value is compared. */
export type Amount =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'formula'; readonly text: string };

/** Stages or `all` (the whole unit or area). */
export type StageOrAll = Stage | 'all';

/** The lines to compare with, by stage, in one period. Dates are plain days; null = open. */
export interface Thresholds {
  readonly byStage: Readonly<Partial<Record<StageOrAll, Amount>>>;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly provenance: Provenance;
}

export type Comparison = 'atLeast' | 'atMost' | 'above' | 'below';

/** `school` = each school-stage (or the whole school where `stages` is `all`); `class` = every class, through the largest or smallest; `area` = the area itself. */
export type Scope = 'school' | 'class' | 'area';

export interface IndicatorDefinition {
  readonly id: string;
  readonly words: Words;
  readonly part: string;
  /** Indicators with the same item stand or fall together and count once in their part; without one, the indicator's own id. */
  readonly item: string;
  readonly scope: Scope;
  readonly stages: readonly StageOrAll[];
  readonly unit: string;
  readonly formula: string;
  readonly comparison: Comparison;
  /** Latest first; empty = the indicator is shown but not judged. */
  readonly thresholds: readonly Thresholds[];
  /** Share of schools that must meet the line for the area to meet the item; for scope school and class. */
  readonly requiredShare: number;
  /** Digits after the point on screen; comparing always uses the unrounded value. */
  readonly decimals: number;
  /** A condition that decides whether the indicator applies to a unit or area; null = always. */
  readonly appliesWhen: string | null;
  /** The calendar year by which the line is to be reached; null = now. */
  readonly due: number | null;
  readonly provenance: Provenance;
}

/** "At least `minMet` of these, and each of the rest at least `floor` of its line." */
export interface SchoolRuleDefinition {
  readonly id: string;
  readonly words: Words;
  readonly part: string;
  readonly of: readonly string[];
  readonly minMet: number;
  readonly floor: number;
  readonly requiredShare: number;
  readonly provenance: Provenance;
}

/** A limit on the coefficient of variation of each named indicator; `composite` limits the plain mean of them instead. */
export interface CoefficientRuleDefinition {
  readonly id: string;
  readonly words: Words;
  readonly part: string;
  readonly of: readonly string[];
  /** The measure that weights the members, e.g. `students`; null = every member counts the same. */
  readonly weight: string | null;
  readonly kind: 'each' | 'composite';
  readonly limits: readonly Thresholds[];
  readonly provenance: Provenance;
}

export interface PartDefinition {
  readonly id: string;
  readonly words: Words;
  /** False = shown for information, without weight in the verdict of the area. */
  readonly counts: boolean;
  readonly provenance: Provenance;
}

/** A number with a name that formulas use, so that an area can tighten it. */
export interface ParameterDefinition {
  readonly id: string;
  readonly words: Words;
  readonly unit: string;
  readonly value: number;
  /** Which direction is stricter; an override may only move that way. */
  readonly stricter: 'higher' | 'lower';
  readonly provenance: Provenance;
}

export interface ExclusionDefinition {
  readonly id: string;
  readonly words: Words;
  readonly when: string;
  /** Parts in which the unit does not count; empty = all. */
  readonly parts: readonly string[];
  readonly provenance: Provenance;
}

/** Under a condition an indicator has another formula or another line. Among lines the most favourable one holds. */
export interface ExceptionDefinition {
  readonly id: string;
  readonly words: Words;
  readonly indicators: readonly string[];
  readonly when: string;
  readonly formula: string | null;
  readonly thresholds: Readonly<Partial<Record<StageOrAll, Amount>>> | null;
  readonly provenance: Provenance;
}

/** How shared whole-school values are divided: stage part = weight × students of the stage ÷ the sum of these. */
export interface SplitDefinition {
  readonly id: string;
  readonly words: Words;
  readonly when: string;
  readonly weights: Readonly<Partial<Record<Stage, number>>>;
  /** The measure by stage that is weighted, e.g. `students`. */
  readonly by: string;
  readonly provenance: Provenance;
}

export interface AttestedDefinition {
  readonly id: string;
  readonly words: Words;
  readonly part: string;
  /** Items that stand or fall together and count once, as for indicators. */
  readonly item: string;
  readonly kind: 'document' | 'survey' | 'external' | 'veto';
  readonly scope: 'school' | 'area';
  readonly comparison: Comparison;
  /** Null = the answer is yes or no. A veto is met by the answer no, everything else by yes. */
  readonly threshold: number | null;
  /** What a number counts, such as `share`; null = yes or no, or a number without a unit. */
  readonly unit: string | null;
  /** How many decimals a number is shown with at least to be told from its line; 0 = only whole numbers are answers. */
  readonly decimals: number;
  /** The lowest and highest possible answer, in `unit`; null = any. */
  readonly range: readonly [number, number] | null;
  readonly due: number | null;
  readonly provenance: Provenance;
}

export interface DocumentSource {
  readonly title: Words;
  /** The number of the document, e.g. 教督〔2017〕6号. */
  readonly document: string;
  readonly issuer: string;
  readonly issuedOn: string;
}

/** A standard as its file says it, checked and with every default filled in. */
export interface StandardDefinition {
  readonly id: string;
  readonly version: string;
  readonly words: Words;
  readonly area: string;
  readonly source: DocumentSource;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** The level of the areas that are judged. */
  readonly level: 'nation' | 'province' | 'city' | 'county' | 'township';
  readonly stages: readonly Stage[];
  /** Which units the standard speaks of at all; null = every unit that runs one of its stages. */
  readonly covers: string | null;
  readonly parts: readonly PartDefinition[];
  readonly parameters: readonly ParameterDefinition[];
  readonly splits: readonly SplitDefinition[];
  readonly exclusions: readonly ExclusionDefinition[];
  readonly exceptions: readonly ExceptionDefinition[];
  readonly indicators: readonly IndicatorDefinition[];
  readonly schoolRules: readonly SchoolRuleDefinition[];
  readonly coefficients: readonly CoefficientRuleDefinition[];
  readonly attested: readonly AttestedDefinition[];
  readonly confidence: Confidence;
  readonly notes: readonly Words[];
}

/** What an area makes stricter in a standard of a higher area. */
export interface OverrideDefinition {
  readonly overrides: string;
  readonly version: string;
  readonly words: Words;
  readonly area: string;
  readonly source: DocumentSource;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly thresholds: readonly {
    readonly indicator: string;
    readonly stage: StageOrAll;
    readonly value: number;
    readonly provenance: Provenance;
  }[];
  readonly limits: readonly {
    readonly rule: string;
    readonly stage: StageOrAll;
    readonly value: number;
    readonly provenance: Provenance;
  }[];
  readonly parameters: readonly {
    readonly parameter: string;
    readonly value: number;
    readonly provenance: Provenance;
  }[];
  readonly schoolRules: readonly {
    readonly rule: string;
    readonly minMet: number | null;
    readonly floor: number | null;
    readonly provenance: Provenance;
  }[];
  readonly attested: readonly { readonly item: string; readonly threshold: number; readonly provenance: Provenance }[];
}
