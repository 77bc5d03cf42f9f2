-- Every edition of every kind of case that this installation has ever known: stored cases replay by their own.
CREATE TABLE case_kind (
  kind text NOT NULL,
  version integer NOT NULL,
  sha256 text NOT NULL,
  declaration jsonb NOT NULL,
  stored_at timestamptz NOT NULL,
  PRIMARY KEY (kind, version)
);
-- What was done, one row an action, never changed: a case is nothing but its rows in order of seq.
-- The first row carries what the case is; hash chains each row to the one before it.
CREATE TABLE case_action (
  county_code text NOT NULL,
  case_id text NOT NULL,
  seq integer NOT NULL,
  action text NOT NULL,
  by_person text NOT NULL,
  at timestamptz NOT NULL,
  fields jsonb NOT NULL,
  files jsonb NOT NULL,
  comment text NOT NULL,
  opening jsonb,
  request_key text,
  hash text NOT NULL,
  PRIMARY KEY (county_code, case_id, seq)
);
CREATE UNIQUE INDEX case_action_opening ON case_action (county_code, request_key) WHERE seq = 1;
-- Where each case stands, for queues and lists. Derived: it can be thrown away and made again from case_action.
CREATE TABLE case_current (
  county_code text NOT NULL,
  case_id text NOT NULL,
  kind text NOT NULL,
  version integer NOT NULL,
  area_code text NOT NULL,
  unit_id text,
  title text NOT NULL,
  about_kind text,
  about_id text,
  state text NOT NULL,
  is_final boolean NOT NULL,
  seq integer NOT NULL,
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  acted_at timestamptz NOT NULL,
  assignee text,
  due_on date,
  due_missing_years smallint[] NOT NULL,
  escalated integer NOT NULL,
  next_escalation_on date,
  barred text[] NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (county_code, case_id)
);
CREATE INDEX case_current_queue ON case_current (county_code, kind, state, due_on);
CREATE INDEX case_current_assignee ON case_current (county_code, assignee) WHERE assignee IS NOT NULL;
CREATE INDEX case_current_about ON case_current (county_code, about_kind, about_id) WHERE about_id IS NOT NULL;
CREATE INDEX case_current_escalation ON case_current (county_code, next_escalation_on) WHERE next_escalation_on IS NOT NULL;
-- What somebody has begun to fill in and not yet sent; nobody else sees it.
CREATE TABLE case_draft (
  county_code text NOT NULL,
  case_id text NOT NULL,
  by_person text NOT NULL,
  action text NOT NULL,
  fields jsonb NOT NULL,
  files jsonb NOT NULL,
  comment text NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (county_code, case_id, by_person, action)
);
