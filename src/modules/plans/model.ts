import type { PlainDate } from '#core/calendar';

export const planKinds = ['development', 'action', 'campaign', 'pilot'] as const;
export type PlanKind = (typeof planKinds)[number];
export type PlanState = 'draft' | 'issued' | 'closed';
export type Direction = 'atLeast' | 'atMost';

export interface PlanRow {
  readonly area_code: string;
  readonly id: string;
  /** '' = the area's own plan. */
  readonly unit_id: string;
  readonly kind: PlanKind;
  readonly title: string;
  readonly basis: string;
  readonly from_year: number;
  readonly to_year: number;
  readonly follows_area: string | null;
  readonly follows_plan: string | null;
  readonly state: PlanState;
  readonly created_at: Date;
  readonly created_by: string;
}

export interface TargetRow {
  readonly area_code: string;
  readonly plan_id: string;
  readonly id: string;
  readonly clause: string;
  readonly title: string;
  /** The indicator that measures it; null = progress is reported with evidence. */
  readonly standard_id: string | null;
  readonly indicator: string | null;
  readonly stage: string | null;
  readonly direction: Direction;
  readonly unit: string;
  /** null = the text leaves the number blank. */
  readonly value: number | null;
  readonly due_year: number;
  readonly follows_area: string | null;
  readonly follows_plan: string | null;
  readonly follows_target: string | null;
}

export interface TaskRow {
  readonly area_code: string;
  readonly plan_id: string;
  readonly id: string;
  readonly clause: string;
  readonly target_id: string | null;
  readonly year: number;
  readonly title: string;
  readonly milestone: number | null;
  readonly lead_unit: string;
  readonly supporting: readonly string[];
  readonly due_on: PlainDate;
  readonly evidence: string;
  readonly case_id: string | null;
}

export interface RoadmapRow {
  readonly county_code: string;
  readonly standard_id: string;
  readonly target_year: number;
  readonly set_by_area: string;
  readonly responsible: string;
  readonly document: string;
  readonly signed_on: PlainDate | null;
  readonly recognised_on: PlainDate | null;
  readonly changed_at: Date;
  readonly changed_by: string;
}

/** One year's reading of an indicator; null = not reported. */
export interface Reading {
  readonly year: number;
  readonly value: number | null;
}

/**
 * Where a target stands. `blank`: nobody has filled in its number. `noTrend`: not reached, and too few years are known to say more.
 * `slipping`: not reached, and the trend of the years known would not reach it in time. `missed`: its year is over.
 */
export type Standing = 'blank' | 'noData' | 'reached' | 'onTrack' | 'slipping' | 'noTrend' | 'missed';
