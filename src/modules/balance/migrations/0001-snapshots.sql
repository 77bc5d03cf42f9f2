-- A snapshot: one evaluation with everything needed to reproduce it. inputs and result are gzip-compressed JSON; their hashes are
-- SHA-256 of the JSON text.
CREATE TABLE balance_snapshot (
  area_code text NOT NULL,
  id text NOT NULL,
  standard_id text NOT NULL,
  standard_version text NOT NULL,
  standard_hash text NOT NULL,
  school_year smallint NOT NULL,
  inputs_hash text NOT NULL,
  result_hash text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  verdict text NOT NULL,
  standard bytea NOT NULL,
  inputs bytea NOT NULL,
  result bytea NOT NULL,
  PRIMARY KEY (area_code, id)
);
CREATE INDEX balance_snapshot_latest ON balance_snapshot (area_code, standard_id, school_year, created_at);
-- What a person attests for a document, survey or external item, with evidence. unit_id '' = the county itself.
CREATE TABLE attestation (
  county_code text NOT NULL,
  school_year smallint NOT NULL,
  standard_id text NOT NULL,
  item text NOT NULL,
  unit_id text NOT NULL,
  answer jsonb NOT NULL,
  evidence text NOT NULL DEFAULT '',
  by_person text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (county_code, school_year, standard_id, item, unit_id)
);
-- What a person answered to a finding of data quality. finding = the finding's id, which depends on the values it found.
CREATE TABLE finding_answer (
  county_code text NOT NULL,
  school_year smallint NOT NULL,
  finding text NOT NULL,
  state text NOT NULL CHECK (state IN ('explained', 'accepted')),
  reason text NOT NULL,
  by_person text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (county_code, school_year, finding)
);
