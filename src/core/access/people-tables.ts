/** Where a person is registered, and their id there. */
export interface PersonRef {
  readonly area: string;
  readonly person: string;
}

/** The tables of this room. */
export interface PeopleTables {
  core_person: {
    area_code: string;
    id: string;
    name: string;
    unit_id: string | null;
    post: string;
    invented: boolean;
    registered_at: Date;
    registered_by: string;
    closed_at: Date | null;
    closed_by: string | null;
  };
  core_grant: {
    area_code: string;
    person_id: string;
    id: string;
    role: string;
    at_area: string;
    at_unit: string | null;
    stages: string[] | null;
    from_day: string | null;
    to_day: string | null;
    source: 'granted' | 'emergency';
    until: Date | null;
    reason: string;
    granted_at: Date;
    granted_by: string;
    revoked_at: Date | null;
    revoked_by: string | null;
    reviewed_at: Date | null;
    reviewed_by: string | null;
    review: string | null;
  };
  core_delegation: {
    area_code: string;
    person_id: string;
    id: string;
    from_area: string;
    from_person: string;
    roles: string[];
    from_day: string;
    to_day: string;
    reason: string;
    made_at: Date;
    ended_at: Date | null;
  };
}
