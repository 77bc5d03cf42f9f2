import { z } from 'zod';
import { evaluationQuery, stageOrAll } from './common.ts';

export const reportFormat = z.enum(['docx', 'pdf', 'xlsx']);
export const reportQuery = evaluationQuery.extend({
  format: reportFormat,
  language: z.enum(['zh', 'en']).default('zh'),
});

export const evidenceQuery = evaluationQuery.extend({ indicator: z.string().min(1).max(80), stage: stageOrAll });

export const exportTable = z.enum(['coefficients', 'schools', 'gaps', 'indicators', 'comparison', 'findings']);
export const exportFormat = z.enum(['xlsx', 'csv', 'json']);
export const exportQuery = evaluationQuery.extend({
  table: exportTable,
  format: exportFormat,
  language: z.enum(['zh', 'en']).default('zh'),
});

export type ReportFormat = z.infer<typeof reportFormat>;
export type ExportTable = z.infer<typeof exportTable>;
export type ExportFormat = z.infer<typeof exportFormat>;
