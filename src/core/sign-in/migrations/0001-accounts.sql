-- How a person proves who they are; the person is core_person. phone, email and totp are encrypted (see core/personal).
CREATE TABLE sign_in_account (
  area_code text NOT NULL,
  person_id text NOT NULL,
  login text NOT NULL,
  password text,
  password_at timestamptz,
  earlier_passwords text[] NOT NULL DEFAULT '{}',
  totp text,
  totp_is_on boolean NOT NULL DEFAULT false,
  -- The last 30-second step whose code was taken, so that a code works once.
  totp_step bigint NOT NULL DEFAULT 0,
  recovery_codes text[] NOT NULL DEFAULT '{}',
  phone text,
  email text,
  failures integer NOT NULL DEFAULT 0,
  waits_until timestamptz,
  made_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (area_code, person_id)
);
-- Whose a login name is. area_code = 000000: a login is looked up before anybody knows whose it is.
CREATE TABLE sign_in_login (
  area_code text NOT NULL,
  login text NOT NULL,
  person_area text NOT NULL,
  person_id text NOT NULL,
  PRIMARY KEY (area_code, login)
);
-- The same for an identity of an OpenID Connect provider; bound at its first use.
CREATE TABLE sign_in_external (
  area_code text NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  person_area text NOT NULL,
  person_id text NOT NULL,
  bound_at timestamptz NOT NULL,
  PRIMARY KEY (area_code, issuer, subject)
);
-- Open sessions; the token itself is kept by the browser alone.
CREATE TABLE sign_in_session (
  area_code text NOT NULL,
  token_hash text NOT NULL,
  id text NOT NULL,
  person_area text NOT NULL,
  person_id text NOT NULL,
  way text NOT NULL CHECK (way IN ('password', 'oidc', 'link')),
  address text NOT NULL,
  device text NOT NULL,
  begun_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (area_code, token_hash)
);
CREATE INDEX sign_in_session_person ON sign_in_session (area_code, person_area, person_id);
-- One-time links. role = the role that whoever uses it gets; person = whose password it sets.
CREATE TABLE sign_in_link (
  area_code text NOT NULL,
  token_hash text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('first', 'invite', 'reset')),
  role text,
  person_area text,
  person_id text,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (area_code, token_hash)
);
