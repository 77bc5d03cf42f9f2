import { type Ascent, type AscentOptions, ascend } from './ascend.ts';
import type { Board } from './board.ts';
import { fixSites } from './fix-sites.ts';
import type { SitingProblem } from './problem.ts';
import { type Counts, closed, opened, type Pricing, type SiteNode, undecided } from './site-node.ts';

/** What the tree must know of a problem. */
export interface SitingModel {
  readonly pricing: Pricing;
  readonly limits: Pick<SitingProblem, 'price' | 'budget'>;
  readonly root: SiteNode;
  /** How many sites may be open within a branch; null where it holds no plan. */
  counts(node: SiteNode): Counts | null;
  /** Makes a plan of the sites and offers it to the board. */
  propose(chosen: readonly number[], prices: Float64Array): void;
  /** All sites are decided: further branches, or null when the branch is done (its best plan has been offered). */
  split(node: SiteNode, ascent: Ascent): readonly SiteNode[] | null;
  /** More decisions that the prices exclude. */
  tighten?(node: SiteNode, ascent: Ascent, enough: number): SiteNode;
  /** Where the search aims when there is no plan yet. */
  readonly target: number;
}

/** Bound of the root, after which `root` of the result is the tree's first branch. */
export function boundRoot<Plan extends { readonly value: number }>(
  model: SitingModel,
  board: Board<Plan>,
  rounds = 1200,
): SiteNode | null {
  const counts = model.counts(model.root);
  if (counts === null) return null;
  const ascent = ascend(model.pricing, model.root, counts, model.limits, {
    ...options(model, board, 'bound'),
    rounds,
    step: 1.5,
    patience: 30,
    proposeEvery: 10,
  });
  board.raise(ascent.bound, 'lagrangian');
  return reduce(model, model.root, ascent, counts, board.enough());
}

/**
 * Best-first branch and bound: each branch decides one site, each bound is a short ascent from its parent's prices.
 *
 * @returns whether the tree was searched to its end
 */
export function branchSites<Plan extends { readonly value: number }>(
  model: SitingModel,
  board: Board<Plan>,
  root: SiteNode,
): boolean {
  const open: SiteNode[] = [root];
  while (open.length > 0) {
    const node = open.pop() as SiteNode;
    if (node.bound >= board.enough()) return finish(board);
    board.raise(node.bound, 'branching');
    if (!board.proceed('branch')) return false;
    board.branches++;
    const counts = model.counts(node);
    if (counts === null) continue;
    const ascent = ascend(model.pricing, node, counts, model.limits, {
      ...options(model, board, 'branch'),
      rounds: 60,
      step: 0.6,
      patience: 6,
      proposeEvery: 30,
    });
    const bound = Math.max(node.bound, ascent.bound);
    if (bound >= board.enough()) continue;
    const reduced = reduce(model, { ...node, bound }, ascent, counts, board.enough());
    for (const child of childrenOf(model, reduced, ascent)) insert(open, child);
  }
  return finish(board);
}

function finish<Plan extends { readonly value: number }>(board: Board<Plan>): boolean {
  if (board.best !== null) board.raise(board.enough(), 'branching');
  return true;
}

function options<Plan extends { readonly value: number }>(
  model: SitingModel,
  board: Board<Plan>,
  phase: 'bound' | 'branch',
): Omit<AscentOptions, 'rounds' | 'step' | 'patience' | 'proposeEvery'> {
  let told = 0;
  return {
    upper: () => board.value,
    target: model.target,
    enough: board.enough,
    propose: (chosen, prices) => model.propose(chosen, prices),
    proceed: (bound, work) => {
      board.work += work - told;
      told = work;
      if (phase === 'bound') board.raise(bound, 'lagrangian');
      return board.proceed(phase);
    },
  };
}

function reduce(model: SitingModel, node: SiteNode, ascent: Ascent, counts: Counts, enough: number): SiteNode {
  const bound = Math.max(node.bound, ascent.bound);
  const fixed = fixSites({ ...node, bound, prices: ascent.prices }, ascent, counts, enough);
  return model.tighten?.(fixed, ascent, enough) ?? fixed;
}

function childrenOf(model: SitingModel, node: SiteNode, ascent: Ascent): readonly SiteNode[] {
  const site = leastSure(node, ascent);
  if (site === -1) return model.split(node, ascent) ?? [];
  return [opened, closed].map((decision) => {
    const status = node.status.slice();
    status[site] = decision;
    return { ...node, status };
  });
}

/** The undecided site that the prices chose about half of the time. */
function leastSure(node: SiteNode, { often }: Ascent): number {
  let site = -1;
  for (let s = 0; s < node.status.length; s++) {
    if (node.status[s] !== undecided) continue;
    if (site === -1 || Math.abs((often[s] as number) - 0.5) < Math.abs((often[site] as number) - 0.5)) site = s;
  }
  return site;
}

/** Keeps the branch of least bound last; among equals the newest. */
function insert(open: SiteNode[], node: SiteNode): void {
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((open[middle] as SiteNode).bound >= node.bound) low = middle + 1;
    else high = middle;
  }
  open.splice(low, 0, node);
}
