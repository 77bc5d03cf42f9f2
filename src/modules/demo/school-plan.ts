import { type Stage, stages } from '#standards';
import type { Category, Ownership, Place } from './model.ts';

/** What is special about a school, as factors on what it would have otherwise; absent = nothing. */
export interface Peculiarity {
  readonly teachingArea?: number;
  readonly sportsArea?: number;
  readonly equipment?: number;
  readonly multimedia?: number;
  readonly peArts?: number;
  readonly backbone?: number;
  /** Full classes: the largest number of pupils that is put into one. */
  readonly classMost?: number;
  readonly leasedSportsM2PerPupil?: number;
  readonly visitingPeArts?: number;
  readonly migrantShare?: number;
  /** Measures that the school did not report in the last year. */
  readonly missing?: readonly string[];
  /** Position in the plan of a school that also lists this school's first teacher. */
  readonly sharesTeacherWith?: number;
  /** The last report repeats the one before. */
  readonly repeatsReport?: true;
  /** The typed number of pupils is this much above the class rows in the last year. */
  readonly overstatedPupils?: number;
  /** Factor by which the number of books was mistyped in the last year. */
  readonly mistypedBooks?: number;
}

/** A school as it is planned for a county, before it has numbers. */
export interface SchoolPlan {
  readonly category: Category;
  readonly kind: 'school' | 'campus' | 'teaching-point';
  readonly place: Place;
  readonly ownership: Ownership;
  readonly boarding: boolean;
  readonly yearBuilt: number;
  /** Pupils by stage in the base year. */
  readonly pupils: Readonly<Partial<Record<Stage, number>>>;
  /** Position in the plan of the school to which a campus or teaching point belongs. */
  readonly belongsTo?: number;
  /** It is the main campus of several. */
  readonly hasCampuses?: true;
  /** Number of its school group in the county, from 1. */
  readonly group?: number;
  readonly denseCentre?: true;
  readonly peculiarity?: Peculiarity;
}

/** The stages a school is planned for, lowest first. */
export function plannedStages(plan: SchoolPlan): readonly Stage[] {
  return stages.filter((stage) => plan.pupils[stage] !== undefined);
}

/** Takes one fact of the school at hand. */
export type Put = (stage: Stage | 'all', measure: string, value: number) => void;
