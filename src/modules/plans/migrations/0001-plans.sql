-- A plan of an area (any level) or of one of its schools. area_code is the county for a county or school, else the higher area.
CREATE TABLE plan (
  area_code text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL DEFAULT '',
  kind text NOT NULL CHECK (kind IN ('development', 'action', 'campaign', 'pilot')),
  title text NOT NULL,
  basis text NOT NULL DEFAULT '',
  from_year smallint NOT NULL,
  to_year smallint NOT NULL,
  follows_area text,
  follows_plan text,
  state text NOT NULL CHECK (state IN ('draft', 'issued', 'closed')),
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  PRIMARY KEY (area_code, id)
);
CREATE TABLE plan_act (
  area_code text NOT NULL,
  plan_id text NOT NULL,
  seq integer NOT NULL,
  act text NOT NULL CHECK (act IN ('created', 'issued', 'reopened', 'closed')),
  reason text NOT NULL DEFAULT '',
  by_person text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (area_code, plan_id, seq)
);
-- What is to be reached, by when. value NULL = the text leaves the number blank and nobody has filled it in yet.
CREATE TABLE plan_target (
  area_code text NOT NULL,
  plan_id text NOT NULL,
  id text NOT NULL,
  clause text NOT NULL,
  title text NOT NULL,
  standard_id text,
  indicator text,
  stage text,
  direction text NOT NULL CHECK (direction IN ('atLeast', 'atMost')),
  unit text NOT NULL DEFAULT '',
  value double precision,
  due_year smallint NOT NULL,
  follows_area text,
  follows_plan text,
  follows_target text,
  PRIMARY KEY (area_code, plan_id, id)
);
CREATE INDEX plan_target_follows ON plan_target (area_code, follows_plan, follows_target);
-- One year's work: who leads, who helps, until when, shown by what.
CREATE TABLE plan_task (
  area_code text NOT NULL,
  plan_id text NOT NULL,
  id text NOT NULL,
  clause text NOT NULL,
  target_id text,
  year smallint NOT NULL,
  title text NOT NULL,
  milestone double precision,
  lead_unit text NOT NULL,
  supporting text[] NOT NULL DEFAULT '{}',
  due_on date NOT NULL,
  evidence text NOT NULL DEFAULT '',
  case_id text,
  PRIMARY KEY (area_code, plan_id, id)
);
-- By which year a county is to be recognised, and on whose word. Set by the county or by an area above it.
CREATE TABLE roadmap_entry (
  county_code text NOT NULL,
  standard_id text NOT NULL,
  target_year smallint NOT NULL,
  set_by_area text NOT NULL,
  responsible text NOT NULL DEFAULT '',
  document text NOT NULL DEFAULT '',
  signed_on date,
  recognised_on date,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  PRIMARY KEY (county_code, standard_id)
);
