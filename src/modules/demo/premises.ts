import type { Stage } from '#standards';
import { baseYear, type PerPlace, pupilsPerSchool, smallSchoolExponent, spread } from './calibration.ts';
import type { Random } from './random.ts';
import type { SchoolPlan } from './school-plan.ts';
import { provisionOf, pupilsIn, type StageReport } from './stage-report.ts';

/** What a school as a whole has in one year. */
export interface Premises {
  readonly landAreaM2: number;
  readonly floorAreaM2: number;
  readonly teachingAuxiliaryAreaM2: number;
  readonly indoorSportsAreaM2: number;
  readonly sportsFieldAreaM2: number;
  readonly leasedSportsAreaM2: number;
  readonly equipmentValueYuan: number;
  readonly multimediaRooms: number;
  readonly computers: number;
  readonly books: number;
}

/** What the schools of a county share. */
export interface CountyCharacter {
  /** Factor on equipment. */
  readonly wealth: number;
  /** Factor on how far its schools differ. */
  readonly unevenness: number;
}

/** How much more a pupil of a later stage of the same school uses of the rooms that all share. */
const use: Readonly<Record<Stage, number>> = { kindergarten: 1, primary: 1, junior: 1.1, senior: 1.32, special: 1 };

/** Rooms, grounds and equipment. `habits` is the stream of the school, `county` what its schools share. */
export function furnish(
  plan: SchoolPlan,
  reports: readonly StageReport[],
  year: number,
  habits: Random,
  county: CountyCharacter,
): Premises {
  const stages = reports.map((r) => r.stage);
  const pupils = stages.reduce(
    (sum, stage) => sum + pupilsIn(plan, stage, baseYear + 1) * relativeUse(stages, stage),
    0,
  );
  const usual = stages.reduce((sum, stage) => sum + usualPupils(plan, stage) * relativeUse(stages, stage), 0);
  const size = (exponent: number) => Math.min(2.4, Math.max(0.86, (usual / pupils) ** exponent));
  const p = plan.peculiarity ?? {};
  const perPupil = (pick: (stage: Stage) => PerPlace) => pick(leadingStage(stages))[plan.place];
  const total = (pick: (stage: Stage) => PerPlace, exponent: number, width: number, own: number) =>
    pupils * perPupil(pick) * size(exponent) * habits.factor(width * county.unevenness) * own;

  const isExtended = habits.chance(0.06);
  const extended = isExtended && year > baseYear + 1 ? 1.08 : 1;
  const teaching =
    total(
      (s) => provisionOf(s).teachingAreaM2,
      smallSchoolExponent.teachingArea,
      spread.teachingArea,
      p.teachingArea ?? 1,
    ) * extended;
  const sports = total(
    (s) => provisionOf(s).sportsAreaM2,
    smallSchoolExponent.sportsArea,
    spread.sportsArea,
    p.sportsArea ?? 1,
  );
  const equipped = 1 + 0.045 * (year - baseYear - 2);
  const equipment =
    total((s) => provisionOf(s).equipmentYuan, smallSchoolExponent.equipment, spread.equipment, p.equipment ?? 1) *
    county.wealth *
    equipped;
  const hall = habits.chance(plan.place === 'urban' ? 0.7 : 0.2) && pupils > 700 ? habits.between(0.05, 0.11) : 0;
  const rooms = reports.reduce(
    (sum, r) => sum + r.classes.length * provisionOf(r.stage).multimediaRooms[plan.place],
    0,
  );
  const auxiliary = teaching + sports * hall;
  return {
    landAreaM2: Math.round(sports + auxiliary * 1.4 + pupils * 7),
    floorAreaM2: Math.round(auxiliary * (plan.boarding ? 2.05 : 1.65)),
    teachingAuxiliaryAreaM2: Math.round(auxiliary),
    indoorSportsAreaM2: Math.round(sports * hall),
    sportsFieldAreaM2: Math.round(sports * (1 - hall)),
    leasedSportsAreaM2: Math.round((p.leasedSportsM2PerPupil ?? 0) * pupils),
    equipmentValueYuan: Math.round(equipment / 100) * 100,
    multimediaRooms: Math.max(
      1,
      Math.round(rooms * habits.factor(spread.multimedia) * (p.multimedia ?? 1) * (1 + 0.02 * (year - baseYear - 2))),
    ),
    computers: Math.round(total((s) => provisionOf(s).computers, 0.1, 0.15, 1) * equipped),
    books: Math.round(total((s) => provisionOf(s).books, 0.2, 0.12, 1) * (1 + 0.02 * (year - baseYear))),
  };
}

/** A mixed school is furnished for its junior stage; the use of its primary pupils is what is left. */
function leadingStage(stages: readonly Stage[]): Stage {
  return stages.includes('junior') ? 'junior' : (stages[0] ?? 'primary');
}

function relativeUse(stages: readonly Stage[], stage: Stage): number {
  return use[stage] / use[leadingStage(stages)];
}

function usualPupils(plan: SchoolPlan, stage: Stage): number {
  return pupilsPerSchool[plan.category]?.[stage]?.[plan.place] ?? 100;
}
