/** Places where children live and schools with seats, and the way between them. */
export interface CatchmentProblem {
  readonly places: number;
  readonly schools: number;
  readonly children: Float64Array;
  readonly seats: Float64Array;
  /** `place * schools + school`: metres or minutes; Infinity = no way. */
  readonly distance: Float64Array;
  /** How far a school reaches, in the unit of `distance`. */
  readonly reach: number;
  /** `even`: everyone within reach counts the same. `gaussian`: less the farther, 0 at the edge. */
  readonly decay: 'even' | 'gaussian';
}

export interface Accessibility {
  /** Seats for each child of a place, over all schools within reach. */
  readonly seatsPerChild: Float64Array;
  /** Seats of each school for each child within its reach; NaN where no child is. */
  readonly schoolRatio: Float64Array;
}

/**
 * Seats within reach of each place, each school shared by all who reach it (two-step floating catchment area).
 *
 * @remarks
 * First each school's seats are divided by the (weighted) children within reach, then each place adds up the (weighted) ratios of
 * the schools within its reach. Summed over children the scores give back the seats of all schools that someone reaches. Cost
 * O(places · schools).
 * @throws RangeError where lists do not fit together or an amount is below 0
 * @source W. Luo and F. Wang, Measures of spatial accessibility to health care, 2003; D. Dai, Black residential segregation, 2010
 * (Gaussian form: (exp(-½ (d/d0)²) - exp(-½)) / (1 - exp(-½))).
 * @example
 * // 100 children and a school of 50 seats in one place
 * floatingCatchment({ places: 1, schools: 1, children: new Float64Array([100]), seats: new Float64Array([50]),
 *   distance: new Float64Array([0]), reach: 500, decay: 'even' }).seatsPerChild // [0.5]
 */
export function floatingCatchment(problem: CatchmentProblem): Accessibility {
  const { places, schools, children, seats, distance, reach, decay } = problem;
  checkAmounts('children', children, places);
  checkAmounts('seats', seats, schools);
  if (distance.length !== places * schools || !distance.every((d) => d >= 0)) {
    throw new RangeError('distance has places * schools numbers of at least 0');
  }
  if (!(reach > 0)) throw new RangeError('reach is above 0');
  const weigh = decay === 'gaussian' ? gaussian : (share: number) => (share <= 1 ? 1 : 0);
  const schoolRatio = new Float64Array(schools);
  for (let s = 0; s < schools; s++) {
    let reached = 0;
    for (let p = 0; p < places; p++) {
      reached += (children[p] as number) * weigh((distance[p * schools + s] as number) / reach);
    }
    schoolRatio[s] = reached > 0 ? (seats[s] as number) / reached : Number.NaN;
  }
  const seatsPerChild = new Float64Array(places);
  for (let p = 0; p < places; p++) {
    let sum = 0;
    for (let s = 0; s < schools; s++) {
      const ratio = schoolRatio[s] as number;
      if (ratio > 0) sum += ratio * weigh((distance[p * schools + s] as number) / reach);
    }
    seatsPerChild[p] = sum;
  }
  return { seatsPerChild, schoolRatio };
}

const edge = Math.exp(-0.5);

function gaussian(share: number): number {
  return share < 1 ? (Math.exp(-0.5 * share * share) - edge) / (1 - edge) : 0;
}

export function checkAmounts(name: string, list: Float64Array, count: number): void {
  if (list.length !== count || !list.every((x) => x >= 0 && x < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name} has ${count} finite numbers of at least 0`);
  }
}
