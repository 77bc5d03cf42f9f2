import type { Stage } from '#standards';

export type DemoSize = 'county' | 'city' | 'province' | 'nation';
export type Place = 'urban' | 'town' | 'rural';
export type Ownership = 'public' | 'inclusive-private' | 'private';
export type Category =
  | 'kindergarten'
  | 'primary'
  | 'junior'
  | 'nine-year'
  | 'complete-secondary'
  | 'senior'
  | 'twelve-year'
  | 'special'
  | 'vocational';

/** A name with the key by which it is sorted and found. */
export interface DemoName {
  readonly zh: string;
  /** Pinyin without tones, syllables parted by spaces. */
  readonly key: string;
}

export interface DemoArea {
  readonly code: string;
  readonly level: 'nation' | 'province' | 'city' | 'county' | 'township';
  readonly parentCode: string | null;
  readonly name: DemoName;
  readonly nameEn: string;
}

export interface DemoLegalPerson {
  readonly id: string;
  readonly name: string;
  readonly ownership: Ownership;
}

export interface DemoUnit {
  readonly id: string;
  readonly legalPersonId: string;
  readonly parentUnitId: string | null;
  readonly kind: 'school' | 'campus' | 'teaching-point';
  readonly category: Category;
  readonly stages: readonly Stage[];
  readonly name: DemoName;
  readonly townshipCode: string;
  readonly address: string;
  readonly ownership: Ownership;
  readonly urbanRural: Place;
  readonly boarding: boolean;
  readonly yearBuilt: number;
  readonly lng: number;
  readonly lat: number;
  readonly group: string | null;
  readonly denseCentre: boolean;
}

export interface DemoClass {
  readonly unitId: string;
  readonly id: string;
  readonly stage: Stage;
  readonly grade: number;
  readonly name: string;
  readonly pupils: number;
}

export interface DemoStaff {
  readonly unitId: string;
  readonly id: string;
  readonly role: 'teacher' | 'principal' | 'administration' | 'support' | 'health' | 'other';
  readonly stage: Stage | null;
  readonly subject: string | null;
  readonly degree: 'master' | 'bachelor' | 'junior-college' | 'secondary';
  readonly backbone: boolean;
  readonly certificate: boolean;
  readonly title: string | null;
}

/** One reported number; `unitId` is empty where the area itself reports. */
export interface DemoFact {
  readonly unitId: string;
  readonly stage: Stage | 'all';
  readonly measure: string;
  readonly value: number;
}

/** What a person answered for an item that no figure can show; `unitId` is empty where the county answers. */
export interface DemoAttestation {
  readonly standard: string;
  readonly item: string;
  readonly unitId: string;
  readonly answer: boolean | number;
}

export interface DemoYear {
  readonly schoolYear: number;
  readonly classes: readonly DemoClass[];
  readonly staff: readonly DemoStaff[];
  readonly facts: readonly DemoFact[];
  readonly attestations: readonly DemoAttestation[];
}

/** One county with everything in it; the generator never holds more than one. */
export interface DemoCounty {
  readonly area: DemoArea;
  readonly townships: readonly DemoArea[];
  readonly legalPersons: readonly DemoLegalPerson[];
  readonly units: readonly DemoUnit[];
  readonly years: readonly DemoYear[];
}

export interface DemoOptions {
  readonly size: DemoSize;
  readonly seed: number;
  /** School years by the calendar year in which they begin, ascending. */
  readonly years: readonly number[];
  readonly detail: DemoDetail;
}

/**
 * How much is made of a school: `rows` = every class, member of staff and attestation and all aggregates; `facts` = the aggregates alone, the same
 * numbers; `resources` = only what the coefficients of the seven resource indicators need.
 */
export type DemoDetail = 'rows' | 'facts' | 'resources';
