import { parse } from 'yaml';
import { z } from 'zod';
import { frequency } from './contract.ts';
import { formsErrors } from './errors.ts';

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const minutes = z.number().nonnegative();
const asked = z.strictObject({ office: z.string(), area: z.string().regex(/^\d{6}$/) });
const confidence = z.enum(['verified', 'memory', 'secondary', 'own']);

const policy = z.strictObject({
  minutes: z.strictObject({
    confidence,
    typed: z.strictObject({
      yesNo: minutes,
      choice: minutes,
      level: minutes,
      choices: minutes,
      number: minutes,
      text: minutes,
      date: minutes,
      files: minutes,
    }),
    prefilled: minutes,
  }),
  instruments: asked,
  workbook: asked.extend({ frequency, basis: text }),
  returns: asked.extend({ frequency, basis: text, confidence }),
});

export type FormPolicy = z.infer<typeof policy>;

/** Reads `policies/forms.yaml`. @throws DomainError `forms.policyRefused` */
export function readFormPolicy(file: string): FormPolicy {
  let content: unknown;
  try {
    content = parse(file);
  } catch (error) {
    throw formsErrors.policyRefused({ place: error instanceof Error ? (error.message.split('\n')[0] ?? '') : '' });
  }
  const read = policy.safeParse(content);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw formsErrors.policyRefused({ place: `${issue?.path.join('.')}: ${issue?.message}` });
}
