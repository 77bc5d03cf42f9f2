/** A period of plain days, both ends included; null = open. Years and months count from their first day to their last. */
export interface Validity {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const firstDay = (day: string | null): string => (day === null ? '0000-01-01' : `${day}-01-01`.slice(0, 10));

const lastDay = (day: string | null): string => {
  if (day === null) return '9999-12-31';
  return day.length === 4 ? `${day}-12-31` : day.length === 7 ? `${day}-31` : day;
};

export const overlaps = (a: Validity, b: Validity): boolean =>
  firstDay(a.validFrom) <= lastDay(b.validTo) && firstDay(b.validFrom) <= lastDay(a.validTo);

/** Whether `inner` lies wholly inside `outer`. */
export const liesWithin = (inner: Validity, outer: Validity): boolean =>
  firstDay(inner.validFrom) >= firstDay(outer.validFrom) && lastDay(inner.validTo) <= lastDay(outer.validTo);

/** Whether a period holds on the statistics date, 1 September of the calendar year in which the school year begins. */
export const holdsIn = (period: Validity, schoolYear: number): boolean => {
  const day = `${String(schoolYear).padStart(4, '0')}-09-01`;
  return firstDay(period.validFrom) <= day && day <= lastDay(period.validTo);
};
