import { z } from 'zod';

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const letters = z.string().regex(/^[A-Z]{1,3}$/);
const cell = z.string().regex(/^[A-Z]{1,3}[1-9]\d*$/);
const cells = z.string().regex(/^[A-Z]{1,3}[1-9]\d*(\s*\+\s*[A-Z]{1,3}[1-9]\d*)*$/);
const range = z.string().regex(/^[A-Z]{1,3}[1-9]\d*(:[A-Z]{1,3}[1-9]\d*)?$/);
const sheetCell = z.string().regex(/^[^!]+![A-Z]{1,3}[1-9]\d*$/);
const regex = z.string().refine(isRegex, { error: 'regular expression' });

const sourceParts = {
  column: z.string().min(1).optional(),
  at: letters.optional(),
  value: scalar.optional(),
  codes: z.string().optional(),
  in: z.string().optional(),
  pattern: regex.optional(),
  prefix: z.string().optional(),
  fallback: scalar.optional(),
  optional: z.boolean().optional(),
  fillDown: z.boolean().optional(),
  separator: z.string().optional(),
};
const simpleSource = z.preprocess(asColumn, z.strictObject(sourceParts));
const source = z.preprocess(
  asColumn,
  z.strictObject({ ...sourceParts, join: z.array(simpleSource).min(1).optional() }),
);
const formField = z.strictObject({ ...sourceParts, cell: sheetCell.optional(), label: z.string().min(1).optional() });

const condition = z.strictObject({
  column: z.string().optional(),
  at: letters.optional(),
  is: z.union([z.string(), z.array(z.string())]).optional(),
  isNot: z.union([z.string(), z.array(z.string())]).optional(),
  matches: regex.optional(),
  blank: z.boolean().optional(),
  above: z.number().optional(),
  below: z.number().optional(),
});
const conditions = z.preprocess(
  (given: unknown): unknown => (Array.isArray(given) ? given : [given]),
  z.array(condition).min(1),
);

const measureSource = z.preprocess(
  (given) => (typeof given === 'object' && given !== null && 'column' in given ? withFrom(given) : given),
  z.strictObject({
    measure: z.string().min(1),
    from: source.optional(),
    columns: regex.optional(),
    in: z.string().optional(),
    stage: source.optional(),
    schoolYear: z.number().int().min(1949).max(2200).optional(),
    take: z.enum(['sum', 'count', 'max', 'min', 'first']).optional(),
    where: conditions.optional(),
  }),
);

const facts = z.strictObject({
  unit: source.optional(),
  stage: source.optional(),
  measures: z.array(measureSource).default([]),
  long: z.strictObject({ measure: source, value: source }).optional(),
});

const record = z.strictObject({
  dataset: z.string().min(1),
  fields: z.record(z.string(), source),
  repeats: z.boolean().optional(),
  where: conditions.optional(),
});

const areaParts = {
  from: source,
  create: z
    .string()
    .regex(/^[A-Z0-9][A-Z0-9-]{0,15}$/)
    .optional(),
};
const area = z.strictObject({
  ...areaParts,
  level: z.enum(['county', 'city', 'province']).default('county'),
  parent: z
    .strictObject({
      ...areaParts,
      level: z.enum(['city', 'province']).default('province'),
      parent: z.strictObject({ ...areaParts, level: z.literal('province').default('province') }).optional(),
    })
    .optional(),
});

const sheet = z.strictObject({
  sheet: z.string().min(1).default('*'),
  header: z
    .union([z.number().int().min(1), z.array(z.number().int().min(1)).min(1), z.enum(['auto', 'none'])])
    .default('auto'),
  optional: z.boolean().optional(),
  county: area.optional(),
  schoolYear: source.optional(),
  skip: z.array(z.strictObject({ when: conditions, why: words })).default([]),
  records: z.array(record).default([]),
  facts: z.array(facts).default([]),
});

const form = z.strictObject({
  sheet: z.string().min(1),
  optional: z.boolean().optional(),
  expect: z.record(cell, z.string()).default({}),
  facts: z
    .array(
      z.strictObject({
        cells,
        measure: z.string(),
        stage: z.string(),
        in: z.string().optional(),
        factor: z.number().positive().optional(),
      }),
    )
    .default([]),
  labels: z.array(range).default([]),
  unused: z.array(z.strictObject({ cells: range, why: words })).default([]),
  remarks: z.array(cell).default([]),
});

const check = z.strictObject({
  id: z.string().min(1),
  severity: z.enum(['refused', 'warning']).default('refused'),
  holds: z.string().min(1),
  marks: sheetCell,
  message: words,
  remedy: words,
});

const forms = z.strictObject({
  schoolYear: formField,
  county: formField.optional(),
  unit: z.record(z.string(), formField),
  sheets: z.array(form).min(1),
  fromDictionary: z.boolean().default(true),
  checks: z.array(check).default([]),
});

/** The shape of a profile file. Names inside it (fields, measures, code maps) are judged afterwards. */
export const profileSchema = z.strictObject({
  profile: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  version: z.coerce.string().default('1'),
  title: words,
  about: words.nullable().default(null),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).optional(),
  delimiter: z.string().min(1).max(1).optional(),
  blanks: z.array(z.string()).default(['-', '—', '–', '－', '/', '*', '…', 'N/A', 'n/a']),
  schoolYear: z.number().int().min(1949).max(2200).nullable().default(null),
  schoolYearAt: sheetCell.nullable().default(null),
  since: z.number().int().nullable().default(null),
  until: z.number().int().nullable().default(null),
  codes: z.record(z.string(), z.record(z.string(), scalar)).default({}),
  ignore: z.array(z.string()).default([]),
  sheets: z.array(sheet).default([]),
  forms: forms.nullable().default(null),
});

function asColumn(given: unknown): unknown {
  return typeof given === 'string' ? { column: given } : given;
}

/** `{ measure, column, … }` is short for `{ measure, from: { column, … } }`. */
function withFrom(given: object): unknown {
  const from: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    (['column', 'at', 'fallback', 'optional', 'pattern', 'codes', 'fillDown'].includes(name) ? from : rest)[name] =
      value;
  }
  return { ...rest, from };
}

function isRegex(text: string): boolean {
  try {
    return new RegExp(text, 'u').source.length <= 200;
  } catch {
    return false;
  }
}
