import type { DistrictingProblem } from './problem.ts';
import { checkShape, fullCost, lockedZones } from './read-problem.ts';
import { ZoneBoard } from './zone-board.ts';

/** What would follow if a unit changed its zone. */
export interface MoveConsequence {
  readonly unit: number;
  readonly from: number;
  readonly to: number;
  readonly valueChange: number;
  readonly fromLoad: number;
  readonly toLoad: number;
  /** Children above the seats, after the move. */
  readonly fromOver: number;
  readonly toOver: number;
  /** The unit touches its new zone. */
  readonly touches: boolean;
  /** Units that would lose the way to the school of the zone that is left. */
  readonly cutOff: readonly number[];
  /** The unit holds a school or is pinned. */
  readonly isLocked: boolean;
  /** Change in children who leave their zone of today. */
  readonly movedChildrenChange: number;
}

/**
 * Zones under a person's hand: each question and each move costs only the zones concerned, so that it can answer while dragging.
 *
 * @remarks Every move is allowed, also a bad one: what it breaks stands in its consequence. Zones of -1 are not allowed.
 * @throws RangeError where lists do not fit together, or a unit or zone does not exist
 */
export class ZoneEditor {
  private readonly board: ZoneBoard;
  private readonly locked: Int32Array;
  private readonly past: { readonly unit: number; readonly zone: number }[] = [];

  constructor(problem: DistrictingProblem, zone: Int32Array) {
    checkShape(problem);
    if (zone.length !== problem.units || !zone.every((z) => z >= 0 && z < problem.zones)) {
      throw new RangeError('every unit needs a zone');
    }
    this.board = new ZoneBoard(problem, fullCost(problem), zone);
    this.locked = lockedZones(problem);
  }

  get zone(): Int32Array {
    return this.board.zone.slice();
  }

  get load(): Float64Array {
    return this.board.load.slice();
  }

  get value(): number {
    return this.board.value;
  }

  consequence(unit: number, to: number): MoveConsequence {
    const { problem, load } = this.board;
    const from = this.zoneOf(unit);
    if (!(to >= 0 && to < problem.zones)) throw new RangeError(`zone ${to} does not exist`);
    const weight = problem.children[unit] as number;
    const same = from === to;
    const fromLoad = (load[from] as number) - (same ? 0 : weight);
    const toLoad = (load[to] as number) + (same ? 0 : weight);
    const today = problem.current?.[unit] ?? -1;
    const counts = (zone: number) => (today !== -1 && today !== zone ? weight : 0);
    return {
      unit,
      from,
      to,
      valueChange: this.board.costOf(unit, to) - this.board.costOf(unit, from),
      fromLoad,
      toLoad,
      fromOver: Math.max(0, fromLoad - (problem.seats[from] as number)),
      toOver: Math.max(0, toLoad - (problem.seats[to] as number)),
      touches: same || this.board.touches(unit, to),
      cutOff: same ? [] : this.cutOffBy(unit, from),
      isLocked: this.locked[unit] !== -1 && this.locked[unit] !== to,
      movedChildrenChange: counts(to) - counts(from),
    };
  }

  move(unit: number, to: number): MoveConsequence {
    const consequence = this.consequence(unit, to);
    if (consequence.from !== to) {
      this.past.push({ unit, zone: consequence.from });
      this.board.move(unit, to);
    }
    return consequence;
  }

  /** Takes the last move back; false where there is none. */
  undo(): boolean {
    const last = this.past.pop();
    if (last === undefined) return false;
    this.board.move(last.unit, last.zone);
    return true;
  }

  private zoneOf(unit: number): number {
    const zone = this.board.zone[unit];
    if (zone === undefined) throw new RangeError(`unit ${unit} does not exist`);
    return zone;
  }

  /** Units of the zone that reach its school through the unit alone. */
  private cutOffBy(unit: number, zone: number): number[] {
    const { problem, zone: zoneOf } = this.board;
    const reached = this.reachOf(zone, -1);
    if (!reached.has(unit)) return [];
    const left = this.reachOf(zone, unit);
    return [...reached].filter((u) => u !== unit && !left.has(u) && zoneOf[u] === zone && u !== problem.school[zone]);
  }

  private reachOf(zone: number, without: number): Set<number> {
    const { problem, zone: zoneOf } = this.board;
    const start = problem.school[zone] as number;
    if (start === without || zoneOf[start] !== zone) return new Set();
    const seen = new Set([start]);
    for (const u of seen) {
      for (let k = problem.neighbourStart[u] as number; k < (problem.neighbourStart[u + 1] as number); k++) {
        const v = problem.neighbour[k] as number;
        if (v !== without && zoneOf[v] === zone) seen.add(v);
      }
    }
    return seen;
  }
}
