import type { IndicatorRef, RemedyPlan } from '#contracts/balance';
import type { Status } from '#web/ui';

/** A plan with the names of what it speaks of. */
export type NamedPlan = RemedyPlan & { readonly indicators: readonly IndicatorRef[] };

export type PlanCost = RemedyPlan['costs'][number];
export type PlanStep = RemedyPlan['steps'][number];

/** A unit cost's name among the others; the same indicator may cost differently by stage. */
export function costKey(cost: { readonly indicator: string; readonly stage: string | null }): string {
  return `${cost.indicator}:${cost.stage ?? ''}`;
}

/** The prices that differ from those of the plan, as the request wants them; what is not a price is left alone. */
export function changedCosts(costs: readonly PlanCost[], typed: ReadonlyMap<string, string>) {
  return costs.flatMap((cost) => {
    const yuan = Number(typed.get(costKey(cost)));
    const text = typed.get(costKey(cost))?.trim() ?? '';
    if (text === '' || !Number.isFinite(yuan) || yuan < 0) return [];
    const costFen = Math.round(yuan * 100);
    return costFen === cost.costFen ? [] : [{ indicator: cost.indicator, stage: cost.stage, costFen }];
  });
}

/** The costs of a request: those asked before, replaced by the ones just changed. */
export function mergeCosts<Cost extends { readonly indicator: string; readonly stage: string | null }>(
  asked: readonly Cost[],
  changed: readonly Cost[],
): readonly Cost[] {
  const merged = new Map(asked.map((cost) => [costKey(cost), cost]));
  for (const cost of changed) merged.set(costKey(cost), cost);
  return [...merged.values()];
}

/** Schools with the dearest additions first. */
export function dearestSchools(plan: RemedyPlan): RemedyPlan['bySchool'] {
  return [...plan.bySchool].sort((a, b) => b.costFen - a.costFen);
}

/** The gap as "at most": rounded up, so that a small gap is not called none. */
export function gapAtMost(gapShare: number): number {
  return Math.ceil(gapShare * 10_000) / 10_000;
}

/** Whether there is a plan to show; where some school has no data, it is the plan for the others. */
export function hasPlan(plan: Pick<RemedyPlan, 'outcome' | 'steps'>): boolean {
  return plan.outcome === 'planned' || (plan.outcome === 'unknown' && plan.steps.length > 0);
}

/** How a coefficient stands after the plan. */
export function afterStatus(row: RemedyPlan['coefficients'][number]): Status {
  if (row.after === null || row.limit === null) return 'noData';
  // The plan ends exactly on a binding limit; the last digits of a solver must not turn that into a failure.
  if (row.after > row.limit * (1 + 1e-9)) return 'notMet';
  return row.after > row.limit * 0.95 ? 'near' : 'met';
}
