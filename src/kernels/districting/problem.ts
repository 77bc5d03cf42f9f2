/**
 * Which school's zone each unit (village, estate, block) belongs to.
 *
 * @remarks
 * Units are neighbours as listed: those of unit u stand in `neighbour` from `neighbourStart[u]` to `neighbourStart[u + 1]`, each
 * pair in both directions. Every zone is connected and holds the unit of its school.
 */
export interface DistrictingProblem {
  readonly units: number;
  readonly zones: number;
  readonly neighbourStart: Int32Array;
  readonly neighbour: Int32Array;
  /** Children of each unit, at least 0. */
  readonly children: Float64Array;
  /** `unit * zones + zone`: what it costs when the whole unit goes there (children × metres), at least 0. */
  readonly cost: Float64Array;
  /** The unit in which each zone's school stands. */
  readonly school: Int32Array;
  readonly seats: Float64Array;
  /** Fewest children of a zone; absent = none. */
  readonly least?: Float64Array;
  /** The zone that a unit must stay in, -1 = free; absent = all free. */
  readonly pinned?: Int32Array;
  /** Today's zones, -1 = none; a start for the search, and with `moveCost` what change is measured against. */
  readonly current?: Int32Array;
  /** Cost of each unit that leaves its zone of today. */
  readonly moveCost?: Float64Array;
}

export interface DistrictingProgress {
  readonly phase: 'bound' | 'search';
  /** Infinity until a plan keeps every rule. */
  readonly value: number;
  readonly bound: number;
  /** Part of the search that is done, 0 to 1. */
  readonly done: number;
}

export interface DistrictingOptions {
  /** Changes to try; 10,000 a unit by default, at least 400,000 and at most 12 million. */
  readonly tries?: number;
  readonly seed?: number;
  readonly onProgress?: (progress: DistrictingProgress) => boolean | undefined;
}

export interface DistrictingPlan {
  readonly kind: 'plan';
  /** The zone of each unit. */
  readonly zone: Int32Array;
  readonly load: Float64Array;
  readonly value: number;
  /** No plan is cheaper: prices on seats, each unit where it is cheapest. It does not use that zones are connected. */
  readonly bound: number;
  readonly gap: number;
  /** Units that leave their zone of today, and the children in them. */
  readonly movedUnits: number;
  readonly movedChildren: number;
  readonly ended: 'done' | 'cancelled';
}

/** A rule that no plan can keep. */
export type DistrictingBroken =
  /** No way leads from these units to any school. */
  | { readonly rule: 'cutOff'; readonly units: readonly number[] }
  /** Two schools stand in one unit. */
  | { readonly rule: 'sharedUnit'; readonly unit: number; readonly zones: readonly number[] }
  /** The unit is pinned to a zone that it cannot belong to. */
  | { readonly rule: 'pinned'; readonly unit: number; readonly zone: number }
  /** What is pinned to a zone, with its school's own unit, is more than its seats. */
  | { readonly rule: 'pinnedSeats'; readonly zone: number; readonly children: number; readonly seats: number }
  /** More children than seats in these zones, which no other can help. */
  | { readonly rule: 'seats'; readonly zones: readonly number[]; readonly children: number; readonly seats: number }
  /** Fewer children than these zones need together. */
  | { readonly rule: 'least'; readonly zones: readonly number[]; readonly children: number; readonly least: number }
  /** The unit alone has more children than any school it may go to has seats. */
  | { readonly rule: 'largeUnit'; readonly unit: number; readonly children: number; readonly seats: number };

export interface DistrictingInfeasible {
  readonly kind: 'infeasible';
  readonly broken: DistrictingBroken;
}

/** No plan was found that keeps every rule, and no proof that there is none; the nearest one, and which zones break what. */
export interface DistrictingNearest {
  readonly kind: 'nearest';
  readonly zone: Int32Array;
  readonly load: Float64Array;
  readonly bound: number;
  /** Children above the seats (positive) or below the least (negative) of a zone. */
  readonly misses: readonly { readonly zone: number; readonly children: number }[];
  readonly ended: 'done' | 'cancelled';
}

export type DistrictingResult = DistrictingPlan | DistrictingInfeasible | DistrictingNearest;
