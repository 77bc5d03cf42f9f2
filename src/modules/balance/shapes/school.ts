import { z } from 'zod';
import {
  evaluationHead,
  evaluationQuery,
  indicatorRef,
  page,
  stage,
  stageOrAll,
  status,
  text,
  unitRef,
  verdict,
} from './common.ts';

export const schoolsQuery = evaluationQuery.extend(page.shape).extend({
  stage: stage.optional(),
  status: status.optional(),
  /** Part of a name, former name, pinyin initials or identifier. */
  q: z.string().max(80).optional(),
});

export const schoolRow = unitRef.extend({
  stage,
  category: z.string(),
  ownership: z.string().nullable(),
  urbanRural: z.string().nullable(),
  pupils: z.number().nullable(),
  met: z.number().int(),
  of: z.number().int(),
  verdict,
  status,
  excludedBy: z.string().nullable(),
  values: z.record(
    z.string(),
    z.object({ value: z.number().nullable(), threshold: z.number().nullable(), verdict, status }),
  ),
});

export const schoolsPage = evaluationHead.extend({
  indicators: z.array(indicatorRef),
  total: z.number().int(),
  /** School-stages of the whole list by stage and verdict; an excluded one counts nowhere else. */
  counts: z.array(
    z.object({
      stage,
      all: z.number().int(),
      failing: z.number().int(),
      noData: z.number().int(),
      excluded: z.number().int(),
    }),
  ),
  rows: z.array(schoolRow),
  nextCursor: z.string().nullable(),
});

/** The cell of a file that a number was read from. */
export const sourceCell = z.object({
  batch: z.string(),
  file: z.string(),
  sheet: z.string(),
  /** As the spreadsheet shows them: row from 1, column letter; 0 and '' where the value was derived from several rows. */
  row: z.number().int(),
  column: z.string(),
  importedAt: z.string(),
  importedBy: z.string(),
});

export const schoolInput = z.object({
  measure: z.string(),
  stage: stageOrAll,
  name: text,
  unit: text,
  value: z.number().nullable(),
  source: sourceCell.nullable(),
  previous: z.number().nullable(),
});

export const schoolIndicator = z.object({
  indicator: z.string(),
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  verdict,
  status,
  countyMean: z.number().nullable(),
  groupMean: z.number().nullable(),
  /** From 1 (best) among the schools of the stage in the county that have a value. */
  rank: z.number().int().nullable(),
  rankOf: z.number().int(),
  amountShort: z.number().nullable(),
  resource: text,
  /** The gap in words and whole units: "还差 2 间" / "2 rooms short"; null where there is none. */
  gap: text.nullable(),
  exceptions: z.array(z.object({ id: z.string(), name: text })),
  history: z.array(
    z.object({ schoolYear: z.number().int(), value: z.number().nullable(), threshold: z.number().nullable(), verdict }),
  ),
});

/** One stage of a school, or (`all`) the school as a whole. */
export const schoolStageCard = z.object({
  stage: stageOrAll,
  pupils: z.number().nullable(),
  met: z.number().int(),
  of: z.number().int(),
  verdict,
  excludedBy: z.object({ id: z.string(), name: text }).nullable(),
  indicators: z.array(schoolIndicator),
});

export const schoolCard = evaluationHead.extend({
  school: unitRef.extend({
    identifier: z.string().nullable(),
    category: z.string(),
    kind: z.string(),
    ownership: z.string().nullable(),
    urbanRural: z.string().nullable(),
    boarding: z.boolean().nullable(),
    yearBuilt: z.number().int().nullable(),
    township: z.string().nullable(),
    group: z.string().nullable(),
    lng: z.number().nullable(),
    lat: z.number().nullable(),
  }),
  indicators: z.array(indicatorRef),
  stages: z.array(schoolStageCard),
  inputs: z.array(schoolInput),
});

export type SchoolCard = z.infer<typeof schoolCard>;
export type SchoolRow = z.infer<typeof schoolRow>;
export type SchoolsPage = z.infer<typeof schoolsPage>;
export type SourceCell = z.infer<typeof sourceCell>;
