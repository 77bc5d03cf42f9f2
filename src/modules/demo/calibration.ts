import type { Stage } from '#standards';
import type { Category, Place } from './model.ts';

/** The year of the published figures; later years follow from it by trend. */
export const baseYear = 2024;

export type PerPlace = Readonly<Record<Place, number>>;

/** Schools of each category in an average county, by place. */
export const schoolsPerCounty: readonly {
  readonly category: Category;
  readonly point?: true;
  readonly count: PerPlace;
}[] = [
  { category: 'kindergarten', count: { urban: 34, town: 34, rural: 22 } },
  { category: 'primary', count: { urban: 12, town: 15, rural: 18 } },
  { category: 'primary', point: true, count: { urban: 0, town: 1, rural: 5.3 } },
  { category: 'nine-year', count: { urban: 1.6, town: 2.4, rural: 2 } },
  { category: 'junior', count: { urban: 3.6, town: 5, rural: 2.4 } },
  { category: 'complete-secondary', count: { urban: 1, town: 0.6, rural: 0 } },
  { category: 'twelve-year', count: { urban: 0.6, town: 0.2, rural: 0 } },
  { category: 'senior', count: { urban: 2.6, town: 1.4, rural: 0 } },
  { category: 'vocational', count: { urban: 1.4, town: 0.5, rural: 0 } },
  { category: 'special', count: { urban: 0.6, town: 0.26, rural: 0 } },
];

/** Pupils of an average school in the base year, by category, stage and place. */
export const pupilsPerSchool: Readonly<Partial<Record<Category, Readonly<Partial<Record<Stage, PerPlace>>>>>> = {
  kindergarten: { kindergarten: { urban: 185, town: 145, rural: 75 } },
  primary: { primary: { urban: 1_330, town: 880, rural: 270 } },
  'nine-year': { primary: { urban: 900, town: 620, rural: 340 }, junior: { urban: 780, town: 560, rural: 300 } },
  junior: { junior: { urban: 1_620, town: 1_250, rural: 560 } },
  'complete-secondary': {
    junior: { urban: 1_050, town: 850, rural: 500 },
    senior: { urban: 1_250, town: 900, rural: 500 },
  },
  'twelve-year': {
    primary: { urban: 950, town: 800, rural: 500 },
    junior: { urban: 750, town: 600, rural: 400 },
    senior: { urban: 600, town: 500, rural: 300 },
  },
  senior: { senior: { urban: 2_050, town: 1_650, rural: 900 } },
  vocational: { senior: { urban: 2_000, town: 1_400, rural: 600 } },
  special: { special: { urban: 240, town: 150, rural: 80 } },
};

/** Factor from one school year to the next: fewer births reach the kindergartens first, the junior stage last. */
export const yearlyGrowth: Readonly<Record<Stage, PerPlace>> = {
  kindergarten: { urban: 0.94, town: 0.91, rural: 0.86 },
  primary: { urban: 0.99, town: 0.965, rural: 0.92 },
  junior: { urban: 1.02, town: 1.005, rural: 0.975 },
  senior: { urban: 1.02, town: 1.01, rural: 1 },
  special: { urban: 1.02, town: 1.01, rural: 1 },
};

/** Typical and largest usual number of pupils in a class. */
export const classSize: Readonly<Record<Stage, { readonly typical: number; readonly usualMost: number }>> = {
  kindergarten: { typical: 25, usualMost: 31 },
  primary: { typical: 40, usualMost: 45 },
  junior: { typical: 45, usualMost: 50 },
  senior: { typical: 48, usualMost: 53 },
  special: { typical: 9, usualMost: 12 },
};

/** Children in a kindergarten class of each age group when it is full. @source Regulations for kindergartens, 2016, article 11. */
export const kindergartenClassFull = { younger: 25, middle: 30, older: 35 } as const;

/** Square metres for each child. */
export const kindergartenArea = { activityRoomM2: 9.2, outdoorPlayM2: 5.2 } as const;

export const grades: Readonly<Record<Stage, readonly number[]>> = {
  kindergarten: [1, 2, 3],
  primary: [1, 2, 3, 4, 5, 6],
  junior: [7, 8, 9],
  senior: [10, 11, 12],
  special: [1, 2, 3, 4, 5, 6, 7, 8, 9],
};

/** Pupils for each full-time teacher. */
export const pupilsPerTeacher: Readonly<Record<Stage, PerPlace>> = {
  kindergarten: { urban: 12.2, town: 13, rural: 14 },
  primary: { urban: 17.6, town: 16.4, rural: 12.6 },
  junior: { urban: 13.2, town: 12.6, rural: 10.6 },
  senior: { urban: 12.8, town: 12.6, rural: 12 },
  special: { urban: 3.6, town: 3.8, rural: 4 },
};

/** How far schools of one place differ, as the spread of a factor around 1. */
export const spread = {
  pupils: 0.32,
  teachers: 0.06,
  backbone: 0.32,
  peArts: 0.16,
  teachingArea: 0.16,
  sportsArea: 0.26,
  equipment: 0.22,
  multimedia: 0.06,
  county: 0.1,
  unevenness: 0.3,
} as const;

/** Small schools keep the rooms and grounds of larger ones: exponent of (usual pupils / pupils). */
export const smallSchoolExponent = { teachingArea: 0.3, sportsArea: 0.4, equipment: 0.25 } as const;

/** Inhabitants for each child in kindergarten and pupil in compulsory school. */
export const inhabitantsPerPupil = 7.2;
/** Yuan of public funding for each pupil and year. */
export const publicFundingYuan: Readonly<Record<Stage, number>> = {
  kindergarten: 680,
  primary: 790,
  junior: 1_030,
  senior: 1_300,
  special: 7_200,
};
/** Pupils for whom the smallest schools are funded. */
export const fundedAtLeast = 100;
