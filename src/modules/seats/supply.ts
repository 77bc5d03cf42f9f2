import type { ChainStage } from './grades.ts';
import type { StageState } from './model.ts';
import type { SeatsPolicy } from './policy.ts';

/** What can limit the seats of a stage at a school. */
export const limits = ['rooms', 'area', 'staffing', 'licence'] as const;
export type Limit = (typeof limits)[number];

export interface Supply {
  readonly unit: string;
  readonly stage: ChainStage;
  readonly seats: number;
  /** Which limit is the lowest; `none` where nothing is reported. */
  readonly binds: Limit | 'none';
  /** Seats that each limit would leave; null = not reported. */
  readonly byLimit: Readonly<Record<Limit, number | null>>;
  /** The rooms are not registered and are taken to be as many as the classes. */
  readonly roomsAssumed: boolean;
}

/**
 * Seats of every stage of every school: rooms × class size, area over what one pupil needs, teachers × pupils for each (stretched), and what
 * the licence says, whichever is least.
 *
 * @remarks Rooms of a whole school are shared out among its stages by what their pupils need.
 */
export function countSeats(stages: readonly StageState[], policy: SeatsPolicy): readonly Supply[] {
  const needed = new Map<string, number>();
  for (const { unit, stage, pupils } of stages) {
    needed.set(unit, (needed.get(unit) ?? 0) + pupils * policy.stages[stage].roomAreaM2.value);
  }
  return stages.map((state) => {
    const needs = policy.stages[state.stage];
    const own = state.pupils * needs.roomAreaM2.value;
    const all = needed.get(state.unit) ?? 0;
    const areaOfStage = state.areaM2 === null || !(all > 0) ? null : (state.areaM2 * own) / all;
    const rooms = state.rooms ?? (state.classes > 0 ? state.classes : null);
    const byLimit = {
      rooms: rooms === null ? null : Math.floor(rooms * needs.classSize.value),
      area: areaOfStage === null ? null : Math.floor(areaOfStage / needs.roomAreaM2.value),
      staffing:
        state.teachers === null
          ? null
          : Math.floor(state.teachers * needs.pupilsPerTeacher.value * policy.staffingStretch.value),
      licence: state.licensedSeats,
    };
    const known = limits.flatMap((limit) => {
      const seats = byLimit[limit];
      return seats === null ? [] : [{ limit, seats }];
    });
    const [least] = known.toSorted((a, b) => a.seats - b.seats);
    return {
      unit: state.unit,
      stage: state.stage,
      seats: least?.seats ?? state.pupils,
      binds: least?.limit ?? 'none',
      byLimit,
      roomsAssumed: state.rooms === null,
    };
  });
}
