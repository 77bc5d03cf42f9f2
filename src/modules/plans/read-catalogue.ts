import { parse } from 'yaml';
import { z } from 'zod';
import { type Clause, clause, type Department, department, type PolicyText, policyText } from './contract.ts';
import { planErrors } from './errors.ts';

/** What the policy asks for, and who may be asked to do it. */
export interface ClauseCatalogue {
  readonly texts: readonly PolicyText[];
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly departments: ReadonlyMap<string, Department>;
}

const clausesFile = z.strictObject({ texts: z.array(policyText), clauses: z.array(clause) });
const departmentsFile = z.strictObject({ departments: z.array(department) });

/** Reads `policies/clauses.yaml` and `policies/departments.yaml`. @throws DomainError `plans.catalogueRefused` */
export function readClauseCatalogue(clauses: string, departments: string): ClauseCatalogue {
  const read = readAs('clauses.yaml', clausesFile, clauses);
  const named = readAs('departments.yaml', departmentsFile, departments);
  return {
    texts: read.texts,
    clauses: byId('clauses.yaml', read.clauses),
    departments: byId('departments.yaml', named.departments),
  };
}

function readAs<Shape extends z.ZodType>(file: string, shape: Shape, text: string): z.output<Shape> {
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw planErrors.catalogueRefused({
      file,
      place: error instanceof Error ? (error.message.split('\n')[0] ?? '') : '',
    });
  }
  const read = shape.safeParse(content);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw planErrors.catalogueRefused({ file, place: `${issue?.path.join('.')}: ${issue?.message}` });
}

function byId<Entry extends { readonly id: string }>(
  file: string,
  entries: readonly Entry[],
): ReadonlyMap<string, Entry> {
  const map = new Map(entries.map((entry) => [entry.id, entry]));
  if (map.size !== entries.length) {
    const twice = entries.find(({ id }, index) => entries.findIndex((one) => one.id === id) !== index);
    throw planErrors.catalogueRefused({ file, place: `${twice?.id} ×2` });
  }
  return map;
}
