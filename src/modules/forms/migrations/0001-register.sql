-- A form that an office asks of the schools of an area (any level), from its request on; id is that of its case.
CREATE TABLE collection_form (
  area_code text NOT NULL,
  id text NOT NULL,
  title text NOT NULL,
  office text NOT NULL,
  basis text NOT NULL,
  why text NOT NULL,
  frequency text NOT NULL CHECK (frequency IN ('once', 'weekly', 'monthly', 'quarterly', 'termly', 'yearly')),
  stages text[] NOT NULL,
  minutes smallint NOT NULL,
  from_on date NOT NULL,
  until_on date NOT NULL,
  -- The day it stopped, where that was before until_on.
  ended_on date,
  state text NOT NULL CHECK (state IN ('review', 'returned', 'inForce', 'ended', 'refused', 'withdrawn')),
  -- [{ "name": …, "source": null or the place from which it is pre-filled }]
  fields jsonb NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL,
  PRIMARY KEY (area_code, id)
);
