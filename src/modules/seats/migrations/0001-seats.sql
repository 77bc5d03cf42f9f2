-- Pupils by grade of years for which no class rows are kept; class rows win where there are both.
CREATE TABLE seats_enrolment (
  county_code text NOT NULL,
  school_year smallint NOT NULL,
  unit_id text NOT NULL,
  stage text NOT NULL,
  grade smallint NOT NULL,
  pupils integer NOT NULL CHECK (pupils >= 0),
  PRIMARY KEY (county_code, school_year, unit_id, stage, grade)
);
-- What is known of a township in a calendar year.
CREATE TABLE seats_place_year (
  county_code text NOT NULL,
  township_code text NOT NULL,
  year smallint NOT NULL,
  births integer CHECK (births >= 0),
  residents integer CHECK (residents >= 0),
  PRIMARY KEY (county_code, township_code, year)
);
-- What a school's building and licence hold, a stage. Absent = as many rooms as classes now.
CREATE TABLE seats_capacity (
  county_code text NOT NULL,
  unit_id text NOT NULL,
  stage text NOT NULL,
  rooms smallint CHECK (rooms >= 0),
  licensed_seats integer CHECK (licensed_seats >= 0),
  quality boolean NOT NULL DEFAULT false,
  PRIMARY KEY (county_code, unit_id, stage)
);
-- Seats that will come or go: built, enlarged, converted to another stage, closed (negative).
CREATE TABLE seats_change (
  county_code text NOT NULL,
  id text NOT NULL,
  unit_id text,
  township_code text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('build', 'enlarge', 'convert', 'close')),
  stage text NOT NULL,
  seats integer NOT NULL,
  opens_year smallint NOT NULL,
  ledger_project text,
  PRIMARY KEY (county_code, id)
);
CREATE TABLE seats_housing (
  county_code text NOT NULL,
  id text NOT NULL,
  township_code text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (county_code, id)
);
CREATE TABLE seats_housing_phase (
  county_code text NOT NULL,
  housing_id text NOT NULL,
  seq smallint NOT NULL,
  homes integer NOT NULL CHECK (homes > 0),
  handed_over_on date NOT NULL,
  PRIMARY KEY (county_code, housing_id, seq)
);
-- Seats that a housing project owes, and the four steps that must keep pace with its homes.
CREATE TABLE seats_housing_duty (
  county_code text NOT NULL,
  housing_id text NOT NULL,
  stage text NOT NULL,
  seats integer NOT NULL CHECK (seats > 0),
  step text NOT NULL CHECK (step IN ('design', 'build', 'accept', 'handOver')),
  due_on date NOT NULL,
  done_on date,
  PRIMARY KEY (county_code, housing_id, stage, step)
);
