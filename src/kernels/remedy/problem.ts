/**
 * The cheapest way to pass: which additions bring every school-stage and every coefficient of variation inside the rule.
 *
 * @remarks
 * Rows are school-stages, K indicators a row, cells row-major (`cell = row * K + indicator`).
 * The value of an indicator is `scale * amount / pupils`. Rows of one `unit` (a whole school) share the additions of the
 * indicators marked `shared`: an addition of Y to the unit gives `share[cell] * Y` to each of its rows.
 */
export interface RemedyProblem {
  readonly rows: number;
  readonly indicators: number;
  /** How many sets of coefficients there are (one a stage). */
  readonly groups: number;
  readonly units: number;
  readonly pupils: Float64Array;
  readonly group: Int32Array;
  readonly unit: Int32Array;
  /** Part of an addition that reaches the cell; 1 where it is not divided. */
  readonly share: Float64Array;
  readonly shared: Uint8Array;
  /** Amounts (teachers, m², yuan, rooms), not indicator values. */
  readonly current: Float64Array;
  /** Indicator values to reach; NaN = not asked of this row. */
  readonly threshold: Float64Array;
  /** Indicator values that an indicator left below its threshold must still reach. */
  readonly floor: Float64Array;
  readonly scale: Float64Array;
  /** How many indicators a row may leave below the threshold. */
  readonly allowedBelow: number;
  readonly inRule: Uint8Array;
  readonly inCoefficient: Uint8Array;
  /** Limit of the coefficient of variation, `group * K + indicator`; Infinity = none. */
  readonly limit: Float64Array;
  /** Cost of one more amount, a cell; of a shared indicator the unit's first row counts. */
  readonly cost: Float64Array;
  /** 1 = whole numbers; 0 = any amount. */
  readonly grain: Float64Array;
  /** Largest addition, a cell; Infinity = none. Of a shared indicator the unit's first row counts. */
  readonly most: Float64Array;
  /**
   * Relative room that plans leave to the limits where amounts are continuous, so that they may be rounded afterwards; the bound is
   * for the limits themselves. 1e-9 by default.
   */
  readonly margin?: number;
  /** Cost of moving one amount from one unit to another, an indicator; Infinity = cannot move. Absent = nothing moves. */
  readonly moveCost?: Float64Array;
}

/** Where the search stands; returned to the caller between rounds. */
export interface RemedyProgress {
  readonly phase: 'relaxation' | 'choice' | 'branch';
  readonly cost: number;
  readonly bound: number;
  readonly work: number;
}

export interface RemedyOptions {
  /** Work units to spend (one = one interior-point step over one row); a plan is still returned when they end. */
  readonly deadline?: number;
  /** Stop as soon as `(cost - bound) / cost` is at most this. */
  readonly gapGoal?: number;
  /** Called between rounds; `false` stops the search and returns the best plan so far. */
  readonly onProgress?: (progress: RemedyProgress) => boolean | undefined;
}

/** What one coefficient was, is after the plan, and costs. */
export interface RemedyCoefficient {
  readonly group: number;
  readonly indicator: number;
  readonly limit: number;
  /** NaN where nothing is counted or the county has none of it. */
  readonly before: number;
  readonly after: number;
  /** The limit stops a cheaper plan. */
  readonly binds: boolean;
  /** Cost saved, near the plan, for each unit by which the limit is raised. */
  readonly shadowPrice: number;
}

export interface RemedyPlan {
  readonly kind: 'plan';
  /** Bought amounts a cell; of a shared indicator they stand in the unit's first row, whole. */
  readonly added: Float64Array;
  /** Amounts received from and given to other units, placed as `added`. */
  readonly received: Float64Array;
  readonly given: Float64Array;
  /** Amounts a cell after the plan, shares applied. */
  readonly after: Float64Array;
  /** 1 where a cell stays below its threshold (and above its floor). */
  readonly below: Uint8Array;
  readonly cost: number;
  readonly costByIndicator: Float64Array;
  readonly costByUnit: Float64Array;
  /** What the rule for rows alone would cost, the rest being due to the coefficients; NaN where amounts may move. */
  readonly ruleCost: number;
  readonly coefficients: readonly RemedyCoefficient[];
  /** No plan costs less than this. */
  readonly bound: number;
  /** `(cost - bound) / cost`, 0 when nothing is needed. */
  readonly gap: number;
  readonly ended: 'proved' | 'goal' | 'exhausted' | 'deadline' | 'cancelled';
  readonly work: number;
  readonly branches: number;
}

export interface RemedyInfeasible {
  readonly kind: 'infeasible';
  /** Rows that cannot pass the school rule within their largest additions, and the cells out of reach. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly number[]; readonly belowFloor: boolean }[];
  /** Coefficients (`group * K + indicator`) that cannot all reach their limits, though every row can pass. */
  readonly coefficients: readonly number[];
}

/** Neither a plan nor a proof that there is none. */
export interface RemedyUnresolved {
  readonly kind: 'unresolved';
  readonly reason: 'deadline' | 'cancelled' | 'noPlanFound';
  readonly bound: number;
}

export type RemedyResult = RemedyPlan | RemedyInfeasible | RemedyUnresolved;
