import type { Board } from './board.ts';
import type { OpenSites } from './interchange.ts';
import type { SitingProblem } from './problem.ts';

/**
 * Leaves the best set by a few exchanges at random and improves again, from the better of the two, until nothing new has come for a
 * while.
 */
export function wander<Plan extends { readonly value: number; readonly open: readonly number[] }>(
  { fixed }: SitingProblem,
  board: Board<Plan>,
  set: OpenSites,
  order: readonly number[],
  random: () => number,
  keep: () => boolean,
  patience = 40,
): void {
  if (board.best === null) return;
  for (let quiet = 0; quiet < patience && board.proceed('search'); ) {
    set.reset(board.best.open);
    const removable = set.sites.filter((s) => !fixed?.[s]);
    const addable = order.filter((s) => !set.isOpen[s]);
    if (removable.length === 0 || addable.length === 0) return;
    const kicks = 2 + Math.floor(random() * Math.max(1, Math.min(12, removable.length / 4)));
    for (let k = 0; k < kicks; k++) {
      const site = addable[Math.floor(random() * addable.length)] as number;
      if (!set.isOpen[site]) set.exchangeIfPaid(site, removable[Math.floor(random() * removable.length)] as number);
    }
    const start = Math.floor(random() * order.length);
    set.improve([...order.slice(start), ...order.slice(0, start)]);
    quiet = keep() ? 0 : quiet + 1;
  }
}
