-- A pilot of an area (any level) or of one of its schools (unit_id '' = the area); id is that of its case.
CREATE TABLE pilot (
  area_code text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  title text NOT NULL,
  clause text NOT NULL,
  goal text NOT NULL,
  from_on date NOT NULL,
  midterm_on date NOT NULL,
  until_on date NOT NULL,
  state text NOT NULL,
  -- What the conclusion says: spread, adjust, end.
  verdict text CHECK (verdict IN ('spread', 'adjust', 'end')),
  applied_at timestamptz NOT NULL,
  PRIMARY KEY (area_code, id)
);
-- One practice shown to others; id is that of its case. published_at is set while anybody may read it.
CREATE TABLE example (
  area_code text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  title text NOT NULL,
  clause text NOT NULL,
  problem text NOT NULL,
  practice text NOT NULL,
  effect text NOT NULL,
  -- { standard, indicator, stage, fromYear, toYear }, or null where no indicator measures it.
  measured_by jsonb,
  state text NOT NULL,
  proposed_at timestamptz NOT NULL,
  published_at timestamptz,
  PRIMARY KEY (area_code, id)
);
CREATE INDEX example_published ON example (area_code, published_at);
