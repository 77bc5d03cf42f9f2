import type { Unit, Units } from './units.ts';

const apartWeight = 1_000;
const sizeWeight = 1_000_000;
/** Scores decide only between divisions whose counts are equally good. */
const scoreWeight = 1e-6;

/** What is in each class, and how far from even that is. */
export interface Tally {
  readonly all: Units;
  readonly classes: number;
  readonly classOf: Int32Array;
  readonly size: Int32Array;
  /** Classes × values. */
  readonly count: Int32Array;
  readonly score: Float64Array;
  readonly scored: Int32Array;
  readonly least: Int32Array;
  readonly leastSize: number;
  readonly most: Int32Array;
  readonly mostSize: number;
}

export function openTally(all: Units, classes: number): Tally {
  const total = new Int32Array(all.values);
  let pupils = 0;
  for (const unit of all.units) {
    pupils += unit.pupils.length;
    for (const v of unit.values) total[v] = (total[v] as number) + 1;
  }
  return {
    all,
    classes,
    classOf: new Int32Array(all.units.length).fill(-1),
    size: new Int32Array(classes),
    count: new Int32Array(classes * all.values),
    score: new Float64Array(classes),
    scored: new Int32Array(classes),
    least: total.map((sum) => Math.floor(sum / classes)),
    most: total.map((sum) => Math.ceil(sum / classes)),
    leastSize: Math.floor(pupils / classes),
    mostSize: Math.ceil(pupils / classes),
  };
}

export function addUnit(tally: Tally, u: number, c: number): void {
  change(tally, tally.all.units[u] as Unit, c, 1);
  tally.classOf[u] = c;
}

/** How much the cost changes when unit u of class x and unit v of class y (-1 for none) change places. */
export function swapCost(tally: Tally, u: number, v: number, y: number): number {
  const x = tally.classOf[u] as number;
  const one = tally.all.units[u] as Unit;
  const other = v < 0 ? null : (tally.all.units[v] as Unit);
  const isAlike = other !== null && one.pupils.length === other.pupils.length;
  let cost = 0;
  if (!isAlike) {
    const shift = one.pupils.length - (other?.pupils.length ?? 0);
    cost +=
      sizeWeight *
      (sizeExcess(tally, x, -shift) + sizeExcess(tally, y, shift) - sizeExcess(tally, x, 0) - sizeExcess(tally, y, 0));
  }
  for (const w of one.apart)
    cost += apartWeight * (Number(tally.classOf[w] === y && w !== v) - Number(tally.classOf[w] === x));
  for (const w of other?.apart ?? [])
    cost += apartWeight * (Number(tally.classOf[w] === x && w !== u) - Number(tally.classOf[w] === y));
  const gained = other?.values ?? [];
  if (isAlike && one.pupils.length === 1 && one.values.length === gained.length) {
    for (let k = 0; k < gained.length; k++) {
      const [from, to] = [one.values[k] as number, gained[k] as number];
      if (from === to) continue;
      cost += step(tally, x, from, -1) + step(tally, y, from, 1) + step(tally, x, to, 1) + step(tally, y, to, -1);
    }
  } else cost += stepsOf(tally, x, y, one.values, gained);
  const shift = one.score - (other?.score ?? 0);
  const moved = one.scored - (other?.scored ?? 0);
  return (
    cost +
    scoreWeight *
      (spread(tally, x, -shift, -moved) +
        spread(tally, y, shift, moved) -
        spread(tally, x, 0, 0) -
        spread(tally, y, 0, 0))
  );
}

export function swap(tally: Tally, u: number, v: number, y: number): void {
  const x = tally.classOf[u] as number;
  change(tally, tally.all.units[u] as Unit, x, -1);
  addUnit(tally, u, y);
  if (v < 0) return;
  change(tally, tally.all.units[v] as Unit, y, -1);
  addUnit(tally, v, x);
}

/** Pupils beyond what integers allow, over classes and values. */
export function excessOf({ classes, all, count, least, most }: Tally): number {
  let excess = 0;
  for (let c = 0; c < classes; c++) {
    for (let v = 0; v < all.values; v++) {
      excess += beyond(count[c * all.values + v] as number, least[v] as number, most[v] as number);
    }
  }
  return excess;
}

function change({ all, size, count, score, scored }: Tally, unit: Unit, c: number, by: 1 | -1): void {
  size[c] = (size[c] as number) + by * unit.pupils.length;
  score[c] = (score[c] as number) + by * unit.score;
  scored[c] = (scored[c] as number) + by * unit.scored;
  for (const v of unit.values) count[c * all.values + v] = (count[c * all.values + v] as number) + by;
}

/** The change of one count's excess. */
function step({ all, count, least, most }: Tally, c: number, v: number, by: number): number {
  const now = count[c * all.values + v] as number;
  return beyond(now + by, least[v] as number, most[v] as number) - beyond(now, least[v] as number, most[v] as number);
}

/** The change of all excesses when several values leave x for y and others come back; counts are put back afterwards. */
function stepsOf(tally: Tally, x: number, y: number, out: readonly number[], back: readonly number[]): number {
  const { count, all } = tally;
  let cost = 0;
  const move = (v: number, from: number, to: number) => {
    cost += step(tally, from, v, -1) + step(tally, to, v, 1);
    count[from * all.values + v] = (count[from * all.values + v] as number) - 1;
    count[to * all.values + v] = (count[to * all.values + v] as number) + 1;
  };
  for (const v of out) move(v, x, y);
  for (const v of back) move(v, y, x);
  const total = cost;
  for (const v of back) move(v, x, y);
  for (const v of out) move(v, y, x);
  return total;
}

function beyond(count: number, least: number, most: number): number {
  return count < least ? least - count : count > most ? count - most : 0;
}

function sizeExcess({ size, leastSize, mostSize }: Tally, c: number, shift: number): number {
  return beyond((size[c] as number) + shift, leastSize, mostSize);
}

/** Scored pupils times the square of their class's mean from the mean of all. */
function spread({ score, scored }: Tally, c: number, shift: number, moved: number): number {
  const pupils = (scored[c] as number) + moved;
  const sum = (score[c] as number) + shift;
  return pupils === 0 ? 0 : (sum * sum) / pupils;
}
