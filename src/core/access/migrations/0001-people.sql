-- A person lies in the area where they are registered; what they hold lies beside them, wherever it is held.
CREATE TABLE core_person (
  area_code text NOT NULL,
  id text NOT NULL,
  name text NOT NULL,
  unit_id text,
  post text NOT NULL DEFAULT '',
  -- Invented persons of a trial, as whom anybody on the machine may act.
  invented boolean NOT NULL DEFAULT false,
  registered_at timestamptz NOT NULL,
  registered_by text NOT NULL,
  closed_at timestamptz,
  closed_by text,
  PRIMARY KEY (area_code, id)
);
CREATE INDEX core_person_unit ON core_person (area_code, unit_id);
CREATE TABLE core_grant (
  area_code text NOT NULL,
  person_id text NOT NULL,
  id text NOT NULL,
  role text NOT NULL,
  at_area text NOT NULL,
  at_unit text,
  stages text[],
  from_day date,
  to_day date,
  source text NOT NULL CHECK (source IN ('granted', 'emergency')),
  -- An emergency ends at an instant, not with a day.
  until timestamptz,
  reason text NOT NULL DEFAULT '',
  granted_at timestamptz NOT NULL,
  granted_by text NOT NULL,
  revoked_at timestamptz,
  revoked_by text,
  reviewed_at timestamptz,
  reviewed_by text,
  review text,
  PRIMARY KEY (area_code, person_id, id)
);
-- Lies beside the person who stands in, because it is read whenever they act.
CREATE TABLE core_delegation (
  area_code text NOT NULL,
  person_id text NOT NULL,
  id text NOT NULL,
  from_area text NOT NULL,
  from_person text NOT NULL,
  roles text[] NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  reason text NOT NULL DEFAULT '',
  made_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (area_code, person_id, id)
);
