import type { StageOrAll } from '#standards';
import type { Followed } from './follow-line.ts';

/** A line as it is stored. */
export interface LineRow {
  readonly county_code: string;
  readonly id: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly township_code: string | null;
  readonly stage: StageOrAll;
  readonly standard_id: string;
  readonly indicator: string;
  readonly family: string;
  readonly bottom_line: boolean;
  readonly origin: 'evaluation' | 'plan';
  readonly state: Followed['state'];
  readonly school_year: number;
  readonly value: number | null;
  readonly threshold: number | null;
  readonly shortfall: number;
  /** By the price table; null where it names no price. */
  readonly cost_fen: number | null;
  /** What a person put in its place. */
  readonly own_cost_fen: number | null;
  readonly act: string | null;
  readonly owner: string | null;
  readonly due_on: string;
  readonly opened_at: Date;
  readonly opened_year: number;
  readonly closed_at: Date | null;
  readonly reopened: number;
  readonly project_id: string | null;
  /** Where the project stands: `planned`, `underway` or `accepted`; written with the project. */
  readonly project_state: 'planned' | 'underway' | 'accepted' | null;
  readonly last_seq: number;
}

export interface EventRow {
  readonly county_code: string;
  readonly line_id: string;
  readonly seq: number;
  readonly kind: string;
  readonly at: Date;
  readonly by_person: string;
  readonly school_year: number | null;
  readonly value: number | null;
  readonly threshold: number | null;
  readonly shortfall: number | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface MeasurementRow {
  readonly county_code: string;
  readonly standard_id: string;
  readonly school_year: number;
  readonly inputs_hash: string;
  readonly standard_hash: string;
  readonly judged: number;
  readonly met: number;
  readonly at: Date;
  readonly by_person: string;
}

/** What a measurement needs to know of a stored line. */
export function followedOf(row: LineRow): Followed {
  const { state, school_year: schoolYear, value, threshold, shortfall, reopened } = row;
  return { state, schoolYear, value, threshold, shortfall, reopened };
}

/** What a line costs: a person's own figure before the table's. */
export function costOf(row: Pick<LineRow, 'cost_fen' | 'own_cost_fen'>): number | null {
  return row.own_cost_fen ?? row.cost_fen;
}
