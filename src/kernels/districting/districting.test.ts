import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DistrictingProblem, type DistrictingResult, solveDistricting, ZoneEditor } from './index.ts';

const range = (n: number) => Array.from({ length: n }, (_, i) => i);

/** Units on a grid; a hole has no neighbours. */
function gridOf(width: number, height: number, holes: readonly number[] = []) {
  const lists = range(width * height).map((u) => {
    const x = u % width;
    const beside = [x > 0 ? u - 1 : -1, x < width - 1 ? u + 1 : -1, u - width, u + width];
    return beside.filter((v) => v >= 0 && v < width * height && !holes.includes(v) && !holes.includes(u));
  });
  const start = [0];
  for (const list of lists) start.push((start.at(-1) ?? 0) + list.length);
  return { neighbourStart: Int32Array.from(start), neighbour: Int32Array.from(lists.flat()) };
}

type Small = DistrictingProblem & { readonly least: Float64Array };

const anyGrid: fc.Arbitrary<Small> = fc
  .record({ width: fc.integer({ min: 2, max: 3 }), height: fc.integer({ min: 2, max: 3 }) })
  .chain(({ width, height }) => {
    const units = width * height;
    return fc
      .record({
        zones: fc.integer({ min: 1, max: 3 }),
        children: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: units, maxLength: units }),
        cost: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: units * 3, maxLength: units * 3 }),
        schools: fc.shuffledSubarray(range(units), { minLength: 3, maxLength: 3 }),
        room: fc.array(fc.integer({ min: 5, max: 120 }), { minLength: 3, maxLength: 3 }),
        least: fc.array(fc.constantFrom(0, 0, 0, 10), { minLength: 3, maxLength: 3 }),
        hole: fc.integer({ min: -1, max: 20 }),
        current: fc.array(fc.integer({ min: -1, max: 0 }), { minLength: units, maxLength: units }),
        moveCost: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: units, maxLength: units }),
      })
      .map(({ zones, children, cost, schools, room, least, hole, current, moveCost }) => ({
        units,
        zones,
        ...gridOf(width, height, [hole]),
        children: Float64Array.from(children),
        cost: Float64Array.from(cost.slice(0, units * zones)),
        school: Int32Array.from(schools.slice(0, zones)),
        seats: Float64Array.from(room.slice(0, zones)),
        least: Float64Array.from(least.slice(0, zones)),
        current: Int32Array.from(current),
        moveCost: Float64Array.from(moveCost),
      }));
  });

/** The rules from the zones alone: the cost, or NaN where a rule is broken. Shares no code with the kernel. */
function checkedCost(problem: Small, zone: ArrayLike<number>): number {
  const { units, zones, neighbourStart, neighbour, children, cost, school, seats, least, current, moveCost } = problem;
  let value = 0;
  for (const z of range(zones)) {
    const members = range(units).filter((u) => zone[u] === z);
    const held = members.reduce((sum, u) => sum + (children[u] as number), 0);
    if (held > (seats[z] as number) || held < (least[z] as number)) return Number.NaN;
    const seen = new Set([school[z] as number]);
    if (zone[school[z] as number] !== z) return Number.NaN;
    for (const u of seen) {
      for (const v of neighbour.slice(neighbourStart[u], neighbourStart[u + 1])) if (zone[v] === z) seen.add(v);
    }
    if (seen.size !== members.length) return Number.NaN;
    for (const u of members) {
      value += cost[u * zones + z] as number;
      const today = current?.[u] ?? -1;
      if (today !== -1 && today !== z) value += moveCost?.[u] ?? 0;
    }
  }
  return value;
}

function tryEverything(problem: Small): number {
  const { units, zones } = problem;
  let best = Number.POSITIVE_INFINITY;
  for (let code = 0; code < zones ** units; code++) {
    const zone = range(units).map((u) => Math.floor(code / zones ** u) % zones);
    const value = checkedCost(problem, zone);
    if (value < best) best = value;
  }
  return best;
}

const quick = { tries: 40_000 };

