import { type ClassesPlan, type ClassesProblem, checkProblem } from './problem.ts';
import { addUnit, excessOf, openTally, swap, swapCost, type Tally } from './tally.ts';
import { makeUnits, type Units } from './units.ts';

/** Changes that lessen the spread of means by less (0.001 pupils × squared standard deviations) are not worth another round. */
const leastGain = 1e-9;

export interface ClassesOptions {
  /** Kicks out of a division that no swap improves, while counts are not even; 200 unless told. */
  readonly kicks?: number;
  /** Whence the kicks come; the same seed gives the same division. */
  readonly seed?: number;
}

/**
 * Divides pupils into classes: sizes within 1, then as many pairs apart as asked, then every count of every attribute even, then mean
 * scores near each other.
 *
 * Pupils are dealt to and fro by likeness, then changed places as long as that helps; `excess` 0 proves that integers allow no better
 * counts. Deterministic. O(pupils²) for each round of changes; 1,000 pupils in 20 classes take well under a second.
 *
 * @throws RangeError on a malformed problem
 * @example balanceClasses({ pupils: 2, classes: 2, attributes: [], score, together, apart, lottery }).classOf
 */
export function balanceClasses(problem: ClassesProblem, { kicks = 200, seed = 1 }: ClassesOptions = {}): ClassesPlan {
  checkProblem(problem);
  const all = makeUnits(problem);
  const tally = deal(all, problem.classes);
  improve(tally);
  let best = planOf(problem, tally);
  const next = generator(seed);
  for (let kick = 0; kick < kicks && !isEven(best); kick++) {
    const before = tally.classOf.slice();
    for (let k = 0; k < 3; k++) kickOnce(tally, next);
    improve(tally);
    const plan = planOf(problem, tally);
    if (compare(plan, best) <= 0) best = plan;
    else restore(tally, before);
  }
  return best;
}

/** Larger units first, always to the class with fewest pupils; then to and fro. */
function deal(all: Units, classes: number): Tally {
  const tally = openTally(all, classes);
  let turn = 0;
  all.units.forEach((_unit, u) => {
    const smallest = tally.size.reduce((least, size) => Math.min(least, size), Infinity);
    let c = 0;
    for (let tried = 0; tried < 2 * classes; tried++, turn++) {
      const at = turn % (2 * classes);
      c = at < classes ? at : 2 * classes - 1 - at;
      if (tally.size[c] === smallest) break;
    }
    turn++;
    addUnit(tally, u, c);
  });
  return tally;
}

/** Each unit in turn changes places with the one that helps most, or moves; until nothing helps. */
function improve(tally: Tally): void {
  const { units } = tally.all;
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (let u = 0; u < units.length; u++) {
      let least = -leastGain;
      let [with_, to] = [-1, -1];
      for (let v = 0; v < units.length; v++) {
        const y = tally.classOf[v] as number;
        if (y === tally.classOf[u]) continue;
        const cost = swapCost(tally, u, v, y);
        if (cost < least) [least, with_, to] = [cost, v, y];
      }
      for (let y = 0; y < tally.classes; y++) {
        if (y === tally.classOf[u]) continue;
        const cost = swapCost(tally, u, -1, y);
        if (cost < least) [least, with_, to] = [cost, -1, y];
      }
      if (to < 0) continue;
      swap(tally, u, with_, to);
      isBetter = true;
    }
  }
}

function kickOnce(tally: Tally, next: (end: number) => number): void {
  const { length } = tally.all.units;
  if (length === 0) return;
  const u = next(length);
  const v = next(length);
  const y = tally.classOf[v] as number;
  if (y !== tally.classOf[u]) swap(tally, u, v, y);
}

function restore(tally: Tally, before: Int32Array): void {
  before.forEach((c, u) => {
    if (tally.classOf[u] !== c) swap(tally, u, -1, c);
  });
}

function isEven({ sizeGap, apartBroken, excess }: ClassesPlan): boolean {
  return sizeGap <= 1 && apartBroken === 0 && excess === 0;
}

function compare(a: ClassesPlan, b: ClassesPlan): number {
  const gaps = Math.max(1, a.sizeGap) - Math.max(1, b.sizeGap);
  return gaps || a.apartBroken - b.apartBroken || a.excess - b.excess || a.meanGap - b.meanGap;
}

function planOf({ pupils, apart }: ClassesProblem, tally: Tally): ClassesPlan {
  const classOf = new Int32Array(pupils);
  tally.all.units.forEach((unit, u) => unit.pupils.forEach((i) => (classOf[i] = tally.classOf[u] as number)));
  let apartBroken = 0;
  for (let k = 0; k < apart.length; k += 2) {
    if (classOf[apart[k] as number] === classOf[apart[k + 1] as number]) apartBroken++;
  }
  const means = Array.from(tally.score, (sum, c) => sum / (tally.scored[c] as number)).filter((mean) => mean === mean);
  const meanGap = means.length === 0 ? 0 : Math.max(...means) - Math.min(...means);
  const sizeGap = Math.max(...tally.size) - Math.min(...tally.size);
  return { classOf, excess: excessOf(tally), apartBroken, sizeGap, meanGap };
}

function generator(seed: number): (end: number) => number {
  let state = seed >>> 0;
  return (end) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}
