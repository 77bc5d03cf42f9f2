-- Keys of personal fields, each wrapped by a key that lies outside the database. area_code = whose they are (000000, the installation).
CREATE TABLE personal_key (
  area_code text NOT NULL,
  id text NOT NULL,
  wrapped_by text NOT NULL,
  wrapped text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (area_code, id)
);
