import { z } from 'zod';
import { areaRef, page, schoolYear, stage, text } from './common.ts';

export const unitKind = z.enum(['school', 'campus', 'teaching-point']);
export const category = z.enum([
  'kindergarten',
  'primary',
  'junior',
  'nine-year',
  'complete-secondary',
  'senior',
  'twelve-year',
  'special',
  'vocational',
]);
export const ownership = z.enum(['public', 'inclusive-private', 'private']);
export const urbanRural = z.enum(['urban', 'town', 'rural']);
export const datum = z.enum(['WGS84', 'GCJ-02', 'BD-09']);

export const unitParams = z.object({ area: z.string().min(1).max(80), unit: z.string().min(1).max(80) });

export const unitsQuery = page.extend({
  /** Part of a name or former name, pinyin or its initials, or the identifier. */
  q: z.string().max(80).optional(),
  stage: stage.optional(),
  kind: unitKind.optional(),
  category: category.optional(),
  ownership: ownership.optional(),
  urbanRural: urbanRural.optional(),
  /** With `submitted`: the school year that question is about. */
  year: schoolYear.optional(),
  submitted: z.enum(['yes', 'no']).optional(),
  sort: z.enum(['name', 'id']).default('name'),
});

export const unit = z.object({
  id: z.string(),
  county: z.string(),
  name: z.string(),
  formerNames: z.array(z.string()),
  identifier: z.string().nullable(),
  kind: unitKind,
  category,
  stages: z.array(stage),
  ownership,
  urbanRural: urbanRural.nullable(),
  township: z.string().nullable(),
  address: z.string().nullable(),
  boarding: z.boolean().nullable(),
  yearBuilt: z.number().int().nullable(),
  /** WGS84. */
  lng: z.number().nullable(),
  lat: z.number().nullable(),
  parentUnit: z.string().nullable(),
  group: z.string().nullable(),
  closedOn: z.string().nullable(),
});

export const unitsPage = z.object({
  area: areaRef,
  total: z.number().int(),
  rows: z.array(unit),
  nextCursor: z.string().nullable(),
});

/** The point as it was handed in, before conversion to WGS84. */
export const originalPoint = z.object({ datum, x: z.number(), y: z.number() });

export const legalPerson = z.object({
  id: z.string(),
  name: z.string(),
  creditCode: z.string().nullable(),
  ownership,
});

export const unitDetail = z.object({
  unit,
  path: z.array(areaRef),
  point: originalPoint.nullable(),
  legalPerson: legalPerson.nullable(),
  parent: unit.nullable(),
  /** Campuses and teaching points that belong to it, and the other units of the same legal person. */
  siblings: z.array(unit),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  years: z.array(z.number().int()),
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

export const factStage = z.union([stage, z.literal('all')]);

export const unitFact = z.object({
  measure: z.string(),
  stage: factStage,
  name: text,
  unit: text,
  schoolYear: z.number().int(),
  value: z.number(),
  source: sourceCell.nullable(),
});

export const unitFactsQuery = z.object({
  /** Absent = every year. */
  year: schoolYear.optional(),
});

export const unitFacts = z.object({ unit: z.string(), rows: z.array(unitFact) });

export type Unit = z.infer<typeof unit>;
export type UnitsPage = z.infer<typeof unitsPage>;
export type UnitDetail = z.infer<typeof unitDetail>;
export type UnitFact = z.infer<typeof unitFact>;
export type UnitsQuery = z.infer<typeof unitsQuery>;
