-- A fact: what one unit (or, with unit_id '', the county itself) reported for one measure, stage and school year.
-- stage 'all' = reported for the whole unit. batch_id + sheet + row + column name the source cell; sheet counts from 0 in the batch's sheet list.
CREATE TABLE fact (
  county_code text NOT NULL,
  school_year smallint NOT NULL,
  unit_id text NOT NULL,
  stage text NOT NULL,
  measure text NOT NULL,
  value double precision NOT NULL,
  batch_id text NOT NULL,
  sheet smallint NOT NULL,
  sheet_row integer NOT NULL,
  sheet_column smallint NOT NULL,
  PRIMARY KEY (county_code, school_year, unit_id, stage, measure)
);
CREATE INDEX fact_batch ON fact (county_code, batch_id);
-- Class and staff rows, optional: where a county keeps them, the measures that follow from them are derived.
CREATE TABLE school_class (
  county_code text NOT NULL,
  school_year smallint NOT NULL,
  unit_id text NOT NULL,
  id text NOT NULL,
  stage text NOT NULL,
  grade smallint NOT NULL,
  name text NOT NULL DEFAULT '',
  pupils integer NOT NULL,
  batch_id text,
  sheet smallint,
  sheet_row integer,
  PRIMARY KEY (county_code, school_year, unit_id, id)
);
CREATE TABLE staff (
  county_code text NOT NULL,
  school_year smallint NOT NULL,
  unit_id text NOT NULL,
  id text NOT NULL,
  role text NOT NULL CHECK (role IN ('teacher', 'principal', 'administration', 'support', 'health', 'other')),
  stage text,
  subject text,
  full_time boolean NOT NULL DEFAULT true,
  degree text CHECK (degree IN ('doctor', 'master', 'bachelor', 'junior-college', 'secondary', 'below')),
  backbone boolean NOT NULL DEFAULT false,
  certificate boolean,
  title text,
  batch_id text,
  sheet smallint,
  sheet_row integer,
  PRIMARY KEY (county_code, school_year, unit_id, id)
);
