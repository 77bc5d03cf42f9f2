import type { Stage } from '#standards';
import { classSize, grades, kindergartenClassFull } from './calibration.ts';
import type { SchoolPlan } from './school-plan.ts';

export interface SizedClass {
  /** 1–12 through school; in a kindergarten 1–3 by age, 0 = mixed ages. */
  readonly grade: number;
  readonly pupils: number;
}

/** Older grades are a little larger where fewer children are born every year. */
const shrinkPerGrade: Readonly<Record<Stage, number>> = {
  kindergarten: 0.07,
  primary: 0.025,
  junior: 0.005,
  senior: 0,
  special: 0,
};

/** Spreads the pupils of a stage over its grades and classes; the sizes add up to the pupils. */
export function sizeClasses(plan: SchoolPlan, stage: Stage, pupils: number): SizedClass[] {
  if (stage === 'kindergarten' && pupils < 55) return fill(0, pupils, 28);
  const own = plan.kind === 'teaching-point' ? grades[stage].slice(0, 4) : grades[stage];
  return spreadOver(own, pupils, shrinkPerGrade[stage]).flatMap((count, i) =>
    fill(own[i] ?? 0, count, largestUsual(plan, stage, own[i] ?? 0), plan.peculiarity?.classMost),
  );
}

function largestUsual(plan: SchoolPlan, stage: Stage, grade: number): number {
  if (stage !== 'kindergarten') {
    const { typical, usualMost } = classSize[stage];
    return plan.place === 'urban' ? usualMost : Math.round((typical + usualMost) / 2);
  }
  const full =
    [kindergartenClassFull.younger, kindergartenClassFull.middle, kindergartenClassFull.older][grade - 1] ?? 25;
  return plan.ownership === 'private' ? full + 3 : full;
}

function fill(grade: number, pupils: number, most: number, crowdedMost?: number): SizedClass[] {
  if (pupils === 0) return [];
  const classes =
    crowdedMost === undefined ? Math.ceil(pupils / most) : Math.max(1, Math.round(pupils / (crowdedMost - 1)));
  return Array.from({ length: classes }, (_, k) => ({
    grade,
    pupils: Math.floor(pupils / classes) + (k < pupils % classes ? 1 : 0),
  }));
}

function spreadOver(own: readonly number[], pupils: number, shrink: number): number[] {
  const middle = (own.length - 1) / 2;
  const counts = own.map((_, i) => Math.floor((pupils / own.length) * (1 + shrink * (i - middle))));
  let left = pupils - counts.reduce((a, b) => a + b, 0);
  for (let i = counts.length - 1; left > 0; i = (i - 1 + counts.length) % counts.length, left--) {
    counts[i] = (counts[i] ?? 0) + 1;
  }
  return counts;
}
