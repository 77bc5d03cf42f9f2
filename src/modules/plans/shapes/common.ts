import { z } from 'zod';

export const text = z.strictObject({ zh: z.string(), en: z.string() });
export const areaCode = z.string().min(1).max(80);
export const identifier = z.string().min(1).max(80);
export const plainDate = z.iso.date();
/** A calendar year. */
export const year = z.coerce.number().int().min(2000).max(2100);
export const areaParams = z.object({ area: areaCode });
export const stageOrAll = z.enum(['kindergarten', 'primary', 'junior', 'senior', 'special', 'all']);
export const level = z.enum(['nation', 'province', 'city', 'county', 'township']);
export const areaRef = z.object({ code: z.string(), name: z.string(), level });
export const standing = z.enum(['blank', 'noData', 'reached', 'onTrack', 'slipping', 'noTrend', 'missed']);
export const reading = z.object({ year: z.number().int(), value: z.number().nullable() });
export const reason = z.string().trim().min(4).max(2000);
export type Standing = z.infer<typeof standing>;
