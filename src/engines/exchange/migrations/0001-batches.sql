CREATE TABLE import_batch (
  area_code text NOT NULL,
  id text NOT NULL,
  school_year smallint,
  profile text NOT NULL,
  profile_version text NOT NULL,
  file_name text NOT NULL,
  file_sha256 text NOT NULL,
  file_bytes bigint NOT NULL,
  sheets text[] NOT NULL,
  state text NOT NULL CHECK (state IN ('previewed', 'committed', 'undone')),
  rows_read integer NOT NULL,
  rows_ready integer NOT NULL,
  refused integer NOT NULL DEFAULT 0,
  warnings integer NOT NULL DEFAULT 0,
  findings jsonb NOT NULL DEFAULT '[]',
  counties text[] NOT NULL,
  school_years smallint[] NOT NULL DEFAULT '{}',
  by_person text NOT NULL,
  created_at timestamptz NOT NULL,
  committed_at timestamptz,
  undone_at timestamptz,
  undo_reason text,
  PRIMARY KEY (area_code, id)
);
CREATE INDEX import_batch_file ON import_batch (area_code, file_sha256);
-- The uploaded file as it came and the profile it was read by, so that a batch can be committed, annotated and proved later.
CREATE TABLE import_file (
  area_code text NOT NULL,
  batch_id text NOT NULL,
  content bytea NOT NULL,
  profile text NOT NULL,
  PRIMARY KEY (area_code, batch_id)
);
-- Workbooks are compressed already; a second try would only cost time.
ALTER TABLE import_file ALTER COLUMN content SET STORAGE EXTERNAL;
-- What a commit replaced, row by row, so that undo restores exactly. Rows it inserted are known by their batch_id;
-- only a table without batch_id (area) is listed here with before null.
CREATE TABLE import_before (
  county_code text NOT NULL,
  batch_id text NOT NULL,
  table_name text NOT NULL,
  row_key text NOT NULL,
  before jsonb,
  PRIMARY KEY (county_code, batch_id, table_name, row_key)
);
-- The same for facts, typed, because they are many.
CREATE TABLE fact_before (
  county_code text NOT NULL,
  batch_id text NOT NULL,
  school_year smallint NOT NULL,
  unit_id text NOT NULL,
  stage text NOT NULL,
  measure text NOT NULL,
  value double precision NOT NULL,
  before_batch_id text NOT NULL,
  sheet smallint NOT NULL,
  sheet_row integer NOT NULL,
  sheet_column smallint NOT NULL,
  PRIMARY KEY (county_code, batch_id, school_year, unit_id, stage, measure)
);
CREATE INDEX fact_before_batch ON fact_before (county_code, before_batch_id);
