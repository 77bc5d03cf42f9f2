import type { AssignmentProblem } from './problem.ts';

const unknown = -2;

/** Who sits where, and for every school the cheapest move out of it to each other. */
export interface Rosters {
  readonly problem: AssignmentProblem;
  readonly school: Int32Array;
  /** Of each school its pupils in no order, and where each stands in it. */
  readonly pupils: readonly number[][];
  readonly at: Int32Array;
  /** Schools × schools: the least extra cost of moving one pupil, and who that is; -1 nobody, `unknown` to be found again. */
  readonly extra: Float64Array;
  readonly mover: Int32Array;
  readonly wanted: Int32Array;
}

export function openRosters(problem: AssignmentProblem): Rosters {
  const { applicants, schools } = problem;
  return {
    problem,
    school: new Int32Array(applicants).fill(-1),
    pupils: Array.from({ length: schools }, () => []),
    at: new Int32Array(applicants),
    extra: new Float64Array(schools * schools).fill(Infinity),
    mover: new Int32Array(schools * schools).fill(unknown),
    wanted: new Int32Array(schools),
  };
}

export function isFull({ problem, pupils }: Rosters, s: number): boolean {
  return (pupils[s] as number[]).length >= (problem.seats[s] as number);
}

export function join(rosters: Rosters, i: number, s: number): void {
  const pupils = rosters.pupils[s] as number[];
  rosters.school[i] = s;
  rosters.at[i] = pupils.length;
  pupils.push(i);
  const { problem, extra, mover } = rosters;
  const { schools, cost } = problem;
  const own = cost[i * schools + s] as number;
  for (let b = 0; b < schools; b++) {
    if (mover[s * schools + b] === unknown) continue;
    const more = (cost[i * schools + b] as number) - own;
    if (more >= (extra[s * schools + b] as number)) continue;
    extra[s * schools + b] = more;
    mover[s * schools + b] = i;
  }
}

export function leave(rosters: Rosters, i: number, s: number): void {
  const { schools } = rosters.problem;
  const pupils = rosters.pupils[s] as number[];
  const last = pupils.pop() as number;
  if (last !== i) {
    const place = rosters.at[i] as number;
    pupils[place] = last;
    rosters.at[last] = place;
  }
  for (let b = 0; b < schools; b++) if (rosters.mover[s * schools + b] === i) rosters.mover[s * schools + b] = unknown;
}

/** Finds the movers of a school that left since they were last asked for: one pass over its pupils for all of them. */
export function findMovers({ problem: { schools, cost }, pupils, extra, mover, wanted }: Rosters, s: number): void {
  let count = 0;
  for (let b = 0; b < schools; b++) {
    if (mover[s * schools + b] !== unknown) continue;
    wanted[count++] = b;
    mover[s * schools + b] = -1;
    extra[s * schools + b] = Infinity;
  }
  if (count === 0) return;
  for (const i of pupils[s] as number[]) {
    const own = cost[i * schools + s] as number;
    for (let k = 0; k < count; k++) {
      const b = wanted[k] as number;
      const more = (cost[i * schools + b] as number) - own;
      if (more >= (extra[s * schools + b] as number)) continue;
      extra[s * schools + b] = more;
      mover[s * schools + b] = i;
    }
  }
}
