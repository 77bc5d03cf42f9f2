CREATE TABLE trial_spent (
  county_code text NOT NULL,
  case_id text NOT NULL,
  fen bigint NOT NULL,
  PRIMARY KEY (county_code, case_id)
);
