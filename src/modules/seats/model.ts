import type { ChainStage } from './grades.ts';

export interface SchoolRow {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly ownership: 'public' | 'inclusive-private' | 'private';
  readonly township: string;
  readonly boarding: boolean;
  readonly lng: number | null;
  readonly lat: number | null;
}

/** Pupils of a grade in a school year; `grade` is a position in the chain. */
export interface GradeRow {
  readonly unit: string;
  readonly year: number;
  readonly grade: number;
  readonly pupils: number;
}

export interface PlaceYear {
  readonly township: string;
  readonly year: number;
  readonly births: number | null;
  readonly residents: number | null;
}

/** A stage of a school with what limits its seats; null = not reported. */
export interface StageState {
  readonly unit: string;
  readonly stage: ChainStage;
  readonly pupils: number;
  readonly classes: number;
  readonly largestClass: number;
  readonly teachers: number | null;
  /** Teaching and auxiliary rooms of the whole school. */
  readonly areaM2: number | null;
  readonly beds: number | null;
  readonly rooms: number | null;
  readonly licensedSeats: number | null;
  readonly quality: boolean;
}

export interface SeatChange {
  readonly id: string;
  readonly unit: string | null;
  readonly township: string;
  readonly name: string;
  readonly kind: 'build' | 'enlarge' | 'convert' | 'close';
  readonly stage: ChainStage;
  readonly seats: number;
  readonly opensYear: number;
}

export const dutySteps = ['design', 'build', 'accept', 'handOver'] as const;
export type DutyStep = (typeof dutySteps)[number];

export interface HousingRow {
  readonly id: string;
  readonly township: string;
  readonly name: string;
  readonly phases: readonly { readonly homes: number; readonly handedOverOn: string }[];
  readonly duties: readonly {
    readonly stage: ChainStage;
    readonly seats: number;
    readonly steps: readonly { readonly step: DutyStep; readonly dueOn: string; readonly doneOn: string | null }[];
  }[];
}

/** Everything a county's seats are computed from. */
export interface CountyInputs {
  readonly county: string;
  readonly townships: readonly { readonly code: string; readonly name: string }[];
  readonly schools: readonly SchoolRow[];
  readonly grades: readonly GradeRow[];
  readonly places: readonly PlaceYear[];
  readonly stages: readonly StageState[];
  readonly changes: readonly SeatChange[];
  readonly housing: readonly HousingRow[];
}
