import type { DistrictingProblem } from './problem.ts';

/**
 * Connected zones that hold their schools and, where a way is left, what is pinned to them: today's zones as far as they are
 * connected, then one unit after the other, the one that loses least by going where it can.
 *
 * @returns the zones, and the first pinned unit to which no way was left, or -1
 */
export function growZones(
  problem: DistrictingProblem,
  cost: Float64Array,
  price: Float64Array,
  locked: Int32Array,
): { readonly zone: Int32Array; readonly stranded: number } {
  const { units, zones, neighbourStart, neighbour, children, school, seats, current } = problem;
  const zone = new Int32Array(units).fill(-1);
  const load = new Float64Array(zones);
  const priced = (u: number, z: number) =>
    (cost[u * zones + z] as number) + (children[u] as number) * (price[z] as number);
  const take = (u: number, z: number) => {
    zone[u] = z;
    load[z] = (load[z] as number) + (children[u] as number);
  };
  /** Units in order of distance from a start through units that `passes`, with the unit before each. */
  const reach = (start: number, passes: (u: number) => boolean): Map<number, number> => {
    const before = new Map([[start, -1]]);
    for (const u of before.keys()) {
      for (let k = neighbourStart[u] as number; k < (neighbourStart[u + 1] as number); k++) {
        const v = neighbour[k] as number;
        if (!before.has(v) && passes(v)) before.set(v, u);
      }
    }
    return before;
  };
  for (let z = 0; z < zones; z++) take(school[z] as number, z);
  let stranded = -1;
  for (let u = 0; u < units; u++) {
    const pin = locked[u] as number;
    if (pin === -1 || zone[u] === pin) continue;
    const before = reach(
      u,
      (v) => zone[v] === pin || (zone[v] === -1 && ((locked[v] as number) === -1 || locked[v] === pin)),
    );
    const end = [...before.keys()].find((v) => zone[v] === pin);
    if (end === undefined) {
      stranded = stranded === -1 ? u : stranded;
      continue;
    }
    for (let v = before.get(end) as number; v !== -1; v = before.get(v) as number) take(v, pin);
  }
  if (current !== undefined) {
    for (let z = 0; z < zones; z++) {
      const kept = reach(
        school[z] as number,
        (v) => zone[v] === z || (zone[v] === -1 && current[v] === z && locked[v] === -1),
      );
      for (const u of kept.keys()) if (zone[u] === -1) take(u, z);
    }
  }
  const queue = new Frontier();
  const offer = (u: number) => {
    const z = zone[u] as number;
    for (let k = neighbourStart[u] as number; k < (neighbourStart[u + 1] as number); k++) {
      const v = neighbour[k] as number;
      if (zone[v] !== -1) continue;
      const over = Math.max(0, (load[z] as number) + (children[v] as number) - (seats[z] as number));
      queue.push(v, z, priced(v, z) - leastOf(priced, v, zones) + over * 1e6);
    }
  };
  for (let u = 0; u < units; u++) if (zone[u] !== -1) offer(u);
  for (let next = queue.pop(); next !== null; next = queue.pop()) {
    if (zone[next.unit] !== -1) continue;
    const over = (load[next.zone] as number) + (children[next.unit] as number) - (seats[next.zone] as number);
    if (over > 0 && next.key < over * 1e6) {
      // the zone has filled up since: ask again later
      queue.push(next.unit, next.zone, next.key + over * 1e6);
      continue;
    }
    take(next.unit, next.zone);
    offer(next.unit);
  }
  return { zone, stranded };
}

function leastOf(priced: (u: number, z: number) => number, u: number, zones: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let z = 0; z < zones; z++) least = Math.min(least, priced(u, z));
  return least;
}

/** Smallest key first (binary heap). */
class Frontier {
  private readonly heap: { readonly unit: number; readonly zone: number; readonly key: number }[] = [];

  push(unit: number, zone: number, key: number): void {
    const { heap } = this;
    const item = { unit, zone, key };
    let at = heap.length;
    heap.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || above.key <= key) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = item;
  }

  pop(): { readonly unit: number; readonly zone: number; readonly key: number } | null {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined) return null;
    if (heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (left === undefined) break;
      if (right !== undefined && right.key < left.key) child++;
      const below = heap[child];
      if (below === undefined || below.key >= last.key) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = last;
    return top;
  }
}
