-- Something people should know: told to one person, or to everybody who holds a permission at a place.
CREATE TABLE notice (
  county_code text NOT NULL,
  id text NOT NULL,
  area_code text NOT NULL,
  unit_id text,
  person text,
  permission text,
  kind text NOT NULL,
  text_zh text NOT NULL,
  text_en text NOT NULL,
  about_kind text,
  about_id text,
  due_on date,
  at timestamptz NOT NULL,
  notice_key text NOT NULL,
  PRIMARY KEY (county_code, id),
  CHECK ((person IS NULL) <> (permission IS NULL))
);
CREATE UNIQUE INDEX notice_once ON notice (county_code, notice_key);
CREATE INDEX notice_person ON notice (county_code, person, at) WHERE person IS NOT NULL;
CREATE INDEX notice_permission ON notice (county_code, permission, at) WHERE permission IS NOT NULL;
-- Who has read what, and when.
CREATE TABLE notice_receipt (
  county_code text NOT NULL,
  notice_id text NOT NULL,
  person text NOT NULL,
  read_at timestamptz NOT NULL,
  PRIMARY KEY (county_code, notice_id, person)
);
-- What is to leave the house. Nobody's address is kept here: it is looked up when the message is sent.
CREATE TABLE notice_outbox (
  county_code text NOT NULL,
  id text NOT NULL,
  channel text NOT NULL,
  person text,
  message jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'dropped')),
  attempts integer NOT NULL,
  next_at timestamptz NOT NULL,
  sent_at timestamptz,
  fault text NOT NULL,
  message_key text NOT NULL,
  PRIMARY KEY (county_code, id)
);
CREATE UNIQUE INDEX notice_outbox_once ON notice_outbox (county_code, message_key);
CREATE INDEX notice_outbox_due ON notice_outbox (county_code, next_at) WHERE state IN ('waiting', 'sending');
