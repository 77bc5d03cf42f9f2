import { baseYear, fundedAtLeast, publicFundingYuan } from './calibration.ts';
import { boardersOfStage } from './condition-facts.ts';
import { reportKindergarten } from './kindergarten-facts.ts';
import type { DemoDetail } from './model.ts';
import type { Premises } from './premises.ts';
import type { Random } from './random.ts';
import type { Put, SchoolPlan } from './school-plan.ts';
import { pupilsOfGrade, type StageReport } from './stage-report.ts';

const bands: readonly (readonly [measure: string, from: number, to: number])[] = [
  ['classesUpTo25', 0, 25],
  ['classes26To30', 26, 30],
  ['classes31To35', 31, 35],
  ['classes36To40', 36, 40],
  ['classes41To45', 41, 45],
  ['classes46To50', 46, 50],
  ['classes51To55', 51, 55],
  ['classes56To60', 56, 60],
  ['classes61To65', 61, 65],
  ['classesFrom66', 66, Number.POSITIVE_INFINITY],
];

/** How a school tells of a year: its habits stay, its mood is the year's own. */
export interface Telling {
  readonly detail: DemoDetail;
  readonly year: number;
  readonly habits: Random;
  readonly mood: Random;
}

/** Writes down everything a school reports in a year. */
export function reportFacts(
  plan: SchoolPlan,
  reports: readonly StageReport[],
  premises: Premises,
  telling: Telling,
  put: Put,
): void {
  const { detail, habits } = telling;
  if (plan.category === 'kindergarten') {
    for (const report of reports) reportKindergarten(plan, report, detail, habits, put);
  } else {
    for (const report of reports) putStage(plan, report, telling, put);
    putPremises(plan, premises, detail, put);
  }
  if (detail === 'resources') return;
  putDedicatedRooms(plan, reports, habits, put);
  putMoney(plan, reports, telling, put);
  putPeople(plan, reports, telling, put);
}

function putPremises(plan: SchoolPlan, premises: Premises, detail: DemoDetail, put: Put): void {
  put('all', 'teachingAuxiliaryAreaM2', premises.teachingAuxiliaryAreaM2);
  put('all', 'indoorSportsAreaM2', premises.indoorSportsAreaM2);
  put('all', 'sportsFieldAreaM2', premises.sportsFieldAreaM2);
  put('all', 'equipmentValueYuan', premises.equipmentValueYuan);
  put('all', 'multimediaRooms', premises.multimediaRooms);
  if (plan.denseCentre === true) {
    put('all', 'leasedSportsAreaM2', premises.leasedSportsAreaM2);
    put('all', 'convertedSportsAreaM2', 0);
  }
  if (detail === 'resources') return;
  put('all', 'landAreaM2', premises.landAreaM2);
  put('all', 'floorAreaM2', premises.floorAreaM2);
  put('all', 'computers', premises.computers);
  put('all', 'books', premises.books);
}

function putStage(plan: SchoolPlan, report: StageReport, { detail, habits, mood }: Telling, put: Put): void {
  const { stage, students, classes } = report;
  put(stage, 'students', students);
  put(stage, 'classes', classes.length);
  put(stage, 'aboveRequiredDegreeTeachers', report.aboveRequiredDegree);
  put(stage, 'backboneTeachers', report.backbone);
  const compulsory = stage === 'primary' || stage === 'junior';
  if (compulsory || stage === 'senior') put(stage, 'peArtsTeachers', report.peArts);
  if (compulsory) put(stage, 'visitingPeArtsTeachers', plan.peculiarity?.visitingPeArts ?? (students < 100 ? 1 : 0));
  if (detail === 'resources') return;

  put(stage, 'fullTimeTeachers', report.teachers);
  put(stage, 'certifiedTeachers', report.certified);
  put(
    stage,
    'largestClass',
    classes.reduce((most, c) => Math.max(most, c.pupils), 0),
  );
  const entrants = pupilsOfGrade(report, 'first');
  put(stage, 'entrants', entrants);
  put(stage, 'graduates', pupilsOfGrade(report, 'last'));
  put(stage, 'boarders', plan.boarding ? boardersOfStage(stage, students) : 0);
  if (stage === 'special') return;
  for (const [measure, from, to] of bands) {
    put(
      stage,
      measure,
      classes.reduce((n, c) => n + (c.pupils >= from && c.pupils <= to ? 1 : 0), 0),
    );
  }
  put(stage, 'middleTitleTeachers', report.middleTitle);
  const share =
    plan.peculiarity?.migrantShare ?? { urban: 0.17, town: 0.09, rural: 0.02 }[plan.place] * habits.factor(0.4);
  put(stage, 'migrantStudents', Math.round(students * Math.min(0.9, share * mood.factor(0.02))));
  if (!compulsory) return;
  put(
    stage,
    'leftBehindStudents',
    Math.round(
      students * { urban: 0.01, town: 0.08, rural: 0.24 }[plan.place] * habits.factor(0.3) * mood.factor(0.05),
    ),
  );
  put(stage, 'trainedTeachers', report.teachers);
  put(
    stage,
    'zoneEntrants',
    Math.round(entrants * (stage === 'primary' || habits.chance(0.5) ? 1 : habits.between(0.96, 1))),
  );
}

