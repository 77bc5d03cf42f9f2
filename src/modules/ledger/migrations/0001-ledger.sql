-- One gap of one school in one stage against one item of a standard. The state follows the last measurement alone.
CREATE TABLE ledger_line (
  county_code text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  unit_name text NOT NULL,
  township_code text,
  stage text NOT NULL,
  standard_id text NOT NULL,
  indicator text NOT NULL,
  family text NOT NULL,
  bottom_line boolean NOT NULL,
  origin text NOT NULL CHECK (origin IN ('evaluation', 'plan')),
  state text NOT NULL CHECK (state IN ('open', 'closed', 'lapsed')),
  school_year smallint NOT NULL,
  value double precision,
  threshold double precision,
  shortfall double precision NOT NULL,
  cost_fen bigint,
  own_cost_fen bigint,
  act text,
  owner text,
  due_on date NOT NULL,
  opened_at timestamptz NOT NULL,
  opened_year smallint NOT NULL,
  closed_at timestamptz,
  reopened smallint NOT NULL DEFAULT 0,
  project_id text,
  project_state text,
  last_seq integer NOT NULL,
  PRIMARY KEY (county_code, id)
);
CREATE INDEX ledger_line_unit ON ledger_line (county_code, unit_id);
CREATE INDEX ledger_line_project ON ledger_line (county_code, project_id);
-- Everything that happened to a line; only added to.
CREATE TABLE ledger_event (
  county_code text NOT NULL,
  line_id text NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL,
  at timestamptz NOT NULL,
  by_person text NOT NULL,
  school_year smallint,
  value double precision,
  threshold double precision,
  shortfall double precision,
  details jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (county_code, line_id, seq)
);
CREATE INDEX ledger_event_at ON ledger_event (county_code, at);
-- From which figures the ledger of a county was last measured.
CREATE TABLE ledger_measurement (
  county_code text NOT NULL,
  standard_id text NOT NULL,
  school_year smallint NOT NULL,
  inputs_hash text NOT NULL,
  standard_hash text NOT NULL,
  judged integer NOT NULL,
  met integer NOT NULL,
  at timestamptz NOT NULL,
  by_person text NOT NULL,
  PRIMARY KEY (county_code, standard_id)
);
