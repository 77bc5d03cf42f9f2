-- A kept file: what was uploaded, by whom, and the record that refers to it. The bytes lie in the file store under sha256.
-- id begins with the county's code. about NULL = nothing refers to it yet; such files are swept.
CREATE TABLE core_file (
  county_code text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL DEFAULT '',
  sha256 text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL,
  fingerprint text,
  taken_at text,
  lng double precision,
  lat double precision,
  about text,
  by_person text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (county_code, id)
);
CREATE INDEX core_file_content ON core_file (county_code, sha256);
CREATE INDEX core_file_fingerprint ON core_file (county_code, fingerprint);
