import type { Ascent } from './ascend.ts';
import { type Counts, closed, opened, type SiteNode } from './site-node.ts';

/**
 * The branch without the decisions that its prices exclude: a site whose opening, or closing, would raise the bound to `enough`.
 *
 * @remarks Only plans that cost `enough` or more are lost. Cost O(sites).
 */
export function fixSites(node: SiteNode, ascent: Ascent, counts: Counts, enough: number): SiteNode {
  const { values, selection, bound } = ascent;
  const { order, taken, countValue, value } = selection;
  // penalties start from the set that keeps the counts, which may stand below the bound
  const base = bound - (value - countValue);
  const status = node.status.slice();
  const valueOf = (k: number) => values[order[k] as number] as number;
  const openedCount = status.reduce((sum, one) => sum + (one === opened ? 1 : 0), 0);
  const worst = taken > 0 ? valueOf(taken - 1) : Number.NaN;
  const next = taken < order.length ? valueOf(taken) : Number.NaN;
  const full = openedCount + taken >= counts.most;
  for (let k = 0; k < order.length; k++) {
    const site = order[k] as number;
    if (k < taken) {
      const mustReplace = openedCount + taken - 1 < counts.least;
      if (mustReplace && Number.isNaN(next)) {
        status[site] = opened;
        continue;
      }
      const replacement = mustReplace ? next : Number.isNaN(next) ? 0 : Math.min(0, next);
      if (base - valueOf(k) + replacement >= enough) status[site] = opened;
    } else {
      if (full && taken === 0) {
        status[site] = closed;
        continue;
      }
      const released = full ? worst : taken > 0 ? Math.max(0, worst) : 0;
      if (base + valueOf(k) - released >= enough) status[site] = closed;
    }
  }
  return { ...node, status };
}
