import type { FindingRule } from '#contracts/balance';
import { type Dictionary, type Measure, type StageOrAll, stages, type UnitTable, type Words } from '#standards';

/** The units of one area in one school year, and the same area a year before where it is known. */
export interface QualityInput {
  readonly schoolYear: number;
  readonly units: UnitTable;
  readonly previous: { readonly schoolYear: number; readonly units: UnitTable } | null;
  readonly dictionary: Dictionary;
  readonly checks: QualityChecks;
}

/** "The sum of `left` is at most (or equals) the sum of `right`", in each stage named. */
export interface RelationCheck {
  readonly id: string;
  readonly words: Words;
  readonly stages: readonly StageOrAll[];
  readonly left: readonly string[];
  readonly relation: 'atMost' | 'equals';
  readonly right: readonly string[];
}

/** "What an area reports as `area` is the sum of what its schools report as `of`", in the stages and kinds of ownership named. */
export interface SchoolSum {
  readonly area: string;
  readonly of: string;
  readonly stages: readonly StageOrAll[];
  readonly ownership: readonly string[];
}

/** The bounds of the statistical rules. They are ours, not the standard's, and stand in `policies/quality-checks.yaml`. */
export interface QualityChecks {
  readonly relations: readonly RelationCheck[];
  readonly outliers: {
    readonly robustScore: number;
    readonly times: number;
    readonly pupils: number;
    readonly schools: number;
  };
  readonly copies: { readonly figures: number; readonly distinct: number };
  readonly digits: { readonly smallest: number; readonly figures: number; readonly tail: number };
  readonly sums: {
    readonly tolerance: number;
    readonly notSums: readonly string[];
    readonly schools: readonly SchoolSum[];
  };
  readonly shared: { readonly localShare: number };
  readonly photos: { readonly within: number; readonly flat: number };
}

/** What a rule found, before anybody answered it. `unit` is a row of the unit table; null = the whole area. */
export interface Issue {
  readonly rule: FindingRule;
  readonly gravity: 'grave' | 'check' | 'hint';
  readonly unit: number | null;
  /** Where it is about an area below the one that is looked at: a row of the area table. */
  readonly area?: number;
  readonly stage: StageOrAll | null;
  readonly measures: readonly string[];
  readonly message: Words;
  readonly remedy: Words;
  readonly evidence: readonly { readonly label: Words; readonly value: string }[];
  /** Of a signal of false data: how likely the same is by chance or honest work. */
  readonly chance?: Words;
  /** Uploaded files to look at. */
  readonly files?: readonly string[];
}

/** Every reported column of a unit table with its measure, in the order of the dictionary and of the stages. */
export function columnsOf({ units, dictionary }: Pick<QualityInput, 'units' | 'dictionary'>): {
  readonly measure: Measure;
  readonly stage: StageOrAll;
  readonly values: Float64Array;
}[] {
  return [...dictionary.measures.values()].flatMap((measure) =>
    [...stages, 'all' as const].flatMap((stage) => {
      const values = units.columns.get(`${measure.id}@${stage}`);
      return values === undefined ? [] : [{ measure, stage, values }];
    }),
  );
}

/** A figure as a person writes it: at most two digits after the point, no exponent. */
export function figure(value: number): string {
  return String(Math.round(value * 100) / 100);
}
