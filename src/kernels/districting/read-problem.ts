import type { DistrictingBroken, DistrictingProblem } from './problem.ts';

/** Refuses what is no problem at all. */
export function checkShape(problem: DistrictingProblem): void {
  const { units, zones, neighbourStart, neighbour, children, cost, school, seats, least, pinned, current, moveCost } =
    problem;
  if (!Number.isInteger(units) || !Number.isInteger(zones) || units < 1 || zones < 1) {
    throw new RangeError('there is at least one unit and one zone');
  }
  if (neighbourStart.length !== units + 1 || neighbourStart[units] !== neighbour.length) {
    throw new RangeError('neighbourStart has units + 1 entries and ends with the number of neighbours');
  }
  if (!neighbour.every((v) => v >= 0 && v < units)) throw new RangeError('a neighbour is no unit');
  checkAmounts('children', children, units);
  checkAmounts('cost', cost, units * zones);
  checkAmounts('seats', seats, zones);
  if (least !== undefined) checkAmounts('least', least, zones);
  if (moveCost !== undefined) checkAmounts('moveCost', moveCost, units);
  if (school.length !== zones || !school.every((u) => u >= 0 && u < units)) {
    throw new RangeError('school has one unit a zone');
  }
  for (const [name, list] of [['pinned', pinned] as const, ['current', current] as const]) {
    if (list !== undefined && (list.length !== units || !list.every((z) => z >= -1 && z < zones))) {
      throw new RangeError(`${name} has one zone, or -1, a unit`);
    }
  }
}

function checkAmounts(name: string, list: Float64Array, count: number): void {
  if (list.length !== count || !list.every((x) => x >= 0 && x < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name} has ${count} finite numbers of at least 0`);
  }
}

/** The connected part of each unit. */
export function partsOf({ units, neighbourStart, neighbour }: DistrictingProblem): Int32Array {
  const part = new Int32Array(units).fill(-1);
  let count = 0;
  for (let start = 0; start < units; start++) {
    if (part[start] !== -1) continue;
    part[start] = count;
    const queue = [start];
    for (let u = queue.pop(); u !== undefined; u = queue.pop()) {
      for (let k = neighbourStart[u] as number; k < (neighbourStart[u + 1] as number); k++) {
        const v = neighbour[k] as number;
        if (part[v] !== -1) continue;
        part[v] = count;
        queue.push(v);
      }
    }
    count++;
  }
  return part;
}

/** The zone that a unit cannot leave (its own school's, or where it is pinned), -1 = free. */
export function lockedZones({ units, school, pinned }: DistrictingProblem): Int32Array {
  const locked = pinned?.slice() ?? new Int32Array(units).fill(-1);
  for (let z = 0; z < school.length; z++) locked[school[z] as number] = z;
  return locked;
}

/** The first rule that cannot be kept by any plan; null where none is known. */
export function findBroken(problem: DistrictingProblem): DistrictingBroken | null {
  const { units, zones, children, school, seats, least, pinned } = problem;
  for (let z = 0; z < zones; z++) {
    const own = school[z] as number;
    const sharing = Array.from({ length: zones }, (_, other) => other).filter((other) => school[other] === own);
    if (sharing.length > 1) return { rule: 'sharedUnit', unit: own, zones: sharing };
    const pin = pinned?.[own] ?? -1;
    if (pin !== -1 && pin !== z) return { rule: 'pinned', unit: own, zone: pin };
  }
  const part = partsOf(problem);
  const zonesOf = new Map<number, number[]>();
  for (let z = 0; z < zones; z++) {
    const own = part[school[z] as number] as number;
    zonesOf.set(own, [...(zonesOf.get(own) ?? []), z]);
  }
  const all = Array.from({ length: units }, (_, u) => u);
  const lost = all.filter((u) => !zonesOf.has(part[u] as number));
  if (lost.length > 0) return { rule: 'cutOff', units: lost };
  for (const u of all) {
    const pin = pinned?.[u] ?? -1;
    if (pin !== -1 && part[school[pin] as number] !== part[u]) return { rule: 'pinned', unit: u, zone: pin };
  }
  const sum = (list: readonly number[], of: Float64Array) => list.reduce((total, i) => total + (of[i] as number), 0);
  const locked = lockedZones(problem);
  for (let z = 0; z < zones; z++) {
    const held = sum(
      all.filter((u) => locked[u] === z),
      children,
    );
    if (held > (seats[z] as number)) return { rule: 'pinnedSeats', zone: z, children: held, seats: seats[z] as number };
  }
  for (const [own, list] of zonesOf) {
    const members = all.filter((u) => part[u] === own);
    const total = sum(members, children);
    const room = sum(list, seats);
    if (total > room) return { rule: 'seats', zones: list, children: total, seats: room };
    const needed = least === undefined ? 0 : sum(list, least);
    if (total < needed) return { rule: 'least', zones: list, children: total, least: needed };
    const largest = Math.max(...list.map((z) => seats[z] as number));
    const large = members.find((u) => (children[u] as number) > largest);
    if (large !== undefined) {
      return { rule: 'largeUnit', unit: large, children: children[large] as number, seats: largest };
    }
  }
  return null;
}

/** Cost of each unit in each zone, with the cost of leaving today's zone in it. */
export function fullCost({ units, zones, cost, current, moveCost }: DistrictingProblem): Float64Array {
  if (current === undefined || moveCost === undefined) return cost;
  const full = cost.slice();
  for (let u = 0; u < units; u++) {
    const today = current[u] as number;
    if (today === -1) continue;
    for (let z = 0; z < zones; z++) {
      if (z !== today) full[u * zones + z] = (full[u * zones + z] as number) + (moveCost[u] as number);
    }
  }
  return full;
}
