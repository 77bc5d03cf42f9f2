import type { Stage } from '#standards';
import { baseYear, grades, pupilsPerTeacher, spread, yearlyGrowth } from './calibration.ts';
import { type SizedClass, sizeClasses } from './class-sizes.ts';
import { type Provision, provision } from './provision.ts';
import type { Random } from './random.ts';
import type { SchoolPlan } from './school-plan.ts';

/** What one stage of a school has in one year: pupils in classes, and teachers by quality. */
export interface StageReport {
  readonly stage: Stage;
  readonly students: number;
  readonly classes: readonly SizedClass[];
  readonly teachers: number;
  readonly aboveRequiredDegree: number;
  readonly backbone: number;
  readonly peArts: number;
  readonly middleTitle: number;
  readonly certified: number;
}

export function provisionOf(stage: Stage): Provision {
  return stage === 'primary' || stage === 'kindergarten' || stage === 'special' ? provision.primary : provision.junior;
}

/** Pupils of a stage in a year, along the national trend. */
export function pupilsIn(plan: SchoolPlan, stage: Stage, year: number): number {
  const base = plan.pupils[stage] ?? 0;
  return Math.max(1, Math.round(base * yearlyGrowth[stage][plan.place] ** (year - baseYear)));
}

/** `habits` is the stream of the school, which stays; `mood` that of the school in this year: people come and go. */
export function reportStage(
  plan: SchoolPlan,
  stage: Stage,
  { year, habits, mood }: { readonly year: number; readonly habits: Random; readonly mood: Random },
  unevenness: number,
): StageReport {
  const students = pupilsIn(plan, stage, year);
  const classes = sizeClasses(plan, stage, students);
  const own = provisionOf(stage);
  const { place, peculiarity } = plan;
  const factor = habits.factor(spread.teachers);
  const settled = (students + (plan.pupils[stage] ?? students)) / 2;
  const teachers = Math.max(
    Math.ceil(classes.length * (stage === 'primary' || stage === 'junior' ? 1.25 : 1)),
    Math.round((settled / pupilsPerTeacher[stage][place]) * factor) + (students < 100 ? 0 : mood.whole(-1, 1)),
  );
  const take = (share: number) =>
    Math.max(0, Math.min(teachers, Math.floor(teachers * share + habits.between(0.35, 0.75))));
  const gained = 1 + 0.03 * (year - baseYear - 2);
  return {
    stage,
    students,
    classes,
    teachers,
    aboveRequiredDegree: take(own.aboveRequiredDegree[place] - habits.between(0, 0.04) - mood.between(0, 0.03)),
    backbone: take(
      own.backbone[place] * habits.factor(spread.backbone * unevenness) * (peculiarity?.backbone ?? 1) * gained,
    ),
    peArts:
      peculiarity?.peArts === 0
        ? 0
        : take(own.peArts[place] * habits.factor(spread.peArts * unevenness) * (peculiarity?.peArts ?? 1) * gained),
    middleTitle: take(own.middleTitle[place] * habits.factor(0.1)),
    certified: teachers,
  };
}

/** Pupils of the lowest or highest grade of a stage. */
export function pupilsOfGrade(report: StageReport, which: 'first' | 'last'): number {
  const wanted = which === 'first' ? grades[report.stage][0] : grades[report.stage].at(-1);
  return report.classes.reduce((sum, c) => sum + (c.grade === wanted ? c.pupils : 0), 0);
}
