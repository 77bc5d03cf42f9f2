-- A survey that runs in an area between two days.
CREATE TABLE survey (
  county_code text NOT NULL,
  id text NOT NULL,
  instrument text NOT NULL,
  version text NOT NULL,
  title text NOT NULL,
  opens_on date NOT NULL,
  closes_on date NOT NULL,
  residents integer,
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (county_code, id)
);
-- A way in: a code for one kind of respondent. Only its hash is kept, nobody's name, and not which answer came by it.
CREATE TABLE survey_way (
  county_code text NOT NULL,
  survey_id text NOT NULL,
  code_sha256 text NOT NULL,
  respondent text NOT NULL,
  label text NOT NULL,
  uses_left integer NOT NULL,
  made_on date NOT NULL,
  PRIMARY KEY (county_code, survey_id, code_sha256)
);
-- One anonymous answer: id is made on the device and random; the day and no time, so that it cannot be laid beside the use of a code.
CREATE TABLE survey_response (
  county_code text NOT NULL,
  survey_id text NOT NULL,
  id text NOT NULL,
  respondent text NOT NULL,
  answered_on date NOT NULL,
  answers jsonb NOT NULL,
  PRIMARY KEY (county_code, survey_id, id)
);
CREATE INDEX survey_response_kind ON survey_response (county_code, survey_id, respondent);
