import { z } from 'zod';

const text = z.object({ zh: z.string(), en: z.string() });
const stageOrAll = z.enum(['kindergarten', 'primary', 'junior', 'senior', 'special', 'all']);
const areaCode = z.string().min(1).max(80);
const fen = z.number().int().nonnegative();
const plainDate = z.iso.date();

/** Only a measurement moves a line between these. `lapsed`: the item or the school is gone. */
export const lineState = z.enum(['open', 'closed', 'lapsed']);
/** Where the work on an open line stands; it never closes the line. */
export const lineProgress = z.enum(['unplanned', 'planned', 'underway', 'accepted']);
export const familyRef = z.object({ id: z.string(), name: text });

export const ledgerParams = z.object({ area: areaCode });
export const ledgerLineParams = ledgerParams.extend({ line: z.string().min(1).max(300) });

export const ledgerFilter = z.object({
  /** Part of a school's name or identifier, or of an item's name. */
  q: z.string().max(80).optional(),
  state: lineState.optional(),
  progress: lineProgress.optional(),
  family: z.string().max(40).optional(),
  stage: stageOrAll.optional(),
  standard: z.string().max(80).optional(),
  unit: z.string().max(80).optional(),
  project: z.string().max(80).optional(),
  overdue: z.stringbool().optional(),
  bottomLine: z.stringbool().optional(),
  sort: z.enum(['due', 'cost', 'school', 'opened']).default('due'),
});
export const ledgerQuery = ledgerFilter.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(2000).default(200),
});

export const ledgerLine = z.object({
  id: z.string(),
  county: z.string(),
  countyName: z.string(),
  unit: z.string(),
  name: z.string(),
  township: z.string().nullable(),
  stage: stageOrAll,
  standard: z.string(),
  indicator: z.string(),
  title: text,
  family: familyRef,
  bottomLine: z.boolean(),
  /** `plan`: taken from the cheapest way to pass; closes when the planned amount is reported. */
  origin: z.enum(['evaluation', 'plan']),
  state: lineState,
  progress: lineProgress.nullable(),
  /** Of the last measurement. */
  schoolYear: z.number().int(),
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  decimals: z.number().int(),
  unitOfValue: text,
  comparison: z.enum(['atLeast', 'atMost', 'above', 'below']),
  shortfall: z.number(),
  resource: text,
  act: text,
  /** Null where the price table names no price and nobody gave one. */
  costFen: fen.nullable(),
  ownCost: z.boolean(),
  owner: text,
  dueOn: plainDate,
  overdue: z.boolean(),
  openedAt: z.string(),
  openedYear: z.number().int(),
  closedAt: z.string().nullable(),
  /** How often the number fell back after the line was closed. */
  reopened: z.number().int(),
  project: z.object({ id: z.string(), title: z.string(), state: z.string() }).nullable(),
});

export const ledgerCounts = z.object({
  lines: z.number().int(),
  open: z.number().int(),
  closed: z.number().int(),
  lapsed: z.number().int(),
  unplanned: z.number().int(),
  overdue: z.number().int(),
  bottomLineOpen: z.number().int(),
  bottomLineOverdue: z.number().int(),
  reopened: z.number().int(),
  /** What closing the open lines would cost, as far as prices are known, and how many lines have none. */
  openCostFen: fen,
  withoutCost: z.number().int(),
});

export const ledgerArea = z.object({ code: z.string(), name: z.string(), level: z.string() });

/** From which figures a county's ledger was measured; `stale` is said where the figures have changed since. */
export const ledgerMeasurement = z.object({
  county: z.string(),
  standard: z.string(),
  standardName: text,
  schoolYear: z.number().int(),
  judged: z.number().int(),
  met: z.number().int(),
  at: z.string(),
});

export const ledgerPage = z.object({
  area: ledgerArea,
  today: plainDate,
  families: z.array(familyRef),
  measurements: z.array(ledgerMeasurement),
  counts: ledgerCounts,
  total: z.number().int(),
  rows: z.array(ledgerLine),
  nextCursor: z.string().nullable(),
});

/** One thing that happened to a line. */
export const ledgerEvent = z.object({
  seq: z.number().int(),
  kind: z.string(),
  at: z.string(),
  by: z.string(),
  schoolYear: z.number().int().nullable(),
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  shortfall: z.number().nullable(),
  details: z.record(z.string(), z.unknown()),
});

export const ledgerLineAnswer = z.object({
  area: ledgerArea,
  today: plainDate,
  line: ledgerLine,
  clause: z.string(),
  document: text,
  confidence: z.string(),
  /** Where the price comes from, and how sure it is. */
  price: z.object({ costFen: fen, resource: text, source: text, confidence: z.string() }).nullable(),
  events: z.array(ledgerEvent),
});

export const assignBody = z.object({
  owner: z.string().trim().max(80).nullable().optional(),
  dueOn: plainDate.optional(),
  act: z.string().trim().max(400).nullable().optional(),
  costFen: fen.max(1_000_000_000_000).nullable().optional(),
  /** Needed where the due day or the cost is changed. */
  reason: z.string().trim().max(400).default(''),
});

export const movedLines = z.object({
  counties: z.number().int(),
  opened: z.number().int(),
  measured: z.number().int(),
  closed: z.number().int(),
  reopened: z.number().int(),
  lapsed: z.number().int(),
  notReported: z.number().int(),
});

export type LedgerLine = z.infer<typeof ledgerLine>;
export type LedgerPage = z.infer<typeof ledgerPage>;
export type LedgerCounts = z.infer<typeof ledgerCounts>;
export type LedgerEvent = z.infer<typeof ledgerEvent>;
export type LedgerLineAnswer = z.infer<typeof ledgerLineAnswer>;
export type LedgerFilter = z.output<typeof ledgerFilter>;
export type AssignBody = z.output<typeof assignBody>;
