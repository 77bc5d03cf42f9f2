-- A version of the rules of a round as its text stands, kept for ever: a round runs on one of them.
CREATE TABLE admission_rules (
  county_code text NOT NULL,
  rules_id text NOT NULL,
  version integer NOT NULL,
  content text NOT NULL,
  hash text NOT NULL,
  author text NOT NULL,
  reason text NOT NULL,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (county_code, rules_id, version)
);

-- A round; id is that of its case, state that of its case.
CREATE TABLE admission_round (
  county_code text NOT NULL,
  id text NOT NULL,
  rules_id text NOT NULL,
  rules_version integer NOT NULL,
  rules_hash text NOT NULL,
  state text NOT NULL,
  apply_from timestamptz NOT NULL,
  apply_until timestamptz NOT NULL,
  list_hash text,
  -- { value, source, witnesses, enteredAt }
  seed jsonb,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (county_code, id)
);

-- What a guardian writes for the children of a family.
CREATE TABLE admission_application (
  county_code text NOT NULL,
  round_id text NOT NULL,
  id text NOT NULL,
  guardian text NOT NULL,
  request_key text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'withdrawn')),
  version integer NOT NULL,
  guardian_name text,
  guardian_identity text,
  phone text,
  home_address text,
  zone text,
  together boolean NOT NULL,
  consented_at timestamptz,
  started_at timestamptz NOT NULL,
  submitted_at timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (county_code, round_id, id),
  UNIQUE (county_code, round_id, guardian, request_key)
);
CREATE INDEX admission_application_guardian ON admission_application (county_code, guardian);

CREATE TABLE admission_child (
  county_code text NOT NULL,
  round_id text NOT NULL,
  id text NOT NULL,
  application_id text NOT NULL,
  position smallint NOT NULL,
  -- Published in place of the name; made of chance.
  token text NOT NULL,
  name text,
  identity text,
  identity_index text,
  birth_date text,
  claimed text NOT NULL,
  choices text[] NOT NULL,
  -- Handed in: no other application may hold the same child.
  is_claimed boolean NOT NULL,
  checked text NOT NULL CHECK (checked IN ('none', 'sure', 'doubtful', 'missing', 'confirmed', 'refusalProposed', 'refused')),
  category text,
  -- [{ list, outcome, row }]
  matches jsonb NOT NULL,
  -- Lists that prove something of the child, and their values.
  proved jsonb NOT NULL,
  reason text NOT NULL,
  proposed_by text,
  decided_by text,
  decided_at timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (county_code, round_id, id),
  UNIQUE (county_code, round_id, token)
);
CREATE INDEX admission_child_application ON admission_child (county_code, round_id, application_id);
CREATE UNIQUE INDEX admission_child_claimed ON admission_child (county_code, round_id, identity_index) WHERE is_claimed;

-- A row of an official list, as it came in a file.
CREATE TABLE admission_list_row (
  county_code text NOT NULL,
  round_id text NOT NULL,
  id text NOT NULL,
  list text NOT NULL,
  name text,
  identity text,
  identity_index text,
  birth_date text,
  value text NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (county_code, round_id, id)
);
CREATE INDEX admission_list_row_identity ON admission_list_row (county_code, round_id, list, identity_index);

-- What was published, never changed.
CREATE TABLE admission_publication (
  county_code text NOT NULL,
  round_id text NOT NULL,
  edition integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('frozen', 'drawn', 'correction')),
  -- { file: text }
  files jsonb NOT NULL,
  reason text NOT NULL,
  published_by text NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (county_code, round_id, edition)
);

-- Where a child was placed, by the edition that says so; the newest holds.
CREATE TABLE admission_result (
  county_code text NOT NULL,
  round_id text NOT NULL,
  child_id text NOT NULL,
  edition integer NOT NULL,
  how text NOT NULL CHECK (how IN ('choice', 'placed', 'none', 'corrected')),
  school text,
  choice smallint,
  seat_group text,
  -- { number, rank, of, higher: […] }
  explained jsonb NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (county_code, round_id, child_id, edition)
);
