-- Everything by which a queue is chosen, counted and ordered stands in the index, so that a province's queue reads no rows but
-- those it shows.
DROP INDEX case_current_queue;
CREATE INDEX case_current_queue ON case_current (county_code, kind, version, state, due_on, case_id)
  INCLUDE (assignee, barred, unit_id) WHERE NOT is_final;
CREATE INDEX case_current_kind ON case_current (county_code, kind, due_on);
