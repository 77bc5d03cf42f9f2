import { readCursor, writeCursor } from '#core/http';
import { unitRefOf } from './build-overview.ts';
import type { SchoolRow, SchoolsPage } from './contract.ts';
import type { AreaEvaluation } from './evaluate-area.ts';
import { findIndicator, indicatorRefs } from './find-indicator.ts';
import { countedBy, type Evaluated, pupilsOf } from './model.ts';
import { statusOf } from './status.ts';

type SchoolResult = Evaluated['evaluation']['schools'][number];

export interface SchoolsQuestion {
  readonly stage?: SchoolRow['stage'] | undefined;
  readonly status?: SchoolRow['status'] | undefined;
  /** Units that match what was typed; absent = all. */
  readonly among?: ReadonlySet<string> | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page of school-stages with their verdicts, worst first within an area's order. Only the rows of the page are built. */
export function listSchools(area: AreaEvaluation, question: SchoolsQuestion): SchoolsPage {
  const { evaluated, entry, head } = area;
  const all = worstFirst(area).filter((result) => isAsked(evaluated, result, question));
  const from = question.cursor === undefined ? 0 : Number(readCursor(question.cursor, 1)[0]);
  const to = from + question.limit;
  const shown = new Set(all.flatMap(({ indicators }) => indicators.map(({ indicator }) => indicator)));
  return {
    ...head,
    indicators: indicatorRefs(entry.compiled, shown),
    total: all.length,
    counts: countResults(all),
    rows: all.slice(from, to).map((result) => schoolRow(area, result)),
    nextCursor: to < all.length ? writeCursor([to]) : null,
  };
}

function isAsked(evaluated: Evaluated, { unit, stage, verdict }: SchoolResult, asked: SchoolsQuestion): boolean {
  if (asked.stage !== undefined && stage !== asked.stage) return false;
  if (asked.status !== undefined && verdict !== asked.status) return false;
  if (asked.among === undefined) return true;
  const ref = unitRefOf(evaluated, unit);
  return asked.among.has(`${ref.county} ${ref.unit}`);
}

function countResults(results: readonly SchoolResult[]): SchoolsPage['counts'] {
  const counts = new Map<SchoolResult['stage'], SchoolsPage['counts'][number]>();
  for (const { stage, verdict, excludedBy } of results) {
    const own = counts.get(stage) ?? { stage, all: 0, failing: 0, noData: 0, excluded: 0 };
    counts.set(stage, own);
    if (excludedBy !== null) {
      own.excluded += 1;
      continue;
    }
    own.all += 1;
    if (verdict === 'notMet') own.failing += 1;
    if (verdict === 'noData') own.noData += 1;
  }
  return [...counts.values()];
}

const order: readonly SchoolRow['verdict'][] = ['notMet', 'noData', 'met', 'notApplicable'];
const ordered = new WeakMap<Evaluated, readonly SchoolResult[]>();

/** The results of an evaluation in the list's order; sorted once, since a list is asked for page by page. */
function worstFirst({ evaluated, entry }: AreaEvaluation): readonly SchoolResult[] {
  const known = ordered.get(evaluated);
  if (known !== undefined) return known;
  const made = evaluated.evaluation.schools
    .map((result) => ({
      result,
      place: order.indexOf(result.verdict),
      share: result.met / (countedBy(entry.compiled, result.indicators) || 1),
    }))
    .sort((a, b) => a.place - b.place || a.share - b.share)
    .map(({ result }) => result);
  ordered.set(evaluated, made);
  return made;
}

/** Every school-stage of an evaluated area as the list and the export show it. */
export function schoolRows(area: AreaEvaluation): SchoolRow[] {
  return worstFirst(area).map((result) => schoolRow(area, result));
}

function schoolRow(
  { evaluated, entry }: AreaEvaluation,
  { unit, stage, indicators, met, verdict, excludedBy }: SchoolResult,
): SchoolRow {
  const { units } = evaluated.input;
  const textOf = (name: string) => {
    const value = units.attributes[name]?.[unit];
    return typeof value === 'string' ? value : null;
  };
  const pupils = pupilsOf(evaluated.input, unit, stage);
  return {
    ...unitRefOf(evaluated, unit),
    stage,
    category: textOf('category') ?? '',
    ownership: textOf('ownership'),
    urbanRural: textOf('urbanRural'),
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
}
