import { z } from 'zod';

const text = z.strictObject({ zh: z.string(), en: z.string() });
const day = z.iso.date();
export const identifier = z.string().min(1).max(120);
export const areaParams = z.object({ area: z.string().min(1).max(80) });
export const formParams = areaParams.extend({ form: identifier });
export const stage = z.enum(['kindergarten', 'primary', 'junior', 'senior', 'special']);
/** How often a registered form may be asked. */
export const askedFrequency = z.enum(['once', 'weekly', 'monthly', 'quarterly', 'termly', 'yearly']);
/** `byRound`: as often as a round or campaign gives schools a sheet. */
export const frequency = z.enum([...askedFrequency.options, 'byRound']);
export const origin = z.enum(['registered', 'instrument', 'workbook', 'return']);
/** `ready`: it exists, and nobody has been asked it in the last year. */
export const formState = z.enum(['review', 'returned', 'inForce', 'ended', 'refused', 'withdrawn', 'ready']);

/** A place where something is known already; `key` names it as the source of a pre-filled field. */
export const knownPlace = z.object({
  key: z.string(),
  kind: z.enum(['measure', 'registry', 'form']),
  name: text,
  where: text,
});

export const formHead = z.object({
  id: z.string(),
  area: z.object({ code: z.string(), name: z.string() }),
  origin,
  title: text,
  office: z.object({ id: z.string(), name: text }),
  /** The document it rests on. */
  basis: text,
  askedOf: z.enum(['schools', 'inspectors', 'families']),
  stages: z.array(stage),
  frequency,
  minutes: z.number(),
  /** Our estimate by kinds of field, or what the asking office declared. */
  minutesAre: z.enum(['declared', 'estimated']),
  fields: z.number().int(),
  prefilled: z.number().int(),
  state: formState,
  fromOn: day.nullable(),
  untilOn: day.nullable(),
  case: z.string().nullable(),
});

export const formDetail = formHead.extend({
  why: z.string(),
  note: text.nullable(),
  fieldRows: z.array(z.object({ name: text, source: knownPlace.nullable() })),
});

export const registerAnswer = z.object({
  area: z.object({ code: z.string(), name: z.string(), level: z.string() }),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  rows: z.array(formHead),
  offices: z.array(z.object({ id: z.string(), name: text })),
});

export const burdenRow = z.object({
  form: z.string(),
  title: text,
  office: z.string(),
  /** Schools of its kinds in the area. */
  schools: z.number().int(),
  /** Fillings by all of them in the month. */
  fillings: z.number(),
  minutes: z.number(),
  hours: z.number(),
});

export const monthBurden = z.object({
  /** `2026-11` */
  month: z.string(),
  schools: z.number().int(),
  hours: z.number(),
  /** null = no schools. */
  perSchool: z.number().nullable(),
});

export const burden = z.object({
  area: z.object({ code: z.string(), name: z.string() }),
  now: monthBurden,
  /** How the figure of the month is made, form by form, most hours first. */
  rows: z.array(burdenRow),
  /** Who asks for them: hours of the month, and hours per school in each of `months`. */
  offices: z.array(
    z.object({
      id: z.string(),
      name: text,
      hours: z.number(),
      perSchool: z.number(),
      course: z.array(z.number()),
    }),
  ),
  /** Oldest first, ending with the month. */
  months: z.array(monthBurden),
});

export const burdenQuery = z.object({
  unit: identifier.optional(),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
});

const short = (zh: string, en: string) => z.string().trim().min(2).max(200).meta({ zh, en });

/** What a request says; the same shape when it is sent again. */
export const requestFields = z.strictObject({
  office: identifier.meta({ zh: '要求填报的部门', en: 'Asking office' }),
  basis: short('依据文件', 'Basis (document)'),
  why: z.string().trim().min(2).max(1000).meta({ zh: '用途', en: 'What it is for', as: 'text' }),
  frequency: askedFrequency.meta({
    zh: '频次',
    en: 'How often',
    options: {
      once: { zh: '一次', en: 'Once' },
      weekly: { zh: '每周', en: 'Weekly' },
      monthly: { zh: '每月', en: 'Monthly' },
      quarterly: { zh: '每季度', en: 'Quarterly' },
      termly: { zh: '每学期', en: 'Every term' },
      yearly: { zh: '每年', en: 'Yearly' },
    },
  }),
  stages: z.array(stage).min(1).meta({ zh: '填报学校', en: 'Kinds of school' }),
  minutes: z.int().min(1).max(2000).meta({ zh: '每次用时（分钟）', en: 'Minutes per filling' }),
  fromOn: day.meta({ zh: '开始日期', en: 'From', as: 'day' }),
  untilOn: day.meta({ zh: '截止日期', en: 'Until', as: 'day' }),
  fields: z
    .array(z.strictObject({ name: z.string().trim().min(1).max(200), source: identifier.nullable() }))
    .min(1)
    .max(300)
    .meta({ zh: '填报项', en: 'Fields' }),
});

export const requestBody = requestFields.extend({ title: z.string().trim().min(2).max(200) });
export const knownBody = z.strictObject({ names: z.array(z.string().max(200)).max(300) });
export const knownAnswer = z.object({ rows: z.array(z.object({ name: z.string(), places: z.array(knownPlace) })) });

export type KnownPlace = z.infer<typeof knownPlace>;
export type FormHead = z.infer<typeof formHead>;
export type FormDetail = z.infer<typeof formDetail>;
export type FormState = z.infer<typeof formState>;
export type RegisterAnswer = z.infer<typeof registerAnswer>;
export type Burden = z.infer<typeof burden>;
export type BurdenRow = z.infer<typeof burdenRow>;
export type MonthBurden = z.infer<typeof monthBurden>;
export type RequestFields = z.infer<typeof requestFields>;
export type RequestBody = z.infer<typeof requestBody>;
export type Frequency = z.infer<typeof frequency>;
export type FormStage = z.infer<typeof stage>;
