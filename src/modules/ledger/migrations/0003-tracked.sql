-- Counties that the nation or the province tracks because their conditions are weak.
CREATE TABLE ledger_tracked (
  county_code text NOT NULL,
  level text NOT NULL CHECK (level IN ('national', 'provincial')),
  since date NOT NULL,
  until date,
  basis text NOT NULL,
  by_person text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (county_code, level, since)
);
