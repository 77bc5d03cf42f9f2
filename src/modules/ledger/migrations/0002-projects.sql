-- A project of the ledger. Its life is a case (kind ledger.project) of the same county and id; this row is what lists read.
CREATE TABLE ledger_project (
  county_code text NOT NULL,
  id text NOT NULL,
  -- Where every line is of one school: that school's people report on it.
  unit_id text,
  title text NOT NULL,
  state text NOT NULL,
  cost_fen bigint NOT NULL,
  funds_fen bigint NOT NULL,
  contracts_fen bigint NOT NULL DEFAULT 0,
  paid_fen bigint NOT NULL DEFAULT 0,
  progress_percent smallint NOT NULL DEFAULT 0,
  over_reason text NOT NULL DEFAULT '',
  finish_on date NOT NULL,
  accepted_at timestamptz,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (county_code, id)
);
-- The lines a project was made for; they stay here when a line is closed and goes on.
CREATE TABLE ledger_project_line (
  county_code text NOT NULL,
  project_id text NOT NULL,
  line_id text NOT NULL,
  cost_fen bigint,
  PRIMARY KEY (county_code, project_id, line_id)
);
CREATE TABLE ledger_fund (
  county_code text NOT NULL,
  project_id text NOT NULL,
  seq smallint NOT NULL,
  source text NOT NULL,
  year smallint NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  PRIMARY KEY (county_code, project_id, seq)
);
CREATE TABLE ledger_milestone (
  county_code text NOT NULL,
  project_id text NOT NULL,
  seq smallint NOT NULL,
  title text NOT NULL,
  due_on date NOT NULL,
  done_on date,
  PRIMARY KEY (county_code, project_id, seq)
);
-- What was signed and what was paid, each with the action of the case that said so.
CREATE TABLE ledger_outlay (
  county_code text NOT NULL,
  project_id text NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('contract', 'payment')),
  number text NOT NULL,
  party text NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  on_day date NOT NULL,
  PRIMARY KEY (county_code, project_id, seq)
);
