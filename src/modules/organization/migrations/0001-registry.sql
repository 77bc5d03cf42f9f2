-- Small code tables: reference tables on a distributed database.
CREATE TABLE area (
  code text PRIMARY KEY,
  level text NOT NULL CHECK (level IN ('nation', 'province', 'city', 'county', 'township')),
  kind text NOT NULL DEFAULT 'division' CHECK (kind IN ('division', 'development-zone', 'pseudo', 'local')),
  parent_code text,
  name text NOT NULL,
  name_en text,
  name_key text NOT NULL DEFAULT '',
  valid_from date,
  valid_to date
);
CREATE INDEX area_parent ON area (parent_code);
CREATE TABLE area_change (
  from_code text NOT NULL,
  to_code text NOT NULL,
  changed_on date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('renamed', 'recoded', 'merged', 'split', 'abolished', 'established')),
  note text NOT NULL DEFAULT '',
  PRIMARY KEY (from_code, to_code, changed_on)
);
-- Large tables: the county first in every key.
CREATE TABLE legal_person (
  county_code text NOT NULL,
  id text NOT NULL,
  name text NOT NULL,
  credit_code text,
  ownership text NOT NULL CHECK (ownership IN ('public', 'inclusive-private', 'private')),
  batch_id text,
  PRIMARY KEY (county_code, id)
);
CREATE TABLE unit (
  county_code text NOT NULL,
  id text NOT NULL,
  legal_person_id text,
  parent_unit_id text,
  kind text NOT NULL CHECK (kind IN ('school', 'campus', 'teaching-point')),
  category text NOT NULL CHECK (category IN ('kindergarten', 'primary', 'junior', 'nine-year', 'complete-secondary', 'senior', 'twelve-year', 'special', 'vocational')),
  stages text[] NOT NULL,
  identifier text,
  name text NOT NULL,
  name_key text NOT NULL DEFAULT '',
  former_names text[] NOT NULL DEFAULT '{}',
  township_code text,
  address text,
  ownership text NOT NULL CHECK (ownership IN ('public', 'inclusive-private', 'private')),
  urban_rural text CHECK (urban_rural IN ('urban', 'town', 'rural')),
  boarding boolean,
  year_built smallint,
  lng double precision,
  lat double precision,
  point_datum text CHECK (point_datum IN ('WGS84', 'GCJ-02', 'BD-09')),
  point_x double precision,
  point_y double precision,
  group_id text,
  attributes jsonb NOT NULL DEFAULT '{}',
  opened_on date,
  closed_on date,
  batch_id text,
  PRIMARY KEY (county_code, id)
);
CREATE INDEX unit_identifier ON unit (county_code, identifier);
CREATE TABLE school_year (
  county_code text NOT NULL,
  year smallint NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'locked')),
  PRIMARY KEY (county_code, year)
);
CREATE TABLE school_year_act (
  county_code text NOT NULL,
  year smallint NOT NULL,
  at timestamptz NOT NULL,
  act text NOT NULL CHECK (act IN ('locked', 'reopened')),
  reason text NOT NULL,
  by_person text NOT NULL,
  PRIMARY KEY (county_code, year, at)
);
