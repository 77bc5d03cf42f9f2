import { z } from 'zod';

export const text = z.object({ zh: z.string(), en: z.string() });
export const level = z.enum(['nation', 'province', 'city', 'county', 'township']);
export const stage = z.enum(['kindergarten', 'primary', 'junior', 'senior', 'special']);
export const schoolYear = z.coerce.number().int().min(1950).max(2200);
export const areaCode = z.string().min(1).max(80);
export const areaParams = z.object({ area: areaCode });
export const areaRef = z.object({ code: z.string(), name: z.string(), level });

/** Cursor paging: pass `nextCursor` of one answer as `cursor` of the next request; null = that was all. */
export const page = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

/** A file: bytes with a `Content-Disposition` name, not JSON. */
export const fileAnswer = z.instanceof(Uint8Array);

export type AreaRef = z.infer<typeof areaRef>;
