import { type Assignment, type AssignmentProblem, checkProblem, type NoAssignment } from './problem.ts';
import { findMovers, isFull, join, leave, openRosters, type Rosters } from './rosters.ts';

/**
 * Gives everybody a seat at the least sum of costs, or says who cannot have one.
 *
 * Exact for whole-number costs below 2^53; for others within rounding, and `bound` holds in any case. Applicants enter one by one,
 * each by a cheapest chain of moves (successive shortest paths over schools, not over pairs): O(applicants · schools²) at worst.
 *
 * @throws RangeError on a malformed problem
 * @source Edmonds and Karp 1972; Tomizawa 1971
 * @example assignAtLeastCost({ applicants: 2, schools: 2, cost: Float64Array.of(1, 2, 1, 4), seats: Int32Array.of(1, 1) }).cost // 3
 */
export function assignAtLeastCost(problem: AssignmentProblem): Assignment | NoAssignment {
  checkProblem(problem);
  const { applicants, schools } = problem;
  const rosters = openRosters(problem);
  const path: Path = {
    price: new Float64Array(schools),
    distance: new Float64Array(schools),
    before: new Int32Array(schools),
    isDone: new Uint8Array(schools),
  };
  for (let i = 0; i < applicants; i++) {
    const end = findSeat(rosters, path, i);
    if (end === -1) return whyNot(rosters, path, i);
    raisePrices(path, end);
    moveAlong(rosters, path, i, end);
  }
  return {
    kind: 'optimal',
    school: rosters.school,
    price: path.price,
    ...valueOf(problem, rosters.school, path.price),
  };
}

interface Path {
  readonly price: Float64Array;
  readonly distance: Float64Array;
  /** The school from which a pupil moves on to this one; -1 where the applicant itself comes. */
  readonly before: Int32Array;
  readonly isDone: Uint8Array;
}

/** The cheapest chain that ends at a free seat; gives the school of that seat, or -1. */
function findSeat(rosters: Rosters, { price, distance, before, isDone }: Path, i: number): number {
  const { schools, cost } = rosters.problem;
  for (let s = 0; s < schools; s++) distance[s] = (cost[i * schools + s] as number) + (price[s] as number);
  before.fill(-1);
  isDone.fill(0);
  for (;;) {
    let near = -1;
    let least = Infinity;
    for (let s = 0; s < schools; s++) {
      if (isDone[s] === 0 && (distance[s] as number) < least) {
        least = distance[s] as number;
        near = s;
      }
    }
    if (near === -1) return -1;
    isDone[near] = 1;
    if (!isFull(rosters, near)) return near;
    findMovers(rosters, near);
    const base = least - (price[near] as number);
    for (let b = 0; b < schools; b++) {
      if (isDone[b] === 1) continue;
      const far = base + (rosters.extra[near * schools + b] as number) + (price[b] as number);
      if (far < (distance[b] as number)) {
        distance[b] = far;
        before[b] = near;
      }
    }
  }
}

function raisePrices({ price, distance, isDone }: Path, end: number): void {
  const reach = distance[end] as number;
  for (let s = 0; s < price.length; s++) {
    if (isDone[s] === 1) price[s] = (price[s] as number) + reach - (distance[s] as number);
  }
}

function moveAlong(rosters: Rosters, { before }: Path, applicant: number, end: number): void {
  const { schools } = rosters.problem;
  let to = end;
  for (let from = before[to] as number; from !== -1; from = before[to] as number) {
    const who = rosters.mover[from * schools + to] as number;
    leave(rosters, who, from);
    join(rosters, who, to);
    to = from;
  }
  join(rosters, applicant, to);
}

/** The schools that a chain reaches are full of applicants who may go to none other. */
function whyNot({ pupils, problem }: Rosters, { isDone }: Path, applicant: number): NoAssignment {
  const schools = Int32Array.from([...isDone.keys()].filter((s) => isDone[s] === 1));
  const applicants = Int32Array.from([...schools].flatMap((s) => pupils[s] as number[]).concat(applicant)).sort();
  const seats = schools.reduce((sum, s) => sum + (problem.seats[s] as number), 0);
  return { kind: 'infeasible', applicants, schools, seats };
}

/** The cost, and what nobody can go below: each applicant's least cost plus price, less the prices of all seats. */
function valueOf(
  { applicants, schools, cost: costs, seats }: AssignmentProblem,
  school: Int32Array,
  price: Float64Array,
) {
  let cost = 0;
  let bound = 0;
  for (let i = 0; i < applicants; i++) {
    cost += costs[i * schools + (school[i] as number)] as number;
    let least = Infinity;
    for (let s = 0; s < schools; s++)
      least = Math.min(least, (costs[i * schools + s] as number) + (price[s] as number));
    bound += least;
  }
  for (let s = 0; s < schools; s++) bound -= (seats[s] as number) * (price[s] as number);
  return { cost, bound };
}
