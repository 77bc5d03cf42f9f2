import { baseYear, kindergartenArea, kindergartenClassFull } from './calibration.ts';
import type { DemoDetail } from './model.ts';
import type { Random } from './random.ts';
import type { Put, SchoolPlan } from './school-plan.ts';
import { pupilsIn, pupilsOfGrade, type StageReport } from './stage-report.ts';

/** Writes down what a kindergarten alone reports, apart from money and people. */
export function reportKindergarten(
  plan: SchoolPlan,
  report: StageReport,
  detail: DemoDetail,
  habits: Random,
  put: Put,
): void {
  const stage = 'kindergarten';
  put(stage, 'students', report.students);
  put(stage, 'classes', report.classes.length);
  if (detail === 'resources') return;
  const { younger, middle, older } = kindergartenClassFull;
  const full = [middle, younger, middle, older];
  const ofGrade = (grade: number) => report.classes.filter((c) => c.grade === grade).length;
  const isWithin = ({ grade, pupils }: StageReport['classes'][number]) => pupils <= (full[grade] ?? middle);
  put(stage, 'entrants', pupilsOfGrade(report, 'first'));
  put(stage, 'graduates', pupilsOfGrade(report, 'last'));
  put(stage, 'boarders', 0);
  put(stage, 'migrantStudents', Math.round(report.students * 0.1));
  put(stage, 'youngerClasses', ofGrade(1));
  put(stage, 'middleClasses', ofGrade(2));
  put(stage, 'olderClasses', ofGrade(3));
  put(stage, 'mixedClasses', ofGrade(0));
  put(stage, 'classesWithinLimit', report.classes.filter(isWithin).length);
  put(
    stage,
    'largestClass',
    report.classes.reduce((most, c) => Math.max(most, c.pupils), 0),
  );
  put(stage, 'fullTimeTeachers', report.teachers);
  put(stage, 'aboveRequiredDegreeTeachers', report.aboveRequiredDegree);
  put(stage, 'backboneTeachers', report.backbone);
  put(stage, 'certifiedTeachers', report.certified);

  const places = pupilsIn(plan, stage, baseYear + 1);
  const rooms = Math.round(places * kindergartenArea.activityRoomM2 * habits.factor(0.13));
  const outdoors = Math.round(places * kindergartenArea.outdoorPlayM2 * habits.factor(0.2));
  const floor = Math.round(rooms * habits.between(1.22, 1.4));
  put(stage, 'outdoorPlayAreaM2', outdoors);
  put(stage, 'activityRoomAreaM2', rooms);
  put('all', 'floorAreaM2', floor);
  put('all', 'landAreaM2', outdoors + Math.round(floor * 0.7));
  put('all', 'books', Math.round(places * habits.between(8, 14)));
}
