import { z } from 'zod';

export const words = z.object({ zh: z.string(), en: z.string() });
export const plainDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A case by its county and id: `341181-01kb…`. */
export const caseName = z.string().regex(/^\d{6}-[0-9a-z]{26}$/);
export const kindName = z.string().regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/);
export const actionName = z.string().regex(/^[a-z][A-Za-z]*$/);
export const fileReference = z.object({ file: z.string().min(1).max(100), name: z.string().min(1).max(300) });
/** Values by field name, as the action declares them. */
export const fieldValues = z.record(z.string().max(100), z.unknown());
export const reason = z.string().max(4000);
export const requestKey = z.string().min(8).max(80);
