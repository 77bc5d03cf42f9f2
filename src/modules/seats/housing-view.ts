import type { HousingProject } from './contract.ts';
import type { HousingRow } from './model.ts';

type Place = HousingProject['place'];

/** A housing project with the state of every step on a day. */
export function viewHousing({ id, name, phases, duties }: HousingRow, place: Place, today: string): HousingProject {
  const shown = duties.map(({ stage, seats, steps }) => ({
    stage,
    seats,
    steps: steps.map((one) => ({ ...one, state: stateOf(one.dueOn, one.doneOn, today) })),
  }));
  const firstHomes = phases.map(({ handedOverOn }) => handedOverOn).toSorted()[0];
  const isOpen = (steps: (typeof shown)[number]['steps']): boolean =>
    steps.some(({ step, doneOn }) => step === 'handOver' && doneOn === null);
  return {
    id,
    name,
    place,
    homes: phases.reduce((sum, { homes }) => sum + homes, 0),
    phases: [...phases],
    seats: duties.reduce((sum, { seats }) => sum + seats, 0),
    late: shown.reduce((sum, { steps }) => sum + steps.filter(({ state }) => state === 'late').length, 0),
    behindHomes: firstHomes !== undefined && firstHomes <= today && shown.some(({ steps }) => isOpen(steps)),
    duties: shown,
  };
}

function stateOf(dueOn: string, doneOn: string | null, today: string) {
  if (doneOn !== null) return doneOn <= dueOn ? ('done' as const) : ('doneLate' as const);
  return dueOn < today ? ('late' as const) : ('waiting' as const);
}
