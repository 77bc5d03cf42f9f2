-- What a level above found when it looked at one item of a county's self-assessment again.
CREATE TABLE recognition_finding (
  county_code text NOT NULL,
  case_id text NOT NULL,
  level text NOT NULL CHECK (level IN ('city', 'province', 'nation')),
  item text NOT NULL,
  unit_id text NOT NULL DEFAULT '',
  value jsonb,
  verdict text NOT NULL CHECK (verdict IN ('met', 'notMet', 'noData')),
  note text NOT NULL DEFAULT '',
  by_person text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (county_code, case_id, level, item)
);
