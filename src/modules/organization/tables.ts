import type { ColumnType } from 'kysely';

type Level = 'nation' | 'province' | 'city' | 'county' | 'township';
type Ownership = 'public' | 'inclusive-private' | 'private';
type Defaulted<T> = ColumnType<T, T | undefined, T>;

/** Where a row of `unit` lies, as the gate asks. */
export const unitPlace = {
  county: 'unit.county_code',
  township: 'unit.township_code',
  unit: 'unit.id',
  stages: 'unit.stages',
} as const;

/** The tables this module owns. */
export interface Tables {
  area: {
    code: string;
    level: Level;
    kind: Defaulted<'division' | 'development-zone' | 'pseudo' | 'local'>;
    parent_code: string | null;
    name: string;
    name_en: string | null;
    name_key: Defaulted<string>;
    valid_from: string | null;
    valid_to: string | null;
  };
  area_change: {
    from_code: string;
    to_code: string;
    changed_on: string;
    kind: 'renamed' | 'recoded' | 'merged' | 'split' | 'abolished' | 'established';
    note: Defaulted<string>;
  };
  legal_person: {
    county_code: string;
    id: string;
    name: string;
    credit_code: string | null;
    ownership: Ownership;
    batch_id: string | null;
  };
  unit: {
    county_code: string;
    id: string;
    legal_person_id: string | null;
    parent_unit_id: string | null;
    kind: 'school' | 'campus' | 'teaching-point';
    category:
      | 'kindergarten'
      | 'primary'
      | 'junior'
      | 'nine-year'
      | 'complete-secondary'
      | 'senior'
      | 'twelve-year'
      | 'special'
      | 'vocational';
    stages: string[];
    identifier: string | null;
    name: string;
    name_key: Defaulted<string>;
    former_names: Defaulted<string[]>;
    township_code: string | null;
    address: string | null;
    ownership: Ownership;
    urban_rural: 'urban' | 'town' | 'rural' | null;
    boarding: boolean | null;
    year_built: number | null;
    lng: number | null;
    lat: number | null;
    point_datum: 'WGS84' | 'GCJ-02' | 'BD-09' | null;
    point_x: number | null;
    point_y: number | null;
    group_id: string | null;
    attributes: Defaulted<Readonly<Record<string, string | number | boolean | null>>>;
    opened_on: string | null;
    closed_on: string | null;
    batch_id: string | null;
  };
  school_year: { county_code: string; year: number; state: 'open' | 'locked' };
  school_year_act: {
    county_code: string;
    year: number;
    at: Date;
    act: 'locked' | 'reopened';
    reason: string;
    by_person: string;
  };
}
