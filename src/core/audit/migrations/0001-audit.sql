-- One act. A row is written in the act's own transaction and never changed; mac signs all other columns with a key kept outside the database.
CREATE TABLE audit_entry (
  area_code text NOT NULL,
  id text NOT NULL,
  at timestamptz NOT NULL,
  by_id text NOT NULL,
  by_kind text NOT NULL,
  act text NOT NULL,
  on_kind text NOT NULL,
  on_id text NOT NULL,
  unit_id text NOT NULL,
  result text NOT NULL CHECK (result IN ('done', 'refused')),
  reason text NOT NULL,
  details text NOT NULL,
  channel text NOT NULL,
  address text NOT NULL,
  request_id text NOT NULL,
  key_id text NOT NULL,
  mac text NOT NULL,
  PRIMARY KEY (area_code, id)
);
-- Entries that have no place in the chain yet. Writing here instead of at the chain's end lets any number of people act at once.
CREATE TABLE audit_pending (
  area_code text NOT NULL,
  id text NOT NULL,
  PRIMARY KEY (area_code, id)
);
-- The chain: each link signs the one before, its own place and the entry's mac. area_code = whose chain it is (000000, the installation).
CREATE TABLE audit_link (
  area_code text NOT NULL,
  seq bigint NOT NULL,
  entry_area text NOT NULL,
  entry_id text NOT NULL,
  key_id text NOT NULL,
  mac text NOT NULL,
  PRIMARY KEY (area_code, seq),
  UNIQUE (area_code, entry_area, entry_id)
);
-- Whether acts are being recorded, where that was ever turned off; turning it off and on is itself recorded.
CREATE TABLE audit_state (
  area_code text NOT NULL,
  is_on boolean NOT NULL,
  PRIMARY KEY (area_code)
);
