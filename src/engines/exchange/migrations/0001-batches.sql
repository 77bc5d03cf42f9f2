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
  findings jsonb NOT NULL DEFAULT '[]',
  counties text[] NOT NULL,
  by_person text NOT NULL,
  created_at timestamptz NOT NULL,
  committed_at timestamptz,
  undone_at timestamptz,
  undo_reason text,
  PRIMARY KEY (area_code, id)
);
-- What a commit replaced, row by row, so that undo restores exactly. before is null where the commit inserted.
CREATE TABLE import_before (
  county_code text NOT NULL,
  batch_id text NOT NULL,
  table_name text NOT NULL,
  row_key text NOT NULL,
  before jsonb,
  PRIMARY KEY (county_code, batch_id, table_name, row_key)
);
