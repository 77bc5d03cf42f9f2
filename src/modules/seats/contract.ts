import { z } from 'zod';

const areaParams = z.object({ area: z.string().min(1).max(80) });
const text = z.object({ zh: z.string(), en: z.string() });
export const chainStage = z.enum(['kindergarten', 'primary', 'junior', 'senior']);
export const scenarioName = z.enum(['expected', 'fewer', 'more']);
const scenarioQuery = z.object({ scenario: scenarioName.default('expected') });
const alarm = z.enum(['short', 'tight', 'enough']);
const limit = z.enum(['rooms', 'area', 'staffing', 'licence']);
const step = z.enum(['design', 'build', 'accept', 'handOver']);
const confidence = z.enum(['verified', 'secondary', 'memory', 'own']);
const areaRef = z.object({ code: z.string(), name: z.string() });

/** A year of a place and stage: pupils expected with their interval, seats, pupils over seats, and how likely a shortage is. */
export const gapYear = z.object({
  year: z.number().int(),
  pupils: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  seats: z.number(),
  gap: z.number().nullable(),
  probability: z.number().nullable(),
});

const stageOutlook = z.object({
  stage: chainStage,
  /** Pupils of the known years, from `firstYear` on. */
  known: z.array(z.number()),
  years: z.array(gapYear),
  alarm,
  /** The first year in which a shortage is likely. */
  firstShort: z.number().int().nullable(),
  worst: gapYear.nullable(),
});

const parameter = z.object({ value: z.number(), confidence, clause: z.string() });
const shareOf = z.object({
  of: z.number(),
  all: z.number(),
  share: z.number().nullable(),
  least: parameter.nullable(),
  met: z.boolean().nullable(),
});

export const seatsOverview = z.object({
  area: areaRef,
  scenario: scenarioName,
  firstYear: z.number().int(),
  lastYear: z.number().int(),
  /** What the intervals are to hold. */
  share: z.number(),
  warning: z.object({ probability: parameter, yearsAhead: parameter, tight: parameter }),
  stages: z.array(stageOutlook),
  places: z.array(
    z.object({
      area: areaRef,
      lng: z.number().nullable(),
      lat: z.number().nullable(),
      stages: z.array(stageOutlook),
    }),
  ),
  warnings: z.array(
    z.object({ area: areaRef, stage: chainStage, alarm, firstShort: z.number().int().nullable(), worst: gapYear }),
  ),
  changes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      place: areaRef,
      kind: z.enum(['build', 'enlarge', 'convert', 'close']),
      stage: chainStage,
      seats: z.number(),
      opensYear: z.number().int(),
    }),
  ),
  backTest: z.array(
    z.object({
      level: z.string(),
      ahead: z.number().int(),
      error: z.number(),
      lastValueError: z.number(),
      lastRateError: z.number(),
      coverage: z.number().nullable(),
      origins: z.number().int(),
    }),
  ),
  publicKindergarten: shareOf,
  publicCompulsory: shareOf,
  qualitySeats: shareOf,
  /** Seats for every 1,000 residents as the province sets them; empty where none is known. */
  perThousand: z.array(
    z.object({
      stage: chainStage,
      seatsPerThousand: z.number(),
      residents: z.number(),
      required: z.number(),
      seats: z.number(),
      missing: z.number(),
      confidence,
      clause: z.string(),
      validFrom: z.string(),
    }),
  ),
  special: z.object({
    residents: z.number().nullable(),
    schools: z.number().int(),
    threshold: parameter,
    covered: z.boolean().nullable(),
  }),
  /** Pupils whom no school of their township running the grade could take, by stage and coming year. */
  unplaced: z.array(z.array(z.number())),
  source: text,
});

const schoolStage = z.object({
  unit: z.string(),
  name: z.string(),
  place: areaRef,
  stage: chainStage,
  ownership: z.enum(['public', 'inclusive-private', 'private']),
  pupils: z.number(),
  seats: z.number(),
  use: z.number().nullable(),
  /** What limits the seats. */
  binds: limit.or(z.literal('none')),
  byLimit: z.record(limit, z.number().nullable()),
  roomsAssumed: z.boolean(),
  largestClass: z.number(),
  /** `over` = a class is over the limit now; `likely` = the pupils expected within three years do not fit its rooms below it. */
  classRisk: z.enum(['over', 'likely', 'none']),
  verdict: z.enum(['projected', 'tooNew', 'tooSmall', 'closed']),
  years: z.array(gapYear),
  alarm,
  firstShort: z.number().int().nullable(),
});

const duty = z.object({
  stage: chainStage,
  seats: z.number(),
  steps: z.array(
    z.object({
      step,
      dueOn: z.string(),
      doneOn: z.string().nullable(),
      state: z.enum(['done', 'doneLate', 'late', 'waiting']),
    }),
  ),
});

export const housingProject = z.object({
  id: z.string(),
  name: z.string(),
  place: areaRef,
  homes: z.number(),
  phases: z.array(z.object({ homes: z.number(), handedOverOn: z.string() })),
  seats: z.number(),
  /** Steps that should be done and are not. */
  late: z.number().int(),
  /** Homes are lived in before their seats are handed over. */
  behindHomes: z.boolean(),
  duties: z.array(duty),
});

const readErrors = ['organization.areaNotFound', 'seats.notACounty', 'seats.noHistory'] as const;
const reads = { permission: 'seats.read', at: { area: 'params.area' } } as const;

/** The doors of seats, below `/api/v1`. */
export const seatsRoutes = {
  overview: {
    method: 'GET',
    path: '/seats/areas/:area/overview',
    titleKey: 'seats.overview',
    access: reads,
    params: areaParams,
    query: scenarioQuery,
    response: seatsOverview,
    errors: readErrors,
  },
  schools: {
    method: 'GET',
    path: '/seats/areas/:area/schools',
    titleKey: 'seats.schools',
    access: reads,
    params: areaParams,
    query: scenarioQuery,
    response: z.object({
      area: areaRef,
      lastYear: z.number().int(),
      largeClass: parameter,
      rows: z.array(schoolStage),
    }),
    errors: readErrors,
  },
  housing: {
    method: 'GET',
    path: '/seats/areas/:area/housing',
    titleKey: 'seats.housing',
    access: reads,
    params: areaParams,
    response: z.object({ area: areaRef, today: z.string(), rows: z.array(housingProject) }),
    errors: ['organization.areaNotFound', 'seats.notACounty'],
  },
  recordStep: {
    method: 'POST',
    path: '/seats/areas/:area/housing/:housing/steps',
    titleKey: 'seats.recordStep',
    access: { permission: 'seats.track', at: { area: 'params.area' } },
    params: areaParams.extend({ housing: z.string().min(1).max(80) }),
    body: z.object({
      stage: chainStage,
      step,
      /** Null takes back what was recorded by mistake. */
      doneOn: z.iso.date().nullable(),
      reason: z.string().trim().min(1).max(400),
    }),
    response: housingProject,
    errors: ['organization.areaNotFound', 'seats.notACounty', 'seats.housingNotFound'],
  },
} as const;

export type SeatsOverview = z.output<typeof seatsOverview>;
export type StageOutlook = z.output<typeof stageOutlook>;
export type GapYearAnswer = z.output<typeof gapYear>;
export type SchoolStageRow = z.output<typeof schoolStage>;
export type HousingProject = z.output<typeof housingProject>;
export type ScenarioName = z.output<typeof scenarioName>;
export type ChainStageName = z.output<typeof chainStage>;
