import type { AttributeDefinition } from './attributes.ts';
import { attributes } from './attributes.ts';
import type { DocumentSource, Provenance } from './definition.ts';
import type { AttributeValue, ColumnKey, Stage } from './input.ts';
import type { Term } from './term.ts';
import type { Words } from './words.ts';

/** What the checks may ask about a school beside what the standards may. */
export const checkAttributes: readonly AttributeDefinition[] = [
  ...attributes,
  { id: 'name', words: { zh: '学校名称', en: 'name of the school' }, type: 'text' },
  { id: 'county', words: { zh: '县级代码', en: 'code of the county' }, type: 'text' },
  { id: 'address', words: { zh: '地址', en: 'address' }, type: 'text' },
  { id: 'pointX', words: { zh: '经度', en: 'longitude' }, type: 'number' },
  { id: 'pointY', words: { zh: '纬度', en: 'latitude' }, type: 'number' },
];

/** One place where an input may be found. */
export type CheckSource =
  | {
      /** A formula over cells, measures and attributes of one school, or (`over: county`) over the schools of a county. */
      readonly kind: 'formula';
      readonly text: string;
      readonly term: Term;
      readonly over: 'school' | 'county';
      /** 1 = the numbers of the school year before. Cells are always those of the file. */
      readonly yearsBack: number;
      readonly cells: readonly string[];
      readonly columns: readonly ColumnKey[];
      readonly attributes: readonly string[];
    }
  /** How many schools of the county are alike in all of these attributes, this one included. */
  | { readonly kind: 'alike'; readonly attributes: readonly string[] }
  /** The most class rows that share a grade. */
  | { readonly kind: 'parallelClasses'; readonly stage: Stage };

/** A value that a check compares: the first of its sources that is known. */
export interface CheckInput {
  readonly id: string;
  readonly words: Words;
  readonly type: 'number' | 'text';
  /** The input is whether its text fits. */
  readonly fits: RegExp | null;
  /** What a blank cell means where its form is in the file; null = not reported. */
  readonly blank: AttributeValue;
  readonly sources: readonly CheckSource[];
  /** Why no form and no dataset holds it; null where one does. */
  readonly unheld: Words | null;
}

/** One condition of a rule. */
export interface Check {
  readonly severity: 'refused' | 'warning';
  readonly holds: Term;
  /** `holds` in words. */
  readonly words: Words;
  /** Where it is no, the check does not apply. */
  readonly when: Term | null;
  /** The inputs that `holds` and `when` name. */
  readonly inputs: readonly string[];
  /** The input whose cell is marked. */
  readonly marks: string;
  readonly of: 'school' | 'county';
  /** `{input}` is filled with its value, `{others}` with the schools that an input `alike` found. */
  readonly message: Words;
  readonly remedy: Words;
}

export interface CheckRule {
  readonly id: string;
  readonly words: Words;
  /** The forms the rule speaks of, as its source names them. */
  readonly forms: readonly string[];
  readonly inputs: ReadonlyMap<string, CheckInput>;
  readonly checks: readonly Check[];
  /** What of the rule no file can tell, and why. */
  readonly byPerson: readonly Words[];
  readonly provenance: Provenance;
}

/** The rules of a checks file, compiled. */
export interface CheckSet {
  readonly id: string;
  readonly version: string;
  readonly words: Words;
  readonly source: DocumentSource;
  readonly rules: readonly CheckRule[];
}
