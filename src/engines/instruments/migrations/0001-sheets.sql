-- An instrument as it was when something was answered with it: stored answers keep their version for ever.
CREATE TABLE instrument_version (
  instrument text NOT NULL,
  version text NOT NULL,
  sha256 text NOT NULL,
  definition jsonb NOT NULL,
  kept_at timestamptz NOT NULL,
  PRIMARY KEY (instrument, version)
);
-- One instrument to be answered by one side about one school or area. unit_id '' = the area itself.
CREATE TABLE answer_sheet (
  county_code text NOT NULL,
  id text NOT NULL,
  instrument text NOT NULL,
  version text NOT NULL,
  unit_id text NOT NULL,
  -- Who answers: the school itself, an external group, an inspector on site.
  side text NOT NULL,
  -- What the sheet belongs to, such as a round; '' = nothing.
  about text NOT NULL,
  title text NOT NULL,
  state text NOT NULL,
  due_on date,
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  submitted_by text,
  submitted_at timestamptz,
  PRIMARY KEY (county_code, id)
);
CREATE INDEX answer_sheet_about ON answer_sheet (county_code, about, unit_id);
CREATE INDEX answer_sheet_open ON answer_sheet (county_code, state, unit_id);
-- The answers as they stand. revision counts the changes of this one item.
CREATE TABLE answer (
  county_code text NOT NULL,
  sheet_id text NOT NULL,
  item text NOT NULL,
  revision integer NOT NULL,
  value jsonb,
  note text NOT NULL,
  files text[] NOT NULL,
  by_person text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (county_code, sheet_id, item)
);
-- Every change that ever arrived, also those that met another one; id is made on the device, so that sending twice is sending once.
CREATE TABLE answer_change (
  county_code text NOT NULL,
  sheet_id text NOT NULL,
  id text NOT NULL,
  item text NOT NULL,
  base_revision integer NOT NULL,
  -- taken, conflict (it met another change), late (the sheet was submitted), settled (somebody looked at the two)
  outcome text NOT NULL,
  revision integer NOT NULL,
  value jsonb,
  note text NOT NULL,
  files text[] NOT NULL,
  written_at timestamptz NOT NULL,
  by_person text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (county_code, sheet_id, id)
);
CREATE INDEX answer_change_item ON answer_change (county_code, sheet_id, item, at);
