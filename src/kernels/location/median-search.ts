import { Board, grainOf } from './board.ts';
import { boundRoot, branchSites, type SitingModel } from './branch-sites.ts';
import { OpenSites } from './interchange.ts';
import { MedianPricing } from './median-pricing.ts';
import type { SitingOptions, SitingProblem } from './problem.ts';
import { randomFrom } from './random.ts';
import { transpose } from './read-problem.ts';
import { firstPrices, openCounts, rootStatus, sitesWithin } from './root.ts';
import { opened } from './site-node.ts';
import { wander } from './wander.ts';

export interface MedianChoice {
  readonly value: number;
  readonly open: readonly number[];
  readonly nearest: Int32Array;
}

/** The search behind `solveMedian`; the board tells what came of it, and whether every choice was looked at. */
export function searchMedian(
  problem: SitingProblem,
  options: SitingOptions,
): { readonly board: Board<MedianChoice>; readonly complete: boolean } {
  const { sites, cost } = problem;
  const { bySite, outside } = transpose(problem);
  const board = new Board<MedianChoice>(options, grainOf(cost));
  const set = new OpenSites(problem, bySite, outside);
  const order = Array.from({ length: sites }, (_, s) => s);
  const keep = () => {
    board.work += set.work;
    set.work = 0;
    if (!set.reachesAll || set.value >= board.value) return false;
    return board.accept({
      value: set.value,
      open: set.sites.toSorted((a, b) => a - b),
      nearest: set.nearest.slice(),
    });
  };
  set.reset(sitesWithin(problem, []));
  set.improve(order);
  keep();
  const seen = new Set<string>();
  const propose = (chosen: readonly number[]) => {
    const key = chosen.join();
    if (seen.has(key)) return;
    seen.add(key);
    set.reset(sitesWithin(problem, chosen));
    set.improve(order);
    keep();
  };
  const model: SitingModel = {
    pricing: new MedianPricing(problem, bySite),
    limits: problem,
    root: { status: rootStatus(problem), banned: null, prices: firstPrices(set, outside), bound: 0 },
    counts: (node) => openCounts(node, problem),
    propose,
    // with every site decided there is one plan: each customer at its nearest site
    split: (node) => {
      propose(order.filter((s) => node.status[s] === opened));
      return null;
    },
    target: outside,
  };
  board.proceed('search');
  const root = boundRoot(model, board);
  if (root === null) return { board, complete: true };
  if (board.isOpen) wander(problem, board, set, order, randomFrom(options.seed ?? 1), keep);
  const complete = board.isOpen && branchSites(model, board, root);
  return { board, complete };
}
