import { type DistrictingOptions, type DistrictingProblem, solveDistricting } from '#kernels/districting';
import { measureWays, positionOf, positions } from './measure-ways.ts';
import type { ZoningFile } from './shapes.ts';
import { type Told, tellZoningBroken } from './tell-broken.ts';

export interface ZonePlan {
  readonly outcome: 'planned' | 'infeasible' | 'nearest';
  /** Child metres, moved children among them at `moveMetres` each. */
  readonly value: number | null;
  readonly bound: number | null;
  readonly gapShare: number | null;
  readonly ended: string | null;
  readonly zones: readonly {
    readonly school: string;
    readonly units: number;
    readonly children: number;
    readonly seats: number;
    /** Children above the seats, or below the least where negative. */
    readonly misses: number;
  }[];
  readonly units: readonly { readonly id: string; readonly school: string; readonly isMoved: boolean }[];
  readonly movedChildren: number | null;
  readonly broken: Told | null;
}

/** The kernel's problem of a zoning file. */
function zoningProblem(file: ZoningFile): DistrictingProblem {
  const { units, schools, moveMetres } = file;
  const unitAt = positions(units, 'units');
  const schoolAt = positions(schools, 'schools');
  const metres = measureWays(units, schools, file.ways ?? [], file.detour ?? 1);
  // no way within the list: farther than everything, so that only a map without another choice uses it
  const most = metres.reduce((max, way) => (way < Number.POSITIVE_INFINITY ? Math.max(max, way) : max), 1);
  const beside = units.map(() => new Set<number>());
  for (const [u, { id, neighbours }] of units.entries()) {
    for (const name of neighbours) {
      const v = positionOf(unitAt, name, `units ${id} neighbours`);
      if (v === u) continue;
      beside[u]?.add(v);
      beside[v]?.add(u);
    }
  }
  const starts = [0];
  for (const set of beside) starts.push((starts.at(-1) ?? 0) + set.size);
  const children = Float64Array.from(units, (unit) => unit.children);
  const zoneOf = (id: string | undefined, place: string) => (id === undefined ? -1 : positionOf(schoolAt, id, place));
  return {
    units: units.length,
    zones: schools.length,
    neighbourStart: Int32Array.from(starts),
    neighbour: Int32Array.from(beside.flatMap((set) => [...set].sort((a, b) => a - b))),
    children,
    cost: metres.map((way, i) => (children[Math.floor(i / schools.length)] as number) * Math.min(way, 100 * most)),
    school: Int32Array.from(schools, ({ id, unit }) => positionOf(unitAt, unit, `schools ${id} unit`)),
    seats: Float64Array.from(schools, ({ seats }) => seats),
    least: Float64Array.from(schools, ({ least }) => least ?? 0),
    pinned: Int32Array.from(units, ({ id, pinned }) => zoneOf(pinned, `units ${id} pinned`)),
    current: Int32Array.from(units, ({ id, today }) => zoneOf(today, `units ${id} today`)),
    moveCost: children.map((count) => count * (moveMetres ?? 0)),
  };
}

/**
 * Connected zones for a file's units and schools, with a bound, or the rule that stands against them.
 *
 * @throws DomainError `siting.*` for what is wrong in the file
 */
export function planZones(file: ZoningFile, options: DistrictingOptions = {}): ZonePlan {
  const { units, schools } = file;
  const problem = zoningProblem(file);
  const result = solveDistricting(problem, options);
  if (result.kind === 'infeasible') {
    return {
      outcome: 'infeasible',
      value: null,
      bound: null,
      gapShare: null,
      ended: null,
      zones: [],
      units: [],
      movedChildren: null,
      broken: tellZoningBroken(result.broken, file),
    };
  }
  const misses = new Map(result.kind === 'nearest' ? result.misses.map(({ zone, children }) => [zone, children]) : []);
  return {
    outcome: result.kind === 'plan' ? 'planned' : 'nearest',
    value: result.kind === 'plan' ? result.value : null,
    bound: result.bound,
    gapShare: result.kind === 'plan' ? result.gap : null,
    ended: result.ended,
    zones: schools.map(({ id, seats }, z) => ({
      school: id,
      units: result.zone.reduce((count, own) => count + (own === z ? 1 : 0), 0),
      children: result.load[z] as number,
      seats,
      misses: misses.get(z) ?? 0,
    })),
    units: units.map(({ id, today }, u) => {
      const school = schools[result.zone[u] as number]?.id ?? '';
      return { id, school, isMoved: today !== undefined && today !== school };
    }),
    movedChildren: result.kind === 'plan' ? result.movedChildren : null,
    broken: null,
  };
}
