import type { DocumentSource, Provenance } from './definition.ts';
import type { Stage } from './input.ts';
import type { Words } from './words.ts';

/** One answer to choose. Without points it is an answer that no score counts, such as "does not apply". */
export interface AnswerOption {
  readonly id: string;
  readonly words: Words;
  readonly points: number | null;
  /** Whether it counts for the thing asked about; null = it enters no share. */
  readonly positive: boolean | null;
  /** What a rater must see to choose it. */
  readonly descriptor: Words | null;
}

/** What can be answered to one item. A level is a choice along a scale that the instrument names once. */
export type AnswerType =
  | { readonly kind: 'yesNo'; readonly positive: boolean }
  | { readonly kind: 'choice' | 'level'; readonly options: readonly AnswerOption[] }
  | {
      readonly kind: 'choices';
      readonly options: readonly AnswerOption[];
      readonly atLeast: number;
      readonly atMost: number;
    }
  | {
      readonly kind: 'number';
      readonly unit: Words | null;
      readonly from: number | null;
      readonly to: number | null;
      readonly whole: boolean;
    }
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'date'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'files'; readonly atLeast: number };

export interface InstrumentItem {
  readonly id: string;
  readonly words: Words;
  readonly help: Words | null;
  readonly type: AnswerType;
  readonly required: boolean;
  /** `required` = an answer without a photo or file is not complete. */
  readonly evidence: 'none' | 'optional' | 'required';
  readonly weight: number;
  /** A condition over earlier items; null = always asked. */
  readonly askedIf: string | null;
  readonly provenance: Provenance;
}

export interface InstrumentSection {
  readonly id: string;
  readonly words: Words;
  readonly help: Words | null;
  readonly askedIf: string | null;
  readonly items: readonly InstrumentItem[];
}

/** From this value on a score has this name; bands rise. */
export interface ScoreBand {
  readonly from: number;
  readonly words: Words;
}

/** How a score is made of the items that were asked and answered. `share` = positive answers among those that count. */
export interface ScoreDefinition {
  readonly id: string;
  readonly words: Words;
  readonly how: 'sum' | 'mean' | 'weighted' | 'share';
  readonly items: readonly string[];
  readonly bands: readonly ScoreBand[];
  readonly provenance: Provenance;
}

/** Who is asked in a survey. `leastShare` = the part of all answers that should come from them; null = not fixed. */
export interface RespondentKind {
  readonly id: string;
  readonly words: Words;
  readonly leastShare: number | null;
  readonly provenance: Provenance;
}

export interface Sampling {
  /** How many answers are wanted for each thousand residents. */
  readonly perThousandResidents: number;
  /** Groups with fewer answers are counted and not shown. */
  readonly shownFrom: number;
  readonly provenance: Provenance;
}

/** A rubric, checklist, survey or scale as data: what is asked, what can be answered, how it is scored. */
export interface Instrument {
  readonly id: string;
  readonly version: string;
  readonly kind: 'rubric' | 'checklist' | 'survey' | 'scale';
  readonly words: Words;
  readonly area: string;
  /** Who it is about: a school or the area itself. */
  readonly subject: 'school' | 'area';
  readonly stages: readonly Stage[];
  readonly source: DocumentSource;
  readonly provenance: Provenance;
  readonly notes: readonly Words[];
  readonly sections: readonly InstrumentSection[];
  readonly scores: readonly ScoreDefinition[];
  readonly respondents: readonly RespondentKind[];
  readonly sampling: Sampling | null;
}

/** What was answered to an item: an option's id, several ids, a number, yes or no, a text, a day. */
export type AnswerValue = boolean | number | string | readonly string[];

/** The answers of one sheet, by item. `files` are the names under which photos and files were kept. */
export type Answers = ReadonlyMap<string, { readonly value: AnswerValue | null; readonly files: readonly string[] }>;

export const itemsOf = (instrument: Instrument): readonly InstrumentItem[] =>
  instrument.sections.flatMap(({ items }) => items);
