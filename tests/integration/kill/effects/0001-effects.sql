CREATE TABLE kill_effect (
  county_code text NOT NULL,
  case_id text NOT NULL,
  seq integer NOT NULL,
  part text NOT NULL,
  PRIMARY KEY (county_code, case_id, seq, part)
);
