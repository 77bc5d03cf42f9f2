/** What a branch has decided about each site. */
export const closed = -1;
export const undecided = 0;
export const opened = 1;

/** One branch of the tree: a set of plans. */
export interface SiteNode {
  readonly status: Int8Array;
  /** `customer * sites + site`, 1 = the pair is excluded; shared between branches until one of them changes it. */
  readonly banned: Uint8Array | null;
  /** Prices from which the bound of this branch starts. */
  readonly prices: Float64Array;
  readonly bound: number;
}

/** How many sites may be open within a branch. */
export interface Counts {
  readonly least: number;
  readonly most: number;
}

/** What one set of prices says: each site is a small problem of its own. */
export interface Pricing {
  readonly customers: number;
  readonly sites: number;
  /** Fills `values`: what each site that is not closed would add to the objective when open. Returns the work done. */
  evaluate(prices: Float64Array, node: SiteNode, values: Float64Array): number;
  /** Adds `part` of what the site serves, at the prices last evaluated, to `served`. */
  serve(site: number, part: number, served: Float64Array): void;
}
