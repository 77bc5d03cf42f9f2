-- A job: long work with its state. id begins with the area's code. input_hash tells the same work; result is gzip-compressed JSON.
CREATE TABLE core_job (
  area_code text NOT NULL,
  id text NOT NULL,
  kind text NOT NULL,
  input jsonb NOT NULL,
  input_hash text NOT NULL,
  stamp text,
  state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  progress jsonb,
  starts smallint NOT NULL DEFAULT 0,
  runner text,
  seen_at timestamptz NOT NULL,
  by_person text NOT NULL,
  by_name text NOT NULL,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  expires_at timestamptz,
  failure jsonb,
  result bytea,
  PRIMARY KEY (area_code, id)
);
-- The same work is not done twice at a time.
CREATE UNIQUE INDEX core_job_open ON core_job (area_code, kind, input_hash) WHERE state IN ('queued', 'running');
CREATE INDEX core_job_state ON core_job (area_code, state);
