import type { Stage } from '#standards';
import type { Category, Place } from './model.ts';
import type { SchoolPlan } from './school-plan.ts';

type Details = Partial<Omit<SchoolPlan, 'category' | 'place' | 'pupils'>>;

function school(category: Category, place: Place, pupils: SchoolPlan['pupils'], details: Details = {}): SchoolPlan {
  return { kind: 'school', ownership: 'public', boarding: false, yearBuilt: 2012, ...details, category, place, pupils };
}

function several(category: Category, stage: Stage, place: Place, pupils: readonly number[], details: Details = {}) {
  return pupils.map((n, i) =>
    school(category, place, { [stage]: n }, { yearBuilt: 1998 + ((i * 7) % 24), ...details }),
  );
}

/** Positions that campuses and teaching points refer to. */
const branched = 1;
const central = 8;

/**
 * The demo county: about sixty schools, with one case for every exclusion and exception of the national measure, classes that are
 * too large in the towns, missing values, and figures that the data-quality page should find.
 */
export function planDemoCounty(): SchoolPlan[] {
  return [
    // urban primary schools; the first leads a group, the second has three campuses
    school('primary', 'urban', { primary: 1_780 }, { yearBuilt: 1986, group: 1, peculiarity: { backbone: 2.1 } }),
    school('primary', 'urban', { primary: 1_120 }, { hasCampuses: true, yearBuilt: 1994 }),
    school('primary', 'urban', { primary: 860 }, { kind: 'campus', yearBuilt: 2017, belongsTo: branched }),
    school('primary', 'urban', { primary: 610 }, { kind: 'campus', yearBuilt: 2021, belongsTo: branched }),
    // built before 2010 and large: the higher size limit applies
    school('primary', 'urban', { primary: 2_210 }, { yearBuilt: 2006, group: 1, peculiarity: { multimedia: 0.93 } }),
    // the dense centre: leased public sports venues count
    school(
      'primary',
      'urban',
      { primary: 1_310 },
      {
        yearBuilt: 1979,
        denseCentre: true,
        peculiarity: { sportsArea: 0.56, leasedSportsM2PerPupil: 4.1 },
      },
    ),
    // mostly migrant children: the higher size limit applies
    school(
      'primary',
      'urban',
      { primary: 2_120 },
      { yearBuilt: 2015, peculiarity: { migrantShare: 0.58, teachingArea: 0.97, backbone: 0.5 } },
    ),
    school(
      'primary',
      'urban',
      { primary: 940 },
      { yearBuilt: 2019, ownership: 'private', peculiarity: { backbone: 0.35 } },
    ),
    // town and rural primary schools
    school('primary', 'town', { primary: 1_240 }, { yearBuilt: 1999, peculiarity: { classMost: 51, multimedia: 0.9 } }),
    school('primary', 'town', { primary: 980 }, { yearBuilt: 2004, peculiarity: { classMost: 49 } }),
    school('primary', 'town', { primary: 860 }, { yearBuilt: 2009, boarding: true, peculiarity: { multimedia: 0.84 } }),
    school('primary', 'town', { primary: 720 }, { yearBuilt: 2014, group: 1 }),
    school(
      'primary',
      'town',
      { primary: 540 },
      { yearBuilt: 2018, peculiarity: { overstatedPupils: 3, sharesTeacherWith: central } },
    ),
    school('primary', 'town', { primary: 480 }, { yearBuilt: 1992, peculiarity: { equipment: 0.62 } }),
    school('primary', 'rural', { primary: 420 }, { yearBuilt: 2003, boarding: true }),
    school('primary', 'rural', { primary: 350 }, { yearBuilt: 1997, peculiarity: { peArts: 0.5 } }),
    school('primary', 'rural', { primary: 290 }, { yearBuilt: 2011, peculiarity: { missing: ['books', 'computers'] } }),
    school('primary', 'rural', { primary: 245 }, { yearBuilt: 2008, peculiarity: { mistypedBooks: 10 } }),
    school('primary', 'rural', { primary: 190 }, { yearBuilt: 1989, peculiarity: { peArts: 0.45, multimedia: 0.8 } }),
    // the largest class is under 30: smaller music and art rooms are enough
    school('primary', 'rural', { primary: 150 }, { yearBuilt: 2001, peculiarity: { missing: ['equipmentValueYuan'] } }),
    school('primary', 'rural', { primary: 128 }, { yearBuilt: 1995, peculiarity: { repeatsReport: true } }),
    // 50 to 99 pupils: visiting teachers of physical education and arts count
    school('primary', 'rural', { primary: 92 }, { yearBuilt: 1993, peculiarity: { peArts: 0, visitingPeArts: 2 } }),
    ...[38, 24, 17].map((n) =>
      school('primary', 'rural', { primary: n }, { kind: 'teaching-point', yearBuilt: 1988, belongsTo: central }),
    ),
    ...[86, 118].map((n) =>
      school(
        'primary',
        'rural',
        { primary: n },
        {
          kind: 'teaching-point',
          yearBuilt: 1996,
          belongsTo: central,
          peculiarity: { visitingPeArts: 2 },
        },
      ),
    ),
    // nine-year, twelve-year and complete secondary schools: shared rooms are split
    school('nine-year', 'urban', { primary: 1_260, junior: 980 }, { yearBuilt: 2009, group: 2 }),
    school('nine-year', 'town', { primary: 640, junior: 520 }, { yearBuilt: 2016, boarding: true }),
    school('nine-year', 'town', { primary: 510, junior: 330 }, { yearBuilt: 2005, peculiarity: { sportsArea: 0.72 } }),
    school(
      'nine-year',
      'rural',
      { primary: 310, junior: 240 },
      { yearBuilt: 2000, boarding: true, peculiarity: { backbone: 0.5 } },
    ),
    school(
      'twelve-year',
      'urban',
      { primary: 820, junior: 760, senior: 540 },
      { yearBuilt: 2018, ownership: 'private' },
    ),
    school('complete-secondary', 'town', { junior: 900, senior: 1_150 }, { yearBuilt: 1978, boarding: true }),
    school(
      'junior',
      'urban',
      { junior: 1_920 },
      { yearBuilt: 1984, group: 2, peculiarity: { sportsArea: 0.83, backbone: 0.7 } },
    ),
    school('junior', 'urban', { junior: 1_540 }, { yearBuilt: 2013, peculiarity: { backbone: 1.9 } }),
    school(
      'junior',
      'urban',
      { junior: 1_160 },
      { yearBuilt: 2020, peculiarity: { equipment: 1.35, sportsArea: 2, backbone: 1.25 } },
    ),
    school('junior', 'town', { junior: 1_280 }, { yearBuilt: 1991, peculiarity: { classMost: 54, multimedia: 0.84 } }),
    school('junior', 'town', { junior: 880 }, { yearBuilt: 2002, boarding: true }),
    school('junior', 'town', { junior: 620 }, { yearBuilt: 2010, boarding: true, peculiarity: { peArts: 0.66 } }),
    school('junior', 'rural', { junior: 340 }, { yearBuilt: 1998, boarding: true, peculiarity: { sportsArea: 1.6 } }),
    school(
      'junior',
      'rural',
      { junior: 210 },
      { yearBuilt: 2007, boarding: true, peculiarity: { sportsArea: 1.9, backbone: 0.4 } },
    ),
    // outside the compulsory stage, and what the seven indicators leave out
    school('senior', 'urban', { senior: 2_640 }, { yearBuilt: 2008, boarding: true }),
    school('senior', 'urban', { senior: 1_870 }, { yearBuilt: 1996, boarding: true }),
    school('vocational', 'urban', { senior: 1_420 }, { yearBuilt: 2011, boarding: true }),
    school('special', 'urban', { special: 168 }, { yearBuilt: 2015 }),
    ...several('kindergarten', 'kindergarten', 'urban', [345, 330, 310, 285], { group: 2 }),
    ...several('kindergarten', 'kindergarten', 'urban', [350, 320, 290], { ownership: 'inclusive-private' }),
    ...several('kindergarten', 'kindergarten', 'urban', [240], { ownership: 'private' }),
    ...several('kindergarten', 'kindergarten', 'town', [340, 300, 260, 220]),
    ...several('kindergarten', 'kindergarten', 'town', [255, 190], { ownership: 'inclusive-private' }),
    ...several('kindergarten', 'kindergarten', 'town', [150], { ownership: 'private' }),
    ...several('kindergarten', 'kindergarten', 'rural', [180, 140, 96, 58]),
    ...several('kindergarten', 'kindergarten', 'rural', [110], { ownership: 'inclusive-private' }),
  ];
}
