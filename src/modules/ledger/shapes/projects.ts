import { z } from 'zod';
import { ledgerArea, ledgerLine, ledgerParams } from './lines.ts';

const text = z.object({ zh: z.string(), en: z.string() });
const plainDate = z.iso.date();
const fen = z.number().int().nonnegative();
/** A thousand million yuan: more than that is a mistyped figure. */
const amountFen = z.number().int().positive().max(100_000_000_000);

export const projectState = z.enum(['draft', 'submitted', 'approved', 'underway', 'reported', 'accepted', 'cancelled']);

export const fundGiven = z.object({
  source: z.string().trim().min(1).max(80),
  year: z.number().int().min(2000).max(2100),
  amountFen,
});
export const milestoneGiven = z.object({ title: z.string().trim().min(1).max(120), dueOn: plainDate });

/** What a project is: the lines it takes, the money it gets and the days it promises. Given anew while it is a draft. */
export const projectPlan = z.object({
  lines: z.array(z.string().min(1).max(300)).min(1).max(500).meta({ zh: '台账', en: 'Lines' }),
  funds: z.array(fundGiven).max(40).default([]).meta({ zh: '资金', en: 'Funds' }),
  milestones: z.array(milestoneGiven).max(40).default([]).meta({ zh: '节点', en: 'Milestones' }),
  finishOn: plainDate.meta({ zh: '完工日期', en: 'To be finished on', as: 'day' }),
  /** Why the funds are above the cost of the lines. */
  overReason: z
    .string()
    .trim()
    .max(400)
    .default('')
    .meta({ zh: '超出造价的理由', en: 'Why above the cost', as: 'text' }),
});

export const projectBody = projectPlan.extend({ title: z.string().trim().min(2).max(120) });
export const projectParams = ledgerParams.extend({ project: z.string().min(1).max(60) });

export const projectRow = z.object({
  id: z.string(),
  county: z.string(),
  countyName: z.string(),
  title: z.string(),
  state: projectState,
  costFen: fen,
  fundsFen: fen,
  contractsFen: fen,
  paidFen: fen,
  progressPercent: z.number().int(),
  finishOn: plainDate,
  /** Milestones that are past their day and not done. */
  late: z.number().int(),
  lines: z.number().int(),
  linesClosed: z.number().int(),
  /** Paid, over the lines that the figures have closed; null while none is. */
  fenPerClosed: fen.nullable(),
});

export const projectsQuery = z.object({
  state: projectState.optional(),
  q: z.string().max(80).optional(),
  late: z.stringbool().optional(),
});

export const projectTotals = z.object({
  projects: z.number().int(),
  fundsFen: fen,
  paidFen: fen,
  lines: z.number().int(),
  linesClosed: z.number().int(),
  fenPerClosed: fen.nullable(),
});

export const projectsPage = z.object({
  area: ledgerArea,
  today: plainDate,
  totals: projectTotals,
  rows: z.array(projectRow),
});

export const projectAnswer = z.object({
  area: ledgerArea,
  today: plainDate,
  project: projectRow,
  overReason: z.string(),
  lines: z.array(ledgerLine.extend({ costInProject: fen.nullable() })),
  funds: z.array(z.object({ source: z.string(), year: z.number().int(), amountFen: fen })),
  milestones: z.array(
    z.object({ seq: z.number().int(), title: z.string(), dueOn: plainDate, doneOn: plainDate.nullable() }),
  ),
  outlays: z.array(
    z.object({
      seq: z.number().int(),
      kind: z.enum(['contract', 'payment']),
      number: z.string(),
      party: z.string(),
      amountFen: fen,
      on: plainDate,
    }),
  ),
  seq: z.number().int(),
  dueOn: plainDate.nullable(),
  history: z.array(
    z.object({
      seq: z.number().int(),
      action: z.string(),
      title: text,
      by: z.string(),
      at: z.string(),
      comment: z.string(),
      files: z.array(z.object({ file: z.string(), name: z.string() })),
      fields: z.record(z.string(), z.unknown()),
    }),
  ),
  possible: z.array(
    z.object({
      action: z.string(),
      title: text,
      evidence: z.number().int(),
      reason: z.enum(['none', 'optional', 'required']),
      isAsked: z.boolean(),
      /** Why not, where it is only one thing that hinders: `fourEyes` and the like. */
      hindrance: z.string().nullable(),
    }),
  ),
});

export const openedProject = z.object({ id: z.string() });

export const planLinesBody = z.object({
  standard: z.string().min(1).max(80),
  year: z.number().int().optional(),
  steps: z
    .array(
      z.object({
        unit: z.string().min(1).max(80),
        stage: z.enum(['kindergarten', 'primary', 'junior', 'senior', 'special', 'all']),
        indicator: z.string().min(1).max(80),
        amount: z.number().positive(),
        costFen: fen,
      }),
    )
    .min(1)
    .max(2000),
});
export const plannedLines = z.object({ added: z.number().int(), changed: z.number().int(), kept: z.number().int() });

export type ProjectPlan = z.output<typeof projectPlan>;
export type ProjectBody = z.output<typeof projectBody>;
export type ProjectRow = z.infer<typeof projectRow>;
export type ProjectsPage = z.infer<typeof projectsPage>;
export type ProjectAnswer = z.infer<typeof projectAnswer>;
export type ProjectState = z.infer<typeof projectState>;
export type PlanLinesBody = z.output<typeof planLinesBody>;
