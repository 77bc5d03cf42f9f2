-- The peer of the nation benchmark: the fourteen coefficients of every county by hand, and nothing else.
-- One pass over the facts of schools that run a compulsory stage; variances as differences of sums of squares.
-- Thresholds, weights, exclusions and exceptions are those of the measure of 2017, written out.
WITH pivot AS (
  SELECT unit.county_code, unit.id, unit.category, unit.kind, unit.urban_rural, unit.attributes,
    max(value) FILTER (WHERE measure = 'students' AND stage = 'primary') AS p,
    max(value) FILTER (WHERE measure = 'students' AND stage = 'junior') AS j,
    max(value) FILTER (WHERE measure = 'students' AND stage = 'senior') AS s,
    max(value) FILTER (WHERE measure = 'aboveRequiredDegreeTeachers' AND stage = 'primary') AS degree_p,
    max(value) FILTER (WHERE measure = 'aboveRequiredDegreeTeachers' AND stage = 'junior') AS degree_j,
    max(value) FILTER (WHERE measure = 'backboneTeachers' AND stage = 'primary') AS backbone_p,
    max(value) FILTER (WHERE measure = 'backboneTeachers' AND stage = 'junior') AS backbone_j,
    max(value) FILTER (WHERE measure = 'peArtsTeachers' AND stage = 'primary') AS arts_p,
    max(value) FILTER (WHERE measure = 'peArtsTeachers' AND stage = 'junior') AS arts_j,
    max(value) FILTER (WHERE measure = 'visitingPeArtsTeachers' AND stage = 'primary') AS visiting_p,
    max(value) FILTER (WHERE measure = 'visitingPeArtsTeachers' AND stage = 'junior') AS visiting_j,
    max(value) FILTER (WHERE measure = 'teachingAuxiliaryAreaM2') AS rooms,
    max(value) FILTER (WHERE measure = 'indoorSportsAreaM2') AS indoor,
    max(value) FILTER (WHERE measure = 'sportsFieldAreaM2') AS field,
    max(value) FILTER (WHERE measure = 'leasedSportsAreaM2') AS leased,
    max(value) FILTER (WHERE measure = 'convertedSportsAreaM2') AS converted,
    max(value) FILTER (WHERE measure = 'equipmentValueYuan') AS equipment,
    max(value) FILTER (WHERE measure = 'multimediaRooms') AS multimedia
  FROM fact JOIN unit ON unit.county_code = fact.county_code AND unit.id = fact.unit_id
  WHERE fact.school_year = 2026
    AND unit.category IN ('primary', 'junior', 'nine-year', 'twelve-year', 'complete-secondary')
    AND fact.measure IN ('students', 'aboveRequiredDegreeTeachers', 'backboneTeachers', 'peArtsTeachers',
      'visitingPeArtsTeachers', 'teachingAuxiliaryAreaM2', 'indoorSportsAreaM2', 'sportsFieldAreaM2',
      'leasedSportsAreaM2', 'convertedSportsAreaM2', 'equipmentValueYuan', 'multimediaRooms')
  GROUP BY unit.county_code, unit.id
), school AS (
  SELECT *, rooms - indoor AS teaching,
    indoor + field + CASE WHEN attributes ->> 'denseCentre' = 'true'
      THEN coalesce(leased, 0) + coalesce(converted, 0) ELSE 0 END AS sports,
    CASE WHEN (urban_rural = 'rural' OR kind = 'teaching-point') AND coalesce(p, 0) + coalesce(j, 0) BETWEEN 50 AND 99
      THEN 1 ELSE 0 END AS visitors_count,
    CASE category
      WHEN 'nine-year' THEN p + 1.1 * j
      WHEN 'twelve-year' THEN p + 1.1 * j + 1.32 * s
      WHEN 'complete-secondary' THEN j + 1.2 * s END AS whole,
    CASE category WHEN 'complete-secondary' THEN 1 ELSE 1.1 END AS weight_j
  FROM pivot
), part AS (
  SELECT county_code, v.stage, v.n, v.x1, v.x2, v.x3, teaching * v.share AS x4, sports * v.share AS x5,
    equipment * v.share AS x6, multimedia * v.share AS x7
  FROM school, LATERAL (VALUES
    ('primary', p, coalesce(p / whole, 1), degree_p, backbone_p,
      arts_p + visitors_count * coalesce(visiting_p, 0)),
    ('junior', j, coalesce(weight_j * j / whole, 1), degree_j, backbone_j,
      arts_j + visitors_count * coalesce(visiting_j, 0))
  ) AS v (stage, n, share, x1, x2, x3)
  WHERE v.n > 0 AND NOT (kind = 'teaching-point' AND coalesce(p, 0) + coalesce(j, 0) < 50)
), total AS (
  SELECT county_code, stage,
    sum(n) FILTER (WHERE x1 IS NOT NULL) AS n1, sum(x1) AS s1, sum(x1 * x1 / n) AS q1,
    sum(n) FILTER (WHERE x2 IS NOT NULL) AS n2, sum(x2) AS s2, sum(x2 * x2 / n) AS q2,
    sum(n) FILTER (WHERE x3 IS NOT NULL) AS n3, sum(x3) AS s3, sum(x3 * x3 / n) AS q3,
    sum(n) FILTER (WHERE x4 IS NOT NULL) AS n4, sum(x4) AS s4, sum(x4 * x4 / n) AS q4,
    sum(n) FILTER (WHERE x5 IS NOT NULL) AS n5, sum(x5) AS s5, sum(x5 * x5 / n) AS q5,
    sum(n) FILTER (WHERE x6 IS NOT NULL) AS n6, sum(x6) AS s6, sum(x6 * x6 / n) AS q6,
    sum(n) FILTER (WHERE x7 IS NOT NULL) AS n7, sum(x7) AS s7, sum(x7 * x7 / n) AS q7
  FROM part GROUP BY county_code, stage
)
SELECT county_code, stage,
  sqrt(greatest(0, n1 * q1 / (s1 * s1) - 1)) AS r1,
  sqrt(greatest(0, n2 * q2 / (s2 * s2) - 1)) AS r2,
  sqrt(greatest(0, n3 * q3 / (s3 * s3) - 1)) AS r3,
  sqrt(greatest(0, n4 * q4 / (s4 * s4) - 1)) AS r4,
  sqrt(greatest(0, n5 * q5 / (s5 * s5) - 1)) AS r5,
  sqrt(greatest(0, n6 * q6 / (s6 * s6) - 1)) AS r6,
  sqrt(greatest(0, n7 * q7 / (s7 * s7) - 1)) AS r7
FROM total
