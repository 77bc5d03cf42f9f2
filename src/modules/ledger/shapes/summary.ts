import { z } from 'zod';
import { familyRef, ledgerArea, ledgerCounts, ledgerParams } from './lines.ts';
import { projectTotals } from './projects.ts';

const text = z.object({ zh: z.string(), en: z.string() });
const plainDate = z.iso.date();
const fen = z.number().int().nonnegative();

export const light = z.enum(['red', 'yellow', 'green']);
/** The light of an area with the rule that gave it and the figure that the rule looked at. */
export const lit = z.object({ light, rule: text, figure: z.string().nullable(), value: z.number().nullable() });

export const familyCounts = familyRef.extend({
  open: z.number().int(),
  closed: z.number().int(),
  overdue: z.number().int(),
});

/** How the ledger stood at the end of a term, and what moved in it. */
export const termCounts = z.object({
  /** `2026-autumn`: from 1 September; `2027-spring`: from 1 February. */
  term: z.string(),
  opened: z.number().int(),
  closed: z.number().int(),
  reopened: z.number().int(),
  openAtEnd: z.number().int(),
});

export const summaryRow = z.object({
  area: ledgerArea,
  counts: ledgerCounts,
  lit,
  projectsLate: z.number().int(),
  families: z.array(familyCounts),
  /** Null where the ledger of the area was never measured. */
  schoolYear: z.number().int().nullable(),
  /** Judged items that are met, over all judged. */
  metShare: z.number().nullable(),
  /** By whom the area is tracked as weak: `national`, `provincial`. */
  tracked: z.array(z.object({ level: z.enum(['national', 'provincial']), since: plainDate, basis: z.string() })),
  terms: z.array(termCounts),
});

export const ledgerSummary = z.object({
  area: ledgerArea,
  today: plainDate,
  whole: summaryRow,
  rows: z.array(summaryRow),
  rules: z.array(z.object({ light, rule: text })),
  rulesSource: text,
});

export const trackedParams = ledgerParams.extend({ county: z.string().min(1).max(80) });
export const trackBody = z.object({
  level: z.enum(['national', 'provincial']),
  tracked: z.boolean(),
  basis: z.string().trim().max(200).default(''),
});
export const trackAnswer = z.object({ county: z.string(), tracked: z.boolean() });

export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const reviewQuery = z.object({ month: month.optional() });
export const reviewFileQuery = reviewQuery.extend({
  language: z.enum(['zh', 'en']).default('zh'),
  format: z.enum(['docx', 'pdf']).default('docx'),
});

const reviewLine = z.object({
  county: z.string(),
  countyName: z.string(),
  id: z.string(),
  name: z.string(),
  title: text,
  owner: text,
  dueOn: plainDate,
  bottomLine: z.boolean(),
  costFen: fen.nullable(),
  project: z.string().nullable(),
});

/** What a monthly review meeting looks at: what moved, what slipped, who owes. */
export const monthlyReview = z.object({
  area: ledgerArea,
  month,
  /** Months of which something is known, newest first. */
  months: z.array(month),
  today: plainDate,
  lit,
  moved: z.object({
    opened: z.number().int(),
    closed: z.number().int(),
    reopened: z.number().int(),
    accepted: z.number().int(),
    paidFen: fen,
  }),
  areas: z.array(
    z.object({
      area: ledgerArea,
      lit,
      open: z.number().int(),
      overdue: z.number().int(),
      opened: z.number().int(),
      closed: z.number().int(),
      reopened: z.number().int(),
    }),
  ),
  /** Open lines past their day, the bottom line first; at most 200. */
  slipped: z.array(reviewLine),
  slippedTotal: z.number().int(),
  /** Milestones and projects past their day. */
  late: z.array(
    z.object({
      county: z.string(),
      countyName: z.string(),
      project: z.string(),
      title: z.string(),
      what: z.string().nullable(),
      dueOn: plainDate,
    }),
  ),
  /** Who answers for open lines, those with most overdue first. */
  owes: z.array(z.object({ owner: text, open: z.number().int(), overdue: z.number().int(), costFen: fen })),
  projects: projectTotals,
});

/** The three schools every town is to have: a central kindergarten, a central primary school, a public boarding school. */
export const threeSchools = z.object({
  area: ledgerArea,
  rows: z.array(
    z.object({
      township: z.string(),
      name: z.string(),
      kinds: z.array(
        z.object({
          kind: z.enum(['kindergarten', 'primary', 'boarding']),
          schools: z.array(
            z.object({
              unit: z.string(),
              name: z.string(),
              open: z.number().int(),
              bottomLineOpen: z.number().int(),
              closed: z.number().int(),
            }),
          ),
        }),
      ),
    }),
  ),
});

export type Lit = z.infer<typeof lit>;
export type LedgerSummary = z.infer<typeof ledgerSummary>;
export type SummaryRow = z.infer<typeof summaryRow>;
export type MonthlyReview = z.infer<typeof monthlyReview>;
export type ThreeSchools = z.infer<typeof threeSchools>;
export type TrackBody = z.output<typeof trackBody>;
