import type { Publication, RoundState } from './shapes/round.ts';

export interface SeedEntered {
  readonly value: string;
  readonly source: string;
  readonly witnesses: readonly string[];
  readonly enteredAt: string;
}

export interface RoundRow {
  readonly county_code: string;
  readonly id: string;
  readonly rules_id: string;
  readonly rules_version: number;
  readonly rules_hash: string;
  readonly state: RoundState;
  readonly apply_from: Date;
  readonly apply_until: Date;
  readonly list_hash: string | null;
  readonly seed: SeedEntered | null;
  readonly opened_at: Date;
  /** Of the version of the rules it runs on. */
  readonly content: string;
  readonly author: string;
  readonly reason: string;
}

export interface ApplicationRow {
  readonly county_code: string;
  readonly round_id: string;
  readonly id: string;
  readonly guardian: string;
  readonly request_key: string;
  readonly state: 'draft' | 'submitted' | 'withdrawn';
  readonly version: number;
  readonly guardian_name: string | null;
  readonly guardian_identity: string | null;
  readonly phone: string | null;
  readonly home_address: string | null;
  readonly zone: string | null;
  readonly together: boolean;
  readonly consented_at: Date | null;
  readonly started_at: Date;
  readonly submitted_at: Date | null;
  readonly ended_at: Date | null;
}

export type Checked = 'none' | 'sure' | 'doubtful' | 'missing' | 'confirmed' | 'refusalProposed' | 'refused';
export type MatchOutcome = 'sure' | 'nameDiffers' | 'dateDiffers' | 'identityDiffers' | 'missing';

export interface StoredMatch {
  readonly list: string;
  readonly outcome: MatchOutcome;
  /** The row of the list, where one was found. */
  readonly row: string | null;
}

export interface ChildRow {
  readonly county_code: string;
  readonly round_id: string;
  readonly id: string;
  readonly application_id: string;
  readonly position: number;
  readonly token: string;
  readonly name: string | null;
  readonly identity: string | null;
  readonly identity_index: string | null;
  readonly birth_date: string | null;
  readonly claimed: string;
  readonly choices: readonly string[];
  readonly is_claimed: boolean;
  readonly checked: Checked;
  readonly category: string | null;
  readonly matches: readonly StoredMatch[];
  readonly proved: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly proposed_by: string | null;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly ended_at: Date | null;
}

export interface ListRow {
  readonly id: string;
  readonly list: string;
  readonly name: string | null;
  readonly identity: string | null;
  readonly identity_index: string | null;
  readonly birth_date: string | null;
  readonly value: string;
}

export interface PublicationRow {
  readonly edition: number;
  readonly kind: Publication['kind'];
  readonly files: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly published_by: string;
  readonly published_at: Date;
}
