/** Everybody is to have one seat, at the least sum of costs. */
export interface AssignmentProblem {
  readonly applicants: number;
  readonly schools: number;
  /** Applicants × schools, row by row: distance, time or money; Infinity where the applicant may not go. */
  readonly cost: Float64Array;
  readonly seats: Int32Array;
}

export interface Assignment {
  readonly kind: 'optimal';
  /** Per applicant. */
  readonly school: Int32Array;
  readonly cost: number;
  /** What one seat more would save at each school; 0 where seats are left. */
  readonly price: Float64Array;
  /** No assignment costs less, proved by the prices; equal to `cost` for whole-number costs. */
  readonly bound: number;
}

/** Why not everybody can have a seat: these may go to these schools only, and they are more than the seats there. */
export interface NoAssignment {
  readonly kind: 'infeasible';
  readonly applicants: Int32Array;
  readonly schools: Int32Array;
  readonly seats: number;
}

/** @throws RangeError on arrays of another length, negative seats, or a cost that is no number. */
export function checkProblem({ applicants, schools, cost, seats }: AssignmentProblem): void {
  if (cost.length !== applicants * schools) {
    throw new RangeError(`cost has ${cost.length} entries: must have ${applicants * schools}`);
  }
  if (seats.length !== schools) throw new RangeError(`seats has ${seats.length} entries: must have ${schools}`);
  const negative = seats.findIndex((count) => count < 0);
  if (negative >= 0) throw new RangeError(`seats[${negative}] is ${seats[negative]}: must be at least 0`);
  for (let k = 0; k < cost.length; k++) {
    const value = cost[k] as number;
    if (!(value > -Infinity)) throw new RangeError(`cost[${k}] is ${value}: must be a number, or Infinity`);
  }
}
