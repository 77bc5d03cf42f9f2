import type { LedgerCounts, Lit } from './contract.ts';
import type { LightFigure, LightRule } from './policy.ts';

/** The light of an area: the first rule that holds gives it. Where there is nothing to light, the last rule does. */
export function lightArea(rules: readonly LightRule[], counts: LedgerCounts, projectsLate: number): Lit {
  const figures: Readonly<Record<LightFigure, number>> = {
    open: counts.open,
    overdue: counts.overdue,
    overdueShare: counts.open === 0 ? 0 : counts.overdue / counts.open,
    bottomLineOpen: counts.bottomLineOpen,
    bottomLineOverdue: counts.bottomLineOverdue,
    unplannedShare: counts.open === 0 ? 0 : counts.unplanned / counts.open,
    projectsLate,
    reopened: counts.reopened,
  };
  const found = rules.find(({ figure, above }) => figure === undefined || figures[figure] > (above ?? 0));
  if (found === undefined) return { light: 'green', rule: { zh: '', en: '' }, figure: null, value: null };
  const { light, words, figure } = found;
  return { light, rule: words, figure: figure ?? null, value: figure === undefined ? null : figures[figure] };
}
