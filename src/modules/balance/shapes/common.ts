import { z } from 'zod';

export const text = z.object({ zh: z.string(), en: z.string() });
export const stage = z.enum(['kindergarten', 'primary', 'junior', 'senior', 'special']);
/** `all` = the school as a whole, or the area itself. */
export const stageOrAll = z.enum(['kindergarten', 'primary', 'junior', 'senior', 'special', 'all']);
export const verdict = z.enum(['met', 'notMet', 'noData', 'notApplicable']);
/** A verdict as it is coloured: `near` is met, with less than 5 % of the line to spare. */
export const status = z.enum(['met', 'near', 'notMet', 'noData', 'notApplicable']);
export const level = z.enum(['nation', 'province', 'city', 'county', 'township']);
export const schoolYear = z.coerce.number().int().min(1950).max(2200);

export const areaCode = z.string().min(1).max(80);
export const unitId = z.string().min(1).max(80);
export const areaParams = z.object({ area: areaCode });
export const unitParams = areaParams.extend({ unit: unitId });

/** What a page evaluates: a school year and a standard. Absent = the newest year with facts, the first standard of the catalogue. */
export const evaluationQuery = z.object({ year: schoolYear.optional(), standard: z.string().max(80).optional() });

export const areaRef = z.object({ code: z.string(), name: z.string(), level });
export const unitRef = z.object({ unit: z.string(), name: z.string(), county: z.string() });

/** An indicator as a page needs it: names, unit, how to print it and in which direction it is compared. */
export const indicatorRef = z.object({
  id: z.string(),
  name: text,
  unit: text,
  /** Digits after the point for display only; comparisons are unrounded. */
  decimals: z.number().int(),
  direction: z.enum(['atLeast', 'atMost', 'above', 'below']),
});

/** What every evaluated answer carries: of which area, year and standard it speaks, and from which computation. */
export const evaluationHead = z.object({
  area: areaRef,
  /** The areas above, nation first. */
  path: z.array(areaRef),
  schoolYear: z.number().int(),
  /** Years with facts in this area, newest first. */
  years: z.array(z.number().int()),
  standard: z.object({ id: z.string(), version: z.string(), name: text }),
  inputsHash: z.string(),
  /** The newest snapshot of the same area, year and standard; `stale` = the inputs have changed since. */
  snapshot: z.object({ id: z.string(), createdAt: z.string(), stale: z.boolean() }).nullable(),
});

export const page = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

export type Text = z.infer<typeof text>;
export type Status = z.infer<typeof status>;
export type IndicatorRef = z.infer<typeof indicatorRef>;
export type EvaluationHead = z.infer<typeof evaluationHead>;
