import type { SchoolStageRow } from './contract.ts';
import type { CountyDemand } from './demand.ts';
import { alarmOf, type GapYear, gapYears } from './gap.ts';
import { chainStages } from './grades.ts';
import type { CountyInputs, StageState } from './model.ts';
import type { SeatsPolicy } from './policy.ts';
import type { Supply } from './supply.ts';

/** Within so many years pupils are set against rooms. */
const riskYears = 3;

/** Every stage of every school: seats with what limits them, use, the coming years, and whether a class will be too large. */
export function listSchoolStages(
  { schools, stages, changes, townships }: CountyInputs,
  supply: readonly Supply[],
  demand: CountyDemand,
  policy: SeatsPolicy,
): SchoolStageRow[] {
  const schoolOf = new Map(schools.map((school) => [school.id, school]));
  const nameOf = new Map(townships.map(({ code, name }) => [code, name]));
  return supply.flatMap((seat, at): readonly SchoolStageRow[] => {
    const school = schoolOf.get(seat.unit);
    const state = stages[at];
    const projected = demand.schools[seat.unit];
    const coming = projected?.coming[chainStages.indexOf(seat.stage)];
    if (school === undefined || state === undefined || projected === undefined || coming === undefined) return [];
    const own = changes.filter(({ unit, stage }) => unit === seat.unit && stage === seat.stage);
    const seatsIn = (year: number): number =>
      seat.seats + own.reduce((sum, change) => sum + (change.opensYear <= year ? change.seats : 0), 0);
    const years = gapYears(coming, seatsIn, demand.lastYear + 1, demand.share);
    const { alarm, first } = alarmOf(years, policy);
    return [
      {
        unit: seat.unit,
        name: school.name,
        place: { code: school.township, name: nameOf.get(school.township) ?? school.township },
        stage: seat.stage,
        ownership: school.ownership,
        pupils: state.pupils,
        seats: seat.seats,
        use: seat.seats > 0 ? state.pupils / seat.seats : null,
        binds: seat.binds,
        byLimit: { ...seat.byLimit },
        roomsAssumed: seat.roomsAssumed,
        largestClass: state.largestClass,
        classRisk: classRisk(state, years, policy),
        verdict: projected.verdict,
        years: [...years],
        alarm,
        firstShort: first?.year ?? null,
      },
    ];
  });
}

function classRisk(state: StageState, years: readonly GapYear[], { largeClass }: SeatsPolicy) {
  if (state.largestClass >= largeClass.value) return 'over' as const;
  const rooms = state.rooms ?? state.classes;
  if (rooms === 0) return 'none' as const;
  // the largest class keeps its distance to the mean of the school
  const uneven = state.classes > 0 && state.pupils > 0 ? state.largestClass / (state.pupils / state.classes) : 1;
  const willBe = years
    .slice(0, riskYears)
    .some(({ pupils }) => pupils !== null && (pupils / rooms) * uneven >= largeClass.value);
  return willBe ? ('likely' as const) : ('none' as const);
}
