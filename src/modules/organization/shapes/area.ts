import { z } from 'zod';
import { areaRef } from './common.ts';

/** `pseudo`: a row that only groups (市辖区); `development-zone`: no code of its own in GB/T 2260; `local`: a foreign register's district. */
export const areaKind = z.enum(['division', 'development-zone', 'pseudo', 'local']);

export const area = areaRef.extend({
  kind: areaKind,
  parent: z.string().nullable(),
  nameEn: z.string().nullable(),
  /** Dates between which the code is in force; null = open. */
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
});

/** A row of the tree: enough to draw it and to know whether it opens further. */
export const areaRow = area.extend({
  hasChildren: z.boolean(),
  /** Schools, campuses and teaching points at or below; 0 = nothing imported yet. */
  units: z.number().int(),
});

export const areaChange = z.object({
  from: z.string(),
  to: z.string(),
  changedOn: z.string(),
  kind: z.enum(['renamed', 'recoded', 'merged', 'split', 'abolished', 'established']),
  note: z.string(),
});

export const areaDetail = areaRow.extend({
  /** The areas above, nation first. */
  path: z.array(areaRef),
  changes: z.array(areaChange),
  /** School years with facts at or below, newest first. */
  years: z.array(z.number().int()),
});

export const childrenQuery = z.object({
  /** `units` leaves out areas without any school. */
  only: z.enum(['units']).optional(),
});

export const searchQuery = z.object({
  /** Part of a name or former name, pinyin or its initials, a code or an identifier. */
  q: z.string().min(1).max(80),
  within: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const searchHit = z.object({
  kind: z.enum(['area', 'unit']),
  code: z.string(),
  name: z.string(),
  /** The former name or identifier that matched, where it was not the name. */
  matched: z.string().nullable(),
  path: z.array(areaRef),
});

export const resolveQuery = z.object({ code: z.string().min(1).max(80), on: z.iso.date().optional() });
export const resolveAnswer = z.object({
  code: z.string(),
  on: z.string(),
  /** The code or codes that stand for it on that date: two or more after a split, none after it was abolished. */
  current: z.array(areaRef),
  changes: z.array(areaChange),
});

export type Area = z.infer<typeof area>;
export type AreaRow = z.infer<typeof areaRow>;
export type AreaDetail = z.infer<typeof areaDetail>;
export type AreaChange = z.infer<typeof areaChange>;
export type SearchHit = z.infer<typeof searchHit>;
export type ResolveAnswer = z.infer<typeof resolveAnswer>;
