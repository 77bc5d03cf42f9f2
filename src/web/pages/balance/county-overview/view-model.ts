import type { Coefficient, Overview } from '#contracts/balance';
import type { Stage } from '#standards';
import type { Status } from '#web/ui';

export interface Headline {
  readonly kind: 'met' | 'notYet' | 'unknown' | 'otherReasons' | 'areas';
  readonly numbers: readonly number[];
  readonly parts: readonly Overview['parts'][number][];
}

/** What the first line of the page says. A finding of failure comes before missing data: it holds whatever is still to come. */
export function headlineOf(overview: Overview): Headline {
  const { coefficients, schoolStages, areas, attestationsOpen } = overview.counts;
  if (!isCounty(overview)) return { kind: 'areas', numbers: [areas.met, areas.total], parts: [] };
  if (coefficients.outside + schoolStages.outside > 0) {
    return {
      kind: 'notYet',
      numbers: [coefficients.outside, coefficients.total, schoolStages.outside, schoolStages.total],
      parts: [],
    };
  }
  const failed = overview.parts.filter((part) => part.verdict === 'notMet');
  if (failed.length > 0) return { kind: 'otherReasons', numbers: [], parts: failed };
  if (overview.verdict === 'met') return { kind: 'met', numbers: [], parts: [] };
  return { kind: 'unknown', numbers: [coefficients.noData + schoolStages.noData + attestationsOpen], parts: [] };
}

/** A county is judged itself; above it, the page speaks of the counties inside. */
export function isCounty(overview: Overview): boolean {
  return overview.counts.areas.total === 0;
}

/** How far a coefficient is from its limit: 1 = on it; what is not known stands last. */
function distance(coefficient: Coefficient): number {
  const { coefficientOfVariation: value, limit } = coefficient;
  return value === null || limit === null || limit === 0 ? -1 : value / limit;
}

/** The coefficients of one stage, or of all, worst first. */
export function worstFirst(coefficients: readonly Coefficient[], stage: Stage | null): readonly Coefficient[] {
  return coefficients
    .filter((coefficient) => stage === null || coefficient.stage === stage)
    .sort((a, b) => distance(b) - distance(a));
}

export function ofStage<Row extends { readonly stage: Stage }>(
  rows: readonly Row[],
  stage: Stage | null,
): readonly Row[] {
  return stage === null ? rows : rows.filter((row) => row.stage === stage);
}

/** Gaps with the dearest first, and those without a known price after them by number of schools. */
export function dearestFirst(gaps: Overview['gaps']): Overview['gaps'] {
  return [...gaps].sort((a, b) => (b.costFen ?? -1) - (a.costFen ?? -1) || b.schools - a.schools);
}

/** A share that must be whole has no room above its line: whole is met, and nothing is near it. */
export function shownStatus(row: Overview['areaIndicators'][number]): Status {
  return row.status === 'near' && row.threshold === 1 && row.value === 1 ? 'met' : row.status;
}

/** Whether any price is known; a column of dashes tells nobody anything. */
export function hasCosts(gaps: Overview['gaps']): boolean {
  return gaps.some((gap) => gap.costFen !== null);
}
