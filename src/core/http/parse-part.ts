import type { z } from 'zod';
import { errors } from './errors.ts';

/**
 * Parses one part of a request by its declared schema.
 *
 * @throws DomainError `core.requestRefused` naming the first wrong field; values are never quoted.
 */
export function parsePart(
  part: 'params' | 'query' | 'body' | 'form',
  schema: z.ZodType | undefined,
  given: unknown,
): unknown {
  if (schema === undefined) {
    return undefined;
  }
  const read = schema.safeParse(given);
  if (read.success) {
    return read.data;
  }
  const issue = read.error.issues[0];
  throw errors.requestRefused({
    field: [part, ...(issue?.path ?? [])].join('.'),
    rule: issue?.code ?? 'invalid',
  });
}