describe('zones', () => {
  it('are the best there are on small maps, or none exist', () => {
    const seen = { plan: 0, infeasible: 0, nearest: 0 };
    fc.assert(
      fc.property(anyGrid, (problem) => {
        const best = tryEverything(problem);
        const result = solveDistricting(problem, quick);
        seen[result.kind]++;
        if (result.kind !== 'plan') {
          expect(best).toBe(Number.POSITIVE_INFINITY);
          return;
        }
        expect(result.value).toBe(best);
        expect(checkedCost(problem, result.zone)).toBe(best);
        expect(result.bound).toBeLessThanOrEqual(best + 1e-9);
      }),
      { numRuns: 40 },
    );
    expect(seen.plan).toBeGreaterThan(5);
    expect(seen.infeasible).toBeGreaterThan(3);
  });

  it('never cost more when seats are added', () => {
    fc.assert(
      fc.property(anyGrid, (problem) => {
        const result = solveDistricting(problem, quick);
        if (result.kind !== 'plan') return;
        const wider = solveDistricting({ ...problem, seats: problem.seats.map((x) => x + 7) }, quick);
        expect(wider.kind === 'plan' && wider.value <= result.value).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  const line = (n: number, more: Partial<DistrictingProblem> = {}): DistrictingProblem => ({
    units: n,
    zones: 2,
    ...gridOf(n, 1),
    children: new Float64Array(n).fill(10),
    cost: Float64Array.from({ length: 2 * n }, (_, i) => 10 * Math.abs((i >> 1) - (i % 2) * (n - 1))),
    school: new Int32Array([0, n - 1]),
    seats: new Float64Array([10 * n, 10 * n]),
    ...more,
  });
  const brokenOf = (result: DistrictingResult) => (result.kind === 'infeasible' ? result.broken : result.kind);

  it('keep what is pinned and move no more than pays', () => {
    const pinned = solveDistricting(line(6, { pinned: new Int32Array([-1, -1, -1, -1, 0, -1]) }), quick);
    expect(pinned).toMatchObject({ kind: 'plan', zone: new Int32Array([0, 0, 0, 0, 0, 1]) });
    const today = new Int32Array([0, 0, 0, 0, 0, 1]);
    const dear = solveDistricting(line(6, { current: today, moveCost: new Float64Array(6).fill(1000) }), quick);
    expect(dear).toMatchObject({ zone: today, movedUnits: 0, movedChildren: 0 });
    const cheap = solveDistricting(line(6, { current: today, moveCost: new Float64Array(6) }), quick);
    expect(cheap).toMatchObject({ zone: new Int32Array([0, 0, 0, 1, 1, 1]), movedUnits: 2, movedChildren: 20 });
  });

  it('name the rule that stands against them', () => {
    expect(brokenOf(solveDistricting(line(4, { seats: new Float64Array([10, 20]) })))).toEqual({
      rule: 'seats',
      zones: [0, 1],
      children: 40,
      seats: 30,
    });
    expect(brokenOf(solveDistricting(line(4, { seats: new Float64Array([0, 90]) })))).toEqual({
      rule: 'pinnedSeats',
      zone: 0,
      children: 10,
      seats: 0,
    });
    expect(brokenOf(solveDistricting(line(5, { ...gridOf(5, 1, [2]) })))).toEqual({ rule: 'cutOff', units: [2] });
    expect(brokenOf(solveDistricting(line(4, { school: new Int32Array([1, 1]) })))).toEqual({
      rule: 'sharedUnit',
      unit: 1,
      zones: [0, 1],
    });
    expect(brokenOf(solveDistricting(line(4, { least: new Float64Array([30, 30]) })))).toMatchObject({ rule: 'least' });
    expect(brokenOf(solveDistricting(line(4, { pinned: new Int32Array([1, -1, -1, -1]) })))).toMatchObject({
      rule: 'pinned',
      unit: 0,
    });
    const large = line(4, { children: new Float64Array([1, 25, 1, 1]), seats: new Float64Array([20, 20]) });
    expect(brokenOf(solveDistricting(large))).toEqual({ rule: 'largeUnit', unit: 1, children: 25, seats: 20 });
  });

  it('show the nearest plan where none was found', () => {
    const odd = line(3, { children: new Float64Array([3, 4, 3]), seats: new Float64Array([5, 5]) });
    const result = solveDistricting(odd, quick);
    expect(result.kind).toBe('nearest');
    if (result.kind === 'nearest') expect(result.misses.reduce((sum, { children }) => sum + children, 0)).toBe(2);
  });

  it('stop when told to', () => {
    expect(solveDistricting(line(6), { onProgress: () => false })).toMatchObject({ ended: 'cancelled' });
  });
});

describe('the editor', () => {
  it('tells what follows from a move, makes it and takes it back', () => {
    const { neighbourStart, neighbour } = gridOf(3, 2);
    const problem: DistrictingProblem = {
      units: 6,
      zones: 2,
      neighbourStart,
      neighbour,
      children: new Float64Array([5, 6, 7, 8, 9, 10]),
      cost: Float64Array.from({ length: 12 }, (_, i) => i),
      school: new Int32Array([0, 5]),
      seats: new Float64Array([20, 30]),
      current: new Int32Array([0, 0, 0, 1, 1, 1]),
    };
    const editor = new ZoneEditor(problem, problem.current ?? new Int32Array(6));
    expect(editor.consequence(1, 1)).toEqual({
      unit: 1,
      from: 0,
      to: 1,
      valueChange: 1,
      fromLoad: 12,
      toLoad: 33,
      fromOver: 0,
      toOver: 3,
      touches: true,
      cutOff: [2],
      isLocked: false,
      movedChildrenChange: 6,
    });
    expect(editor.consequence(0, 1).isLocked).toBe(true);
    editor.move(2, 1);
    expect([...editor.load]).toEqual([11, 34]);
    expect(editor.move(2, 0).movedChildrenChange).toBe(-7);
    expect(editor.undo() && editor.undo()).toBe(true);
    expect(editor.undo()).toBe(false);
    expect([...editor.zone]).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('keeps loads and value as a fresh count has them', () => {
    fc.assert(
      fc.property(anyGrid, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 20 }), (problem, moves) => {
        const editor = new ZoneEditor(problem, new Int32Array(problem.units));
        for (const [unit, zone] of moves) editor.move(unit % problem.units, zone % problem.zones);
        const fresh = new ZoneEditor(problem, editor.zone);
        expect(editor.value).toBeCloseTo(fresh.value, 9);
        expect([...editor.load]).toEqual([...fresh.load]);
      }),
    );
  });
});
