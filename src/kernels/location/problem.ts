/**
 * Where to open sites (schools, campuses, kindergartens) for customers (cells, villages, estates), and who goes where.
 *
 * @remarks
 * `cost[customer * sites + site]` is what it costs when the site serves the whole customer (children × metres, minutes, fen); not
 * negative. Infinity = the pair is not allowed, which is how travel limits are said.
 */
export interface SitingProblem {
  readonly customers: number;
  readonly sites: number;
  readonly cost: Float64Array;
  /** At most so many sites are open. */
  readonly open: number;
  /** 1 = stays open whatever happens (an existing school). Absent = none. */
  readonly fixed?: Uint8Array;
  /** What opening costs, in any unit of its own; counts towards `budget` only. Of a fixed site 0 where it stands already. */
  readonly price?: Float64Array;
  /** Largest sum of `price` over open sites. */
  readonly budget?: number;
}

/** Every customer goes to one open site, none of which serves more than its capacity. */
export interface CapacitatedMedianProblem extends SitingProblem {
  readonly demand: Float64Array;
  readonly capacity: Float64Array;
  /** The customer at a site's own place, -1 = none: an open site serves its own place. Absent = no such rule. */
  readonly home?: Int32Array;
}

/** Opening costs stand in the objective, demand may be divided among sites. */
export interface FacilityProblem extends Omit<SitingProblem, 'open'> {
  /** At most so many sites are open; absent = any number. */
  readonly open?: number;
  readonly opening: Float64Array;
  readonly demand: Float64Array;
  readonly capacity: Float64Array;
}

/** Which sites reach the most weight. */
export interface CoveringProblem extends Omit<SitingProblem, 'cost'> {
  readonly weight: Float64Array;
  /** `customer * sites + site`, 1 = the site reaches the customer. */
  readonly reaches: Uint8Array;
}

export interface SitingProgress {
  readonly phase: 'search' | 'bound' | 'branch';
  readonly value: number;
  readonly bound: number;
  readonly work: number;
}

export interface SitingOptions {
  /** Work to spend, about one per pair looked at; the same input and deadline give the same plan. */
  readonly deadline?: number;
  /** Stop as soon as `(value - bound) / value` is at most this; 1e-9 by default. */
  readonly gapGoal?: number;
  readonly seed?: number;
  /** Called between rounds; `false` stops the search, and the best plan so far is returned. */
  readonly onProgress?: (progress: SitingProgress) => boolean | undefined;
}

/** What gave the lower bound: prices on "everyone is served once", or those prices in every branch of a tree. */
export type BoundSource = 'lagrangian' | 'branching';

export type SitingEnd = 'proved' | 'goal' | 'deadline' | 'cancelled' | 'exhausted';

export interface SitingPlan {
  readonly kind: 'plan';
  /** Open sites, ascending. */
  readonly open: Int32Array;
  /** The site of each customer; where demand may be divided, the site that serves the largest part. */
  readonly site: Int32Array;
  /** Parts of each customer, `customer * sites + site`; only where demand may be divided. */
  readonly share?: Float64Array;
  readonly value: number;
  /** No plan is cheaper than this. */
  readonly bound: number;
  /** `(value - bound) / value`, 0 when the value is 0. */
  readonly gap: number;
  readonly boundBy: BoundSource;
  readonly ended: SitingEnd;
  readonly branches: number;
  readonly work: number;
}

/** The rule that no plan can keep. */
export type BrokenRule =
  /** These customers have no allowed site at all. */
  | { readonly rule: 'unreachable'; readonly customers: readonly number[] }
  /** More sites are fixed than may be open. */
  | { readonly rule: 'fixedSites'; readonly fixed: number; readonly open: number }
  /** The fixed sites alone cost more than the budget. */
  | { readonly rule: 'budget'; readonly needed: number; readonly budget: number }
  /** The sites that may be open hold less than the demand. */
  | { readonly rule: 'capacity'; readonly demand: number; readonly capacity: number }
  /** These customers fit into none of their allowed sites undivided. */
  | { readonly rule: 'tooLarge'; readonly customers: readonly number[] }
  /** Everyone can be reached, but not with so few sites: at least `uncovered` customers stay out. */
  | { readonly rule: 'reach'; readonly open: number; readonly uncovered: number }
  /** The search of all choices ended without a plan, although each rule alone can be kept. */
  | { readonly rule: 'together' };

export interface SitingInfeasible {
  readonly kind: 'infeasible';
  readonly broken: BrokenRule;
}

/** Neither a plan nor a proof that there is none. */
export interface SitingUnresolved {
  readonly kind: 'unresolved';
  readonly reason: 'deadline' | 'cancelled';
  readonly bound: number;
}

export type SitingResult = SitingPlan | SitingInfeasible | SitingUnresolved;
