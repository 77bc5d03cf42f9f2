import { ascend } from './ascend.ts';
import type { Board } from './board.ts';
import { MedianPricing } from './median-pricing.ts';
import type { SitingProblem } from './problem.ts';
import type { Counts, SiteNode } from './site-node.ts';

/**
 * Prices of the same problem without capacities, found much faster: with capacities their bound is at least as high.
 *
 * @remarks The plan on the board is what they are raised towards; without one the prices given come back.
 */
export function warmPrices<Plan extends { readonly value: number }>(
  problem: Pick<SitingProblem, 'customers' | 'sites' | 'cost' | 'price' | 'budget'>,
  bySite: Float64Array,
  root: SiteNode,
  counts: Counts | null,
  board: Board<Plan>,
  opening: Float64Array | null,
  propose: (chosen: readonly number[], prices: Float64Array) => void,
): SiteNode {
  if (counts === null || board.best === null) return root;
  const { prices } = ascend(new MedianPricing(problem, bySite, opening), root, counts, problem, {
    rounds: 400,
    step: 1.5,
    patience: 15,
    proposeEvery: 40,
    propose,
    upper: () => board.value,
    target: board.value,
    enough: board.enough,
    proceed: () => board.proceed('bound'),
  });
  return { ...root, prices };
}
