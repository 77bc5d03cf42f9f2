export type VisitState = 'planned' | 'clean' | 'rectifying' | 'verifying' | 'mended';

/** A negative answer with what the inspector wrote of it. */
export interface Finding {
  readonly item: string;
  readonly what: string;
}

export interface CampaignRow {
  readonly area_code: string;
  readonly id: string;
  readonly instrument: string;
  readonly title: string;
  readonly basis: string;
  readonly from_on: string;
  readonly until_on: string;
  readonly rectify_by: string;
  readonly state: 'open' | 'closed';
  readonly summary: string;
  readonly opened_by: string;
  readonly opened_at: Date;
  readonly closed_by: string | null;
  readonly closed_at: Date | null;
}

export interface VisitRow {
  readonly county_code: string;
  readonly campaign_area: string;
  readonly campaign_id: string;
  readonly unit_id: string;
  readonly township_code: string | null;
  readonly sheet_id: string;
  readonly state: VisitState;
  readonly findings: readonly Finding[];
  readonly case_id: string | null;
}
