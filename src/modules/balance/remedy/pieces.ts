import type { RemedyPlan } from '#kernels/remedy';
import type { RemedyTask } from './remedy-task.ts';

/** What one school gets of one resource, in pieces that can be ordered: whole ones, or hundredths of m² and yuan. */
export interface Piece {
  /** Row of the task under which the pieces are booked; of a whole-school resource its first. */
  readonly row: number;
  readonly cost: number;
  readonly bought: number;
  readonly received: number;
  readonly given: number;
}

const hundredths = 100;

/**
 * Rounds a plan so that no school ends below it and what is given equals what is received.
 *
 * @param slack 0 = strict; else the part of a hundredth that may be dropped: what exceeds a round figure by less came from rounding
 */
export function piecesOf({ problem, costs }: RemedyTask, plan: RemedyPlan, slack: number): Piece[] {
  const k = problem.indicators;
  return costs.flatMap(({ whole }, j) => {
    const perPiece = whole ? 1 : hundredths;
    const ceil = (value: number) => (whole ? Math.round(value) : Math.ceil(value * perPiece - slack));
    const floor = (value: number) => (whole ? Math.round(value) : Math.floor(value * perPiece + slack));
    const list = Array.from({ length: problem.rows }, (_, row) => {
      const [added, got] = [plan.added[row * k + j] as number, plan.received[row * k + j] as number];
      const received = floor(got);
      return {
        row,
        received,
        bought: ceil(added + got - received / perPiece),
        given: floor(plan.given[row * k + j] as number),
      };
    });
    // rounding leaves a few hundredths too many received or given: the greatest giver gives them, or they are bought, or kept
    let over = list.reduce((sum, { received, given }) => sum + received - given, 0);
    const giver = list.reduce((most, one) => (one.given > (most?.given ?? 0) ? one : most), list[0]);
    if (slack > 0 && over > 0 && giver) {
      giver.given += over;
      over = 0;
    }
    for (const one of list) {
      const less = over > 0 ? Math.min(over, one.received) : Math.min(-over, one.given);
      if (over > 0) {
        one.received -= less;
        one.bought += less;
        over -= less;
      } else {
        one.given -= less;
        over += less;
      }
    }
    return list
      .filter(({ bought, received, given }) => bought > 0 || received > 0 || given > 0)
      .map(({ row, bought, received, given }) => ({
        row,
        cost: j,
        bought: bought / perPiece,
        received: received / perPiece,
        given: given / perPiece,
      }));
  });
}
