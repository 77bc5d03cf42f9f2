import type { Board } from './board.ts';
import type { SitingProblem } from './problem.ts';
import { closed, opened, type SiteNode } from './site-node.ts';

/** Closes, opens and exchanges single sites of the best set as long as that helps; only sites that the prices leave open to question. */
export function improveSet<Plan extends { readonly value: number; readonly open: readonly number[] }>(
  { sites, open, price, budget }: SitingProblem,
  board: Board<Plan>,
  root: SiteNode,
  /** Value of a set; better ones reach the board. */
  valueOf: (set: readonly number[]) => number,
): void {
  const isPaid = (set: readonly number[]) =>
    budget === undefined || set.reduce((sum, s) => sum + (price?.[s] ?? 0), 0) <= budget * (1 + 1e-12);
  for (let changed = board.best !== null; changed; ) {
    changed = false;
    const base = board.best?.open ?? [];
    const outs = [-1, ...base.filter((s) => root.status[s] !== opened)];
    const ins = [-1, ...Array.from({ length: sites }, (_, s) => s)].filter(
      (s) => s === -1 || (!base.includes(s) && root.status[s] !== closed),
    );
    for (const out of outs) {
      for (const site of ins) {
        const set = [...base.filter((s) => s !== out), ...(site === -1 ? [] : [site])];
        if (set.length === 0 || set.length > open || out === site || !isPaid(set)) continue;
        const before = board.value;
        valueOf(set.sort((a, b) => a - b));
        if (board.value < before) changed = true;
      }
      if (!board.proceed('search')) return;
    }
  }
}
