import { z } from 'zod';

const text = z.object({ zh: z.string(), en: z.string() });
const day = z.iso.date();
const id = z.string().min(1).max(80);
const year = z.int().min(2000).max(2100);
export const areaParams = z.object({ area: id });
export const exampleParams = areaParams.extend({ example: id });
export const ofUnit = z.object({ unit: id.optional() });
const longText = (zh: string, en: string, most = 4000) =>
  z.string().trim().min(2).max(most).meta({ zh, en, as: 'text' });
const clauseField = z.string().min(1).max(20).meta({ zh: '条款', en: 'Clause' });

/** What an application for a pilot says. */
export const pilotFields = z.strictObject({
  clause: clauseField,
  goal: longText('试点目标', 'What it is to reach'),
  measures: longText('主要做法', 'What is tried'),
  fromOn: day.meta({ zh: '开始日期', en: 'From', as: 'day' }),
  midtermOn: day.meta({ zh: '中期报告日期', en: 'Mid-term report on', as: 'day' }),
  untilOn: day.meta({ zh: '结束日期', en: 'Until', as: 'day' }),
});

/** The indicator whose change between two years is the effect. */
export const measuredBy = z.strictObject({
  standard: id,
  indicator: id,
  stage: z.enum(['kindergarten', 'primary', 'junior', 'senior', 'special', 'all']),
  fromYear: year,
  toYear: year,
});

/** What a proposal of an example says. */
export const exampleFields = z.strictObject({
  clause: clauseField,
  problem: longText('解决的问题', 'The problem'),
  practice: longText('做法', 'What was done', 8000),
  effect: longText('成效', 'The effect'),
  measuredBy: measuredBy.nullable().default(null).meta({ zh: '成效指标', en: 'Measured by' }),
});

const inPlace = { title: z.string().trim().min(2).max(200), unit: id.nullable().default(null) };
export const pilotBody = pilotFields.extend(inPlace);
export const exampleBody = exampleFields.extend({
  ...inPlace,
  files: z
    .array(z.strictObject({ file: z.string().min(1).max(120), name: z.string().min(1).max(300) }))
    .min(1)
    .max(20),
});

const place = z.object({
  area: z.object({ code: z.string(), name: z.string() }),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
});
const clauseRef = z.object({ id: z.string(), title: text });

export const pilotRow = place.extend({
  id: z.string(),
  title: z.string(),
  clause: clauseRef,
  goal: z.string(),
  fromOn: day,
  midtermOn: day,
  untilOn: day,
  state: z.object({ id: z.string(), name: text, isFinal: z.boolean() }),
  verdict: z.enum(['spread', 'adjust', 'end']).nullable(),
  case: z.string(),
});

export const exampleRow = place.extend({
  id: z.string(),
  title: z.string(),
  clause: clauseRef,
  state: z.object({ id: z.string(), name: text, isFinal: z.boolean() }),
  publishedOn: day.nullable(),
  case: z.string(),
});

/** What anybody may read of a published example. */
export const publishedRow = place.extend({
  id: z.string(),
  title: z.string(),
  clause: clauseRef,
  problem: z.string(),
  publishedOn: day,
});

/** The effect as a number: read anew each time, with all readings of the indicator. */
const effectMeasured = z.object({
  standard: z.string(),
  indicator: z.string(),
  stage: z.string(),
  name: text,
  unit: text,
  decimals: z.number().int(),
  from: z.object({ year: z.number().int(), value: z.number().nullable() }),
  to: z.object({ year: z.number().int(), value: z.number().nullable() }),
});

export const publishedExample = publishedRow.extend({
  practice: z.string(),
  effect: z.string(),
  measured: effectMeasured.nullable(),
});

export const exampleDetail = exampleRow.extend({
  problem: z.string(),
  practice: z.string(),
  effect: z.string(),
  measured: effectMeasured.nullable(),
});

export type PilotRow = z.infer<typeof pilotRow>;
export type PilotBody = z.infer<typeof pilotBody>;
export type ExampleRow = z.infer<typeof exampleRow>;
export type ExampleBody = z.infer<typeof exampleBody>;
export type ExampleDetail = z.infer<typeof exampleDetail>;
export type PublishedRow = z.infer<typeof publishedRow>;
export type PublishedExample = z.infer<typeof publishedExample>;
export type MeasuredBy = z.infer<typeof measuredBy>;
export type EffectMeasured = z.infer<typeof effectMeasured>;
