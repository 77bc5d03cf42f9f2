import { readCursor, writeCursor } from '#core/http';
import { unitRefOf } from './build-overview.ts';
import type { SchoolRow, SchoolsPage } from './contract.ts';
import type { AreaEvaluation } from './evaluate-area.ts';
import { findIndicator, indicatorRefs } from './find-indicator.ts';
import { countedBy, pupilsOf } from './model.ts';
import { statusOf } from './status.ts';

export interface SchoolsQuestion {
  readonly stage?: SchoolRow['stage'] | undefined;
  readonly status?: SchoolRow['status'] | undefined;
  /** Units that match what was typed; absent = all. */
  readonly among?: ReadonlySet<string> | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page of school-stages with their verdicts, worst first within an area's order. */
export function listSchools(area: AreaEvaluation, question: SchoolsQuestion): SchoolsPage {
  const all = schoolRows(area).filter(
    (row) =>
      (question.stage === undefined || row.stage === question.stage) &&
      (question.status === undefined || row.status === question.status) &&
      (question.among?.has(`${row.county} ${row.unit}`) ?? true),
  );
  const from = question.cursor === undefined ? 0 : Number(readCursor(question.cursor, 1)[0]);
  const to = from + question.limit;
  const shown = new Set(all.flatMap(({ values }) => Object.keys(values)));
  return {
    ...area.head,
    indicators: indicatorRefs(area.entry.compiled, shown),
    total: all.length,
    rows: all.slice(from, to),
    nextCursor: to < all.length ? writeCursor([to]) : null,
  };
}

const order: readonly SchoolRow['verdict'][] = ['notMet', 'noData', 'met', 'notApplicable'];

/** Every school-stage of an evaluated area as the list and the export show it. */
export function schoolRows({ evaluated, entry }: AreaEvaluation): SchoolRow[] {
  const { units } = evaluated.input;
  const textOf = (name: string, unit: number) => {
    const value = units.attributes[name]?.[unit];
    return typeof value === 'string' ? value : null;
  };
  return evaluated.evaluation.schools
    .map(({ unit, stage, indicators, met, verdict, excludedBy }): SchoolRow => {
      const pupils = pupilsOf(evaluated.input, unit, stage);
      return {
        ...unitRefOf(evaluated, unit),
        stage,
        category: textOf('category', unit) ?? '',
        ownership: textOf('ownership', unit),
        urbanRural: textOf('urbanRural', unit),
        pupils: Number.isNaN(pupils) ? null : pupils,
        met,
        of: countedBy(entry.compiled, indicators),
        verdict,
        status: verdict,
        excludedBy,
        values: Object.fromEntries(
          indicators.map(({ indicator, value, threshold, verdict: judged }) => {
            const comparison = findIndicator(entry.compiled, indicator)?.comparison ?? 'atLeast';
            return [
              indicator,
              { value, threshold, verdict: judged, status: statusOf(judged, value, threshold, comparison) },
            ];
          }),
        ),
      };
    })
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || a.met / (a.of || 1) - b.met / (b.of || 1));
}
