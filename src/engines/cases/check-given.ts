import type { z } from 'zod';
import type { LocalText } from '#core/locale';
import type { FieldsSchema } from './declaration.ts';
import { casesErrors } from './errors.ts';
import type { CaseFile } from './model.ts';

/** What an action asks for beside the right to do it. */
export interface Demands {
  readonly title: LocalText;
  readonly fields: FieldsSchema;
  readonly evidence: number;
  readonly reason: 'none' | 'optional' | 'required';
}

export interface Given {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: readonly CaseFile[];
  readonly comment: string;
}

/** Reads what was given for an action. @throws DomainError `cases.fieldRefused`, `cases.evidenceMissing`, `cases.reasonMissing` */
export function checkGiven(demands: Demands, schema: z.ZodType, given: Given): Given {
  const read = schema.safeParse(given.fields);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw casesErrors.fieldRefused({ field: fieldTitle(demands.fields, issue?.path[0]), rule: issue?.message ?? '' });
  }
  if (given.files.length < demands.evidence) {
    throw casesErrors.evidenceMissing({ action: demands.title, count: demands.evidence });
  }
  const comment = given.comment.trim();
  if (demands.reason === 'required' && comment === '') throw casesErrors.reasonMissing({ action: demands.title });
  return { fields: read.data as Readonly<Record<string, unknown>>, files: given.files, comment };
}

/** A field's name as its declaration gives it, in both languages. */
export function fieldTitle(fields: FieldsSchema, name: PropertyKey | undefined): LocalText {
  const key = name === undefined ? '?' : String(name);
  const field = (fields.properties as Readonly<Record<string, Partial<LocalText>>> | undefined)?.[key];
  return { zh: field?.zh ?? key, en: field?.en ?? key };
}
