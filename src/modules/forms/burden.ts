import type { SheetCount } from '#engines/instruments';
import type { BurdenRow, MonthBurden } from './contract.ts';
import type { SchoolGroup } from './doors.ts';
import type { AskedForm } from './model.ts';

/** Fillings by one school in an average month. */
const perMonth = { weekly: 52 / 12, monthly: 1, quarterly: 1 / 3, termly: 1 / 6, yearly: 1 / 12 } as const;

export interface BurdenInput {
  readonly forms: readonly AskedForm[];
  readonly schools: readonly SchoolGroup[];
  readonly sheets: readonly SheetCount[];
  /** Whether a form of this area holds in that county. */
  readonly holdsIn: (area: string, county: string) => boolean;
}

/**
 * How many hours schools are asked to spend on forms in a month, form by form, most hours first. Pure.
 *
 * @param month `2026-11`
 * @remarks Hours of a form = its schools × fillings of one school in a month × minutes ÷ 60; for instruments the sheets really given.
 */
export function burdenOf(
  { forms, schools, sheets, holdsIn }: BurdenInput,
  month: string,
): { readonly month: MonthBurden; readonly rows: readonly BurdenRow[] } {
  const open = schools.filter(({ openedOn, closedOn }) => isWithin(month, openedOn, closedOn));
  const rows = forms
    .filter((form) => form.askedOf === 'schools' && countsIn(form, month))
    .map((form): BurdenRow => {
      const asked = sum(
        open
          .filter(({ county, stages }) => holdsIn(form.area, county) && form.stages.some((one) => stages.includes(one)))
          .map(({ count }) => count),
      );
      const fillings =
        form.frequency === 'byRound'
          ? sum(
              sheets
                .filter((one) => one.month === month && `instrument.${one.instrument}` === form.id)
                .map(({ count }) => count),
            )
          : asked * timesAMonth(form);
      return {
        form: form.id,
        title: { ...form.title },
        office: form.office,
        schools: asked,
        fillings,
        minutes: form.minutes,
        hours: (fillings * form.minutes) / 60,
      };
    })
    .filter(({ fillings }) => fillings > 0)
    .sort((one, other) => other.hours - one.hours || (one.form < other.form ? -1 : 1));
  const all = sum(open.map(({ count }) => count));
  const hours = sum(rows.map((row) => row.hours));
  return { month: { month, schools: all, hours, perSchool: all === 0 ? null : hours / all }, rows };
}

/** Hours per school by asking office; the sum over the offices is the figure of the month. */
export function perSchoolByOffice({
  month: { schools },
  rows,
}: ReturnType<typeof burdenOf>): ReadonlyMap<string, number> {
  const offices = Map.groupBy(rows, ({ office }) => office);
  return new Map(
    [...offices].map(([office, of]) => [office, sum(of.map(({ hours }) => hours)) / Math.max(1, schools)]),
  );
}

/** How often one school fills a form in an average month of its term. */
export function timesAMonth({ frequency, fromOn, untilOn }: AskedForm): number {
  if (frequency === 'byRound') return 0;
  if (frequency !== 'once') return perMonth[frequency];
  return fromOn === null || untilOn === null ? 1 : 1 / (monthsBetween(fromOn, untilOn) + 1);
}

/** The months up to and with `last`, oldest first. */
export function monthsUpTo(last: string, count: number): readonly string[] {
  const end = numberOf(last);
  return Array.from({ length: count }, (_, at) => {
    const month = end - count + 1 + at;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

function countsIn({ state, fromOn, untilOn, endedOn }: AskedForm, month: string): boolean {
  if (state !== 'inForce' && state !== 'ended') return false;
  return isWithin(month, fromOn, endedOn !== null && (untilOn === null || endedOn < untilOn) ? endedOn : untilOn);
}

const isWithin = (month: string, from: string | null, until: string | null): boolean =>
  (from === null || from.slice(0, 7) <= month) && (until === null || month <= until.slice(0, 7));
const numberOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthsBetween = (from: string, until: string): number => numberOf(until) - numberOf(from);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
