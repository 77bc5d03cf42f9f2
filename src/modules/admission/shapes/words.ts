import { z } from 'zod';

export const words = z.object({ zh: z.string(), en: z.string() });
export const areaCode = z.string().regex(/^\d{6}$/);
/** A word of the rules: a zone, a list, a category, a group of seats. */
export const code = z.string().regex(/^[\w-]{1,60}$/);
export const id = z.string().min(1).max(80);
export const stage = z.enum(['kindergarten', 'primary', 'junior', 'senior']);
export const instant = z.iso.datetime();

export const areaParams = z.object({ area: areaCode });
export const roundParams = z.object({ area: areaCode, round: id });
export const applicationParams = roundParams.extend({ application: id });
export const childParams = roundParams.extend({ child: id });
