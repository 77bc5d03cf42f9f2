import type { IndicatorSchool, TheilSplit } from '#contracts/balance';
import type { Stage } from '#standards';

/** The line that most schools are compared with; exceptions may give a few of them another. */
export function commonLine(schools: readonly IndicatorSchool[]): number | null {
  const counts = new Map<number, number>();
  for (const { threshold } of schools) {
    if (threshold !== null) counts.set(threshold, (counts.get(threshold) ?? 0) + 1);
  }
  let line: number | null = null;
  for (const [threshold, count] of counts) if (line === null || count > (counts.get(line) ?? 0)) line = threshold;
  return line;
}

/** Furthest below the line first; then those that are met, from the smallest value. */
export function furthestFirst(schools: readonly IndicatorSchool[]): readonly IndicatorSchool[] {
  const gap = (school: IndicatorSchool) =>
    school.value === null || school.threshold === null || school.threshold === 0
      ? Number.POSITIVE_INFINITY
      : school.value / school.threshold;
  return [...schools].sort((a, b) => gap(a) - gap(b));
}

/** The part of an inequality that lies between the groups; null where there is none to split. */
export function betweenShare(split: TheilSplit): number | null {
  return split.total > 0 ? split.between / split.total : null;
}

/** Which indicator a page without one shows: the coefficient furthest outside, as the overview lists them. */
export function defaultIndicator(
  coefficients: readonly { readonly indicator: string; readonly stage: Stage }[],
  stage: Stage | null,
): { readonly indicator: string; readonly stage: Stage } | null {
  return coefficients.find((row) => stage === null || row.stage === stage) ?? coefficients[0] ?? null;
}
