import { z } from 'zod';
import { instrument, text } from './instrument.ts';

export const answerValue = z.union([
  z.boolean(),
  z.number(),
  z.string().max(8000),
  z.array(z.string().max(80)).max(80),
]);
export const day = z.iso.date();
export const areaCode = z.string().min(1).max(80);
export const side = z.enum(['self', 'external', 'inspection']);
export const state = z.enum(['open', 'submitted']);

export const sheetHead = z.object({
  area: z.string(),
  id: z.string(),
  instrument: z.string(),
  version: z.string(),
  unit: z.string(),
  side,
  about: z.string(),
  title: z.string(),
  state,
  dueOn: z.string().nullable(),
  openedBy: z.string(),
  openedAt: z.string(),
  submittedBy: z.string().nullable(),
  submittedAt: z.string().nullable(),
});

const standing = z.object({
  item: z.string(),
  revision: z.number(),
  value: answerValue.nullable(),
  note: z.string(),
  files: z.array(z.string()),
  by: z.string(),
  at: z.string(),
});

const outcome = z.enum(['taken', 'conflict', 'late', 'settled']);
export const storedChange = standing.extend({ id: z.string(), base: z.number(), outcome, writtenAt: z.string() });
const score = z.object({
  id: z.string(),
  words: text,
  value: z.number().nullable(),
  band: text.nullable(),
  counted: z.number(),
  asked: z.number(),
});
const progress = z.object({
  asked: z.number(),
  done: z.number(),
  missing: z.array(z.object({ item: z.string(), what: z.enum(['answer', 'evidence']) })),
});

/** A sheet with its instrument, the answers that stand, and changes that met others and wait for a choice. */
export const openedSheet = z.object({
  sheet: sheetHead,
  instrument,
  /** Who read it; what this device writes is written by them. */
  reader: z.string(),
  mayAnswer: z.boolean(),
  answers: z.array(standing),
  waiting: z.array(storedChange),
  progress,
  scores: z.array(score),
});

export const changeBody = z.object({
  id: z.string().regex(/^[0-9a-z-]{20,40}$/),
  item: z.string().min(1).max(80),
  base: z.number().int().min(0),
  follows: z.string().max(40).optional(),
  settles: z.string().max(40).optional(),
  value: answerValue.nullable(),
  note: z.string().max(2000).default(''),
  files: z.array(z.string().max(80)).max(20).default([]),
  writtenAt: z.iso.datetime(),
});

export const sheetParams = z.object({ area: areaCode, sheet: z.string().min(1).max(40) });

export type SheetHead = z.infer<typeof sheetHead>;
export type SheetView = z.infer<typeof openedSheet>;
export type StandingView = z.infer<typeof standing>;
export type WaitingChange = z.infer<typeof storedChange>;
export type ChangeBody = z.input<typeof changeBody>;