/** One room for twelve classes; the smallest is larger where the school is new. */
function putDedicatedRooms(plan: SchoolPlan, reports: readonly StageReport[], habits: Random, put: Put): void {
  const compulsory = reports.filter((r) => r.stage === 'primary' || r.stage === 'junior');
  if (compulsory.length === 0) return;
  const classes = compulsory.reduce((sum, r) => sum + r.classes.length, 0);
  const largest = compulsory.reduce((most, r) => r.classes.reduce((m, c) => Math.max(m, c.pupils), most), 0);
  const students = reports.reduce((sum, r) => sum + r.students, 0);
  const rooms = Math.max(1, Math.ceil(classes / 12));
  const small = plan.place === 'rural' && largest < 30 && students < 100;
  const music = small ? habits.whole(54, 68) : plan.yearBuilt > 2016 ? habits.whole(96, 112) : habits.whole(75, 104);
  put('all', 'musicRooms', rooms);
  put('all', 'musicRoomM2', music);
  put('all', 'artRooms', rooms);
  put('all', 'artRoomM2', small ? music : music - 6);
}

function putMoney(plan: SchoolPlan, reports: readonly StageReport[], { year, mood }: Telling, put: Put): void {
  const students = reports.reduce((sum, r) => sum + r.students, 0);
  const small = reports.every((r) => r.stage === 'primary') && plan.place !== 'urban' && students < fundedAtLeast;
  const funded = small ? fundedAtLeast : students;
  const raised = 1 + 0.02 * (year - baseYear);
  const yuan =
    reports.reduce((sum, r) => sum + r.students * publicFundingYuan[r.stage], 0) * (funded / students) * raised;
  put('all', 'fundedStudents', funded);
  put('all', 'publicFundingYuan', Math.round(yuan));
  put('all', 'trainingBudgetYuan', Math.round(yuan * mood.between(0.051, 0.078)));
}

function putPeople(plan: SchoolPlan, reports: readonly StageReport[], { habits, mood }: Telling, put: Put): void {
  const teachers = reports.reduce((sum, r) => sum + r.teachers, 0);
  const principals = plan.kind === 'teaching-point' ? 0 : 1;
  put('all', 'staff', teachers + principals + otherStaff(teachers, plan.category === 'kindergarten'));
  put('all', 'principals', principals);
  put('all', 'certifiedPrincipals', principals);
  if (plan.category === 'kindergarten') return;
  const eligible = Math.round(teachers * 0.36 * habits.factor(0.12) * mood.factor(0.05));
  const rotated = Math.ceil(eligible * mood.between(0.105, 0.15));
  put('all', 'rotationEligibleTeachers', eligible);
  put('all', 'rotatedTeachers', rotated);
  put('all', 'rotatedBackboneTeachers', Math.min(rotated, Math.ceil(rotated * mood.between(0.2, 0.34))));
}

/** Staff who neither teach nor head the school; in a kindergarten most of them are carers. */
export function otherStaff(teachers: number, isKindergarten: boolean): number {
  return Math.ceil(teachers * (isKindergarten ? 0.85 : 0.11));
}
