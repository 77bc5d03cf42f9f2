import { z } from 'zod';
import { areaCode, schoolYear, text } from './common.ts';

export const importParams = z.object({ area: areaCode, batch: z.string().min(1).max(80) });

/** The fields of the upload form beside its one `file`. */
export const importForm = z.object({
  /** Id of a shipped profile. */
  profile: z.string().min(1).max(80),
  /** Absent where the file itself says it. */
  year: schoolYear.optional(),
});

export const place = z.object({
  file: z.string(),
  sheet: z.string(),
  /** As the spreadsheet shows them; 0 and '' = the whole sheet or file. */
  row: z.number().int(),
  column: z.string(),
});

export const importFinding = z.object({
  code: z.string(),
  severity: z.enum(['refused', 'warning', 'note']),
  place,
  value: z.string(),
  message: text,
  remedy: text,
  /** The rule between forms that found it; null for all else. */
  rule: z.object({ id: z.string(), forms: z.array(z.string()) }).nullable(),
});

export const importChange = z.object({
  dataset: z.string(),
  label: text,
  inserted: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
});

export const importSheet = z.object({
  name: z.string(),
  hidden: z.boolean(),
  rowsRead: z.number().int(),
  rowsReady: z.number().int(),
  /** Why the sheet was not read; null where it was. */
  skipped: text.nullable(),
});

export const importRule = z.object({
  rule: z.string(),
  title: text,
  forms: z.array(z.string()),
  confidence: z.enum(['verified', 'memory', 'secondary', 'own']),
  state: z.enum(['judged', 'notJudged']),
  /** How many schools (or counties) were judged. */
  judged: z.number().int(),
  findings: z.number().int(),
  /** The parts of the rule by which nobody was judged, and why. */
  notJudged: z.array(z.object({ part: text, why: text })),
});

export const importPreview = z.object({
  batch: z.string(),
  profile: z.string(),
  fileName: z.string(),
  fileSha256: z.string(),
  schoolYears: z.array(z.number().int()),
  counties: z.array(z.string()),
  sheets: z.array(importSheet),
  rowsRead: z.number().int(),
  rowsReady: z.number().int(),
  refused: z.number().int(),
  warnings: z.number().int(),
  /** At most 1,000, worst first; the findings route pages through all. */
  findings: z.array(importFinding),
  changes: z.array(importChange),
  /** Every rule between forms. */
  rules: z.array(importRule),
  /** True where nothing keeps the batch from being committed whole. */
  committable: z.boolean(),
});

export const importBatch = z.object({
  batch: z.string(),
  area: z.string(),
  schoolYear: z.number().int().nullable(),
  profile: z.string(),
  fileName: z.string(),
  state: z.enum(['previewed', 'committed', 'undone']),
  sheets: z.array(z.string()),
  counties: z.array(z.string()),
  rowsRead: z.number().int(),
  rowsReady: z.number().int(),
  by: z.string(),
  createdAt: z.string(),
  committedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  undoReason: z.string().nullable(),
});

export const importsAnswer = z.object({ rows: z.array(importBatch) });

export const importFindingsQuery = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
export const importFindings = z.object({ total: z.number().int(), rows: z.array(importFinding) });

export const sheetParams = importParams.extend({ sheet: z.coerce.number().int().min(0).max(9999) });
/** `from` and `count` choose rows by their Excel numbers; `only`, a comma-separated list, names them one by one instead. */
export const sheetRowsQuery = z.object({
  from: z.coerce.number().int().min(1).default(1),
  count: z.coerce.number().int().min(1).max(500).default(100),
  only: z
    .string()
    .regex(/^\d{1,7}(,\d{1,7}){0,199}$/)
    .optional(),
});
export const sheetShape = z.object({
  index: z.number().int(),
  name: z.string(),
  hidden: z.boolean(),
  /** 0 for an empty sheet. */
  lastRow: z.number().int(),
  columns: z.number().int(),
});
export const importSheets = z.object({ rows: z.array(sheetShape) });
export const sheetRow = z.object({ number: z.number().int(), cells: z.array(z.string()) });
/** Rows that hold anything, by their Excel numbers. */
export const sheetRows = z.object({ rows: z.array(sheetRow) });

/** `partial`: take the good rows although others are refused. */
export const commitBody = z.object({ partial: z.boolean().default(false) });
export const undoBody = z.object({ reason: z.string().trim().min(1).max(500) });
export const importResult = z.object({
  batch: z.string(),
  state: z.enum(['committed', 'undone']),
  changes: z.array(importChange),
});

export const importProfile = z.object({ id: z.string(), version: z.string(), name: text });
export const importProfiles = z.object({ rows: z.array(importProfile) });

export const annotatedQuery = z.object({ language: z.enum(['zh', 'en']).default('zh') });
export const workbookQuery = z.object({ year: schoolYear });

export const exportTable = z.enum(['areas', 'units', 'facts', 'classes', 'staff', 'submissions']);
export const exportParams = z.object({ area: areaCode, table: exportTable });
export const exportQuery = z.object({
  format: z.enum(['xlsx', 'csv', 'json']),
  /** Needed for facts, classes, staff and submissions; absent = the newest year with facts. */
  year: schoolYear.optional(),
  language: z.enum(['zh', 'en']).default('zh'),
});

export type ImportPreview = z.infer<typeof importPreview>;
export type ImportFinding = z.infer<typeof importFinding>;
export type ImportBatch = z.infer<typeof importBatch>;
export type SheetShape = z.infer<typeof sheetShape>;
export type SheetRow = z.infer<typeof sheetRow>;
export type ImportResult = z.infer<typeof importResult>;
export type ImportProfile = z.infer<typeof importProfile>;
export type ExportTable = z.infer<typeof exportTable>;
