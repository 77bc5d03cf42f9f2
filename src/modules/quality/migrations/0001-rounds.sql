-- A round: schools of an area (or the area itself) evaluated by one guide, once.
CREATE TABLE quality_round (
  county_code text NOT NULL,
  id text NOT NULL,
  instrument text NOT NULL,
  title text NOT NULL,
  school_year smallint NOT NULL,
  self_due_on date NOT NULL,
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (county_code, id)
);
-- One school's part of a round: its case, its two sheets. unit_id '' = the area itself.
CREATE TABLE quality_evaluation (
  county_code text NOT NULL,
  round_id text NOT NULL,
  unit_id text NOT NULL,
  case_id text NOT NULL,
  self_sheet text NOT NULL,
  external_sheet text,
  state text NOT NULL,
  PRIMARY KEY (county_code, round_id, unit_id)
);
CREATE INDEX quality_evaluation_case ON quality_evaluation (county_code, case_id);
CREATE INDEX quality_evaluation_unit ON quality_evaluation (county_code, unit_id, round_id);
