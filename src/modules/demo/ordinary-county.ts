import type { Stage } from '#standards';
import { type PerPlace, pupilsPerSchool, schoolsPerCounty, spread } from './calibration.ts';
import type { Category, Ownership, Place } from './model.ts';
import type { Random } from './random.ts';
import type { SchoolPlan } from './school-plan.ts';

const places = ['urban', 'town', 'rural'] as const;

/** The schools of a county as the national averages have them, larger or smaller with the county. */
export function planOrdinaryCounty(random: Random): SchoolPlan[] {
  const scale = random.factor(0.42) * 0.91;
  const plan: SchoolPlan[] = [];
  const firstPrimary: Partial<Record<Place, number>> = {};
  for (const { category, point, count } of schoolsPerCounty) {
    for (const place of places) {
      for (let left = roundedByChance(count[place] * scale, random); left > 0; left--) {
        if (category === 'primary' && point === undefined) firstPrimary[place] ??= plan.length;
        plan.push(planSchool(category, point === true, place, firstPrimary[place], random));
      }
    }
  }
  return plan;
}

function planSchool(
  category: Category,
  point: boolean,
  place: Place,
  central: number | undefined,
  random: Random,
): SchoolPlan {
  const yearBuilt = random.whole(1976, 2023);
  const ownership = ownershipOf(category, random);
  const boarding =
    category === 'senior' ||
    category === 'complete-secondary' ||
    (category !== 'kindergarten' && !point && place !== 'urban' && random.chance(0.3));
  if (point && central !== undefined) {
    const pupils = { primary: Math.min(160, Math.round(46 * random.factor(0.6))) };
    return {
      category,
      kind: 'teaching-point',
      place,
      ownership: 'public',
      boarding: false,
      yearBuilt,
      pupils,
      belongsTo: central,
    };
  }
  const factor = random.factor(spread.pupils);
  const pupils: Partial<Record<Stage, number>> = {};
  for (const [stage, average] of Object.entries(pupilsPerSchool[category] ?? {}) as [Stage, PerPlace][]) {
    pupils[stage] = Math.max(12, Math.round(average[place] * factor * random.factor(0.08)));
  }
  return {
    category,
    kind: 'school',
    place,
    ownership,
    boarding,
    yearBuilt,
    pupils,
    ...(random.chance(0.12) && place !== 'urban' ? { peculiarity: { classMost: 49 } } : {}),
  };
}

function ownershipOf(category: Category, random: Random): Ownership {
  const draw = random.share();
  if (category === 'kindergarten') return draw < 0.52 ? 'public' : draw < 0.88 ? 'inclusive-private' : 'private';
  if (category === 'twelve-year') return draw < 0.6 ? 'private' : 'public';
  return draw < (category === 'special' ? 0 : 0.045) ? 'private' : 'public';
}

function roundedByChance(expected: number, random: Random): number {
  return Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);
}
