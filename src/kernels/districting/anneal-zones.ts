import type { ZoneBoard } from './zone-board.ts';

export interface Annealing {
  readonly tries: number;
  readonly random: () => number;
  /** A step up of this size is usual: what units lose by going to their second-best zone. */
  readonly usual: number;
  /** Cost of a child too many or too few, to begin with. */
  readonly fine: number;
  /** Heat at the beginning and the end, in usual steps. */
  readonly heat: readonly [number, number];
  /** Stop at the first plan that keeps every rule. */
  readonly untilKept?: boolean;
  /** Better plans that keep every rule. */
  readonly keep: () => void;
  readonly proceed: (done: number) => boolean;
}

/**
 * Tries single moves and exchanges across borders, at first also bad ones (simulated annealing), zones staying connected.
 *
 * @remarks
 * The cost of a missing or surplus child rises while plans break the rules and falls while they keep them.
 */
export function annealZones(board: ZoneBoard, locked: Int32Array, options: Annealing): void {
  const { tries, random, usual } = options;
  const { units, neighbourStart, neighbour, children } = board.problem;
  const pick = (count: number) => Math.floor(random() * count);
  const blocks = 400;
  const size = Math.ceil(tries / blocks);
  const [hot, cold] = options.heat;
  let { fine } = options;
  for (let block = 0; block < blocks; block++) {
    const heat = usual * hot * (cold / hot) ** (block / (blocks - 1));
    const isTaken = (change: number) => change <= 0 || random() < Math.exp(-change / heat);
    for (let k = 0; k < size; k++) {
      const unit = pick(units);
      if (locked[unit] !== -1) continue;
      const from = board.zone[unit] as number;
      const first = neighbourStart[unit] as number;
      const degree = (neighbourStart[unit + 1] as number) - first;
      if (degree === 0) continue;
      const other = neighbour[first + pick(degree)] as number;
      const to = board.zone[other] as number;
      if (to === from) continue;
      const way = board.costOf(unit, to) - board.costOf(unit, from);
      const weight = children[unit] as number;
      const [loadFrom, loadTo] = [board.load[from] as number, board.load[to] as number];
      const missNow = board.missOf(from, loadFrom) + board.missOf(to, loadTo);
      const missThen = board.missOf(from, loadFrom - weight) + board.missOf(to, loadTo + weight);
      const change = way + fine * (missThen - missNow);
      if (isTaken(change)) {
        if (!board.mayLeave(unit)) continue;
        board.move(unit, to);
      } else if (!exchange(board, locked, unit, partnerOf(board, other, from, pick), fine, isTaken)) continue;
      if (board.miss < 1e-9) {
        options.keep();
        if (options.untilKept) return;
      }
    }
    fine = board.miss > 1e-9 ? Math.min(fine * 1.1, 1e3 * options.fine) : Math.max(fine * 0.95, 0.05 * options.fine);
    board.recount();
    if (!options.proceed((block + 1) / blocks)) return;
  }
}

/** A unit at or beside `near` that touches the other zone and could come back in exchange; -1 = none met. */
function partnerOf(board: ZoneBoard, near: number, from: number, pick: (count: number) => number): number {
  const { neighbourStart, neighbour } = board.problem;
  let at = near;
  const own = board.zone[near] as number;
  for (let step = 0; step < 4; step++) {
    const first = neighbourStart[at] as number;
    const next = neighbour[first + pick((neighbourStart[at + 1] as number) - first)] as number;
    if (board.zone[next] !== own) continue;
    at = next;
    if (board.touches(at, from)) return at;
  }
  return at !== near || board.touches(at, from) ? at : -1;
}

/** Exchanges two units between their zones when the change is taken and both zones stay connected. */
function exchange(
  board: ZoneBoard,
  locked: Int32Array,
  unit: number,
  partner: number,
  fine: number,
  isTaken: (change: number) => boolean,
): boolean {
  if (partner === -1 || locked[partner] !== -1) return false;
  const [from, to] = [board.zone[unit] as number, board.zone[partner] as number];
  const before = board.value + fine * board.miss;
  if (!board.mayLeave(unit)) return false;
  board.move(unit, to);
  if (board.touches(partner, from) && board.mayLeave(partner)) {
    board.move(partner, from);
    if (isTaken(board.value + fine * board.miss - before)) return true;
    board.move(partner, to);
  }
  board.move(unit, from);
  return false;
}
