-- One checklist, one period, the schools of an area (a county or one above it).
CREATE TABLE campaign (
  area_code text NOT NULL,
  id text NOT NULL,
  instrument text NOT NULL,
  title text NOT NULL,
  basis text NOT NULL,
  from_on date NOT NULL,
  until_on date NOT NULL,
  rectify_by date NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'closed')),
  -- What whoever closed it said of it.
  summary text NOT NULL DEFAULT '',
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_by text,
  closed_at timestamptz,
  PRIMARY KEY (area_code, id)
);
-- One school's part of a campaign: its sheet, what was found, the case in which it is mended.
CREATE TABLE campaign_visit (
  county_code text NOT NULL,
  campaign_area text NOT NULL,
  campaign_id text NOT NULL,
  unit_id text NOT NULL,
  township_code text,
  sheet_id text NOT NULL,
  state text NOT NULL CHECK (state IN ('planned', 'clean', 'rectifying', 'verifying', 'mended')),
  -- [{ "item": …, "what": … }]
  findings jsonb NOT NULL DEFAULT '[]',
  case_id text,
  PRIMARY KEY (county_code, campaign_id, unit_id)
);
CREATE INDEX campaign_visit_sheet ON campaign_visit (county_code, sheet_id);
CREATE INDEX campaign_visit_case ON campaign_visit (county_code, case_id);
