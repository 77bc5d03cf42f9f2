import { openRandom, type Random } from './random.ts';
import type { Put, SchoolPlan } from './school-plan.ts';
import type { StageReport } from './stage-report.ts';

/** Which school and year is told of; the stream is the school's own, so that a condition lasts from year to year. */
export interface Conditions {
  readonly plan: SchoolPlan;
  readonly reports: readonly StageReport[];
  readonly floorAreaM2: number;
  readonly year: number;
  readonly random: Random;
}

/** The stream of a school's conditions. */
export function openConditions(seed: number, county: number, school: number): Random {
  return openRandom(seed, 8, county, school);
}

/** Safety, living and digital conditions. Most schools lack something at first and less from year to year. */
export function reportConditions({ plan, reports, floorAreaM2, year, random }: Conditions, put: Put): void {
  const students = reports.reduce((sum, { students: n }) => sum + n, 0);
  const classes = reports.reduce((sum, { classes: list }) => sum + list.length, 0);
  const isKindergarten = plan.category === 'kindergarten';
  const isPoint = plan.kind === 'teaching-point';
  // Every school draws the same numbers in the same order, whatever it then reports of them.
  const lack = (probability: number, usualEnd: number) => {
    const lacks = random.chance(probability);
    const mendedIn = usualEnd + random.whole(-1, 2);
    return lacks && year < mendedIn;
  };
  const isOld = plan.yearBuilt < 2000;
  const some = (isLacking: boolean, amount: number) => (isLacking ? amount : 0);
  const gradeC = some(lack(isOld ? 0.3 : 0, 2026), Math.round(floorAreaM2 * random.between(0.04, 0.12)));
  const gradeD = some(lack(isOld && plan.place === 'rural' ? 0.25 : 0, 2025), Math.round(floorAreaM2 * 0.05));
  const dry = some(lack(plan.place === 'rural' ? 0.35 : 0.05, 2026), random.whole(4, 16));
  const water = lack(plan.place === 'rural' ? 0.12 : 0, 2026);
  const unconnected = some(lack(0.45, 2025), Math.min(classes, random.whole(1, 4)));
  const psychologist = lack(plan.place === 'rural' ? 0.3 : 0.1, 2027);
  const counselling = lack(0.25, 2027);
  const resource = lack(0.2, 2027);
  const bedsShort = some(lack(0.3, 2026), random.whole(6, 40));
  const healthShort = some(lack(0.4, 2028), 1);
  const carersShort = some(lack(0.35, 2027), random.whole(1, 2));
  const share = (from: number) => Math.min(1, Math.round((from + 0.03 * (year - 2024)) * 1000) / 1000);
  const video = share(random.between(0.75, 0.97));
  const list = share(random.between(0.68, 0.95));
  const wireless = share(random.between(0.4, 0.95));
  const disabled = random.chance(0.2) ? random.whole(5, 9) : random.whole(0, 4);

  put('all', 'gradeCAreaM2', gradeC);
  put('all', 'gradeDAreaM2', gradeD);
  put('all', 'dangerousAreaM2', gradeC + gradeD);
  put('all', 'ungradedAreaM2', 0);
  put('all', 'securityGuards', isPoint ? 1 : Math.max(2, Math.ceil(students / 450)));
  put('all', 'videoCoverageShare', video);
  put('all', 'equipmentListShare', list);
  put('all', 'networkMbps', isPoint ? 100 : students > 1_000 ? 1_000 : 300);
  put('all', 'toiletPlaces', Math.ceil(students / 22));
  put('all', 'dryToiletPlaces', Math.min(dry, Math.ceil(students / 22)));
  put('all', 'drinkingWaterPoints', water ? 0 : Math.ceil(classes / 3));
  put('all', 'canteenSeats', isPoint ? 0 : Math.round(students * 0.5));
  put('all', 'healthStaff', Math.max(0, Math.ceil(students / (isKindergarten ? 150 : 600)) - healthShort));
  if (isKindergarten) {
    put('kindergarten', 'carers', Math.max(1, classes - carersShort));
    return;
  }
  put('all', 'connectedClasses', classes - unconnected);
  put('all', 'wirelessShare', wireless);
  put('all', 'iotShare', Math.round(wireless * 300) / 1000);
  put('all', 'psychologyTeachers', psychologist ? 0 : Math.max(1, Math.floor(students / 1_000)));
  put('all', 'psychologyRooms', counselling || isPoint ? 0 : 1);
  put('all', 'disabledStudents', plan.category === 'special' || isPoint ? 0 : disabled);
  put('all', 'resourceRooms', plan.category === 'special' ? 2 : disabled >= 5 && !resource ? 1 : 0);
  const boarders = boardersOf(plan, reports);
  put('all', 'dormitoryBeds', Math.max(0, boarders + (bedsShort > 0 ? -bedsShort : 12)));
  put('all', 'lunchPupils', Math.round((students - boarders) * (plan.place === 'urban' ? 0.62 : 0.9)) + boarders);
  put('all', 'napPlaces', Math.round((students - boarders) * (plan.place === 'urban' ? 0.35 : 0.2)));
}

/** Boarders of all stages, as the stages report them. */
export function boardersOf(plan: SchoolPlan, reports: readonly StageReport[]): number {
  if (!plan.boarding) return 0;
  return reports.reduce((sum, { stage, students }) => sum + boardersOfStage(stage, students), 0);
}

/** Boarders of one stage of a boarding school. */
export function boardersOfStage(stage: StageReport['stage'], students: number): number {
  return Math.round(students * (stage === 'primary' ? 0.28 : 0.62));
}
