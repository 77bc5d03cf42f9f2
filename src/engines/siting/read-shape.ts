import type { z } from 'zod';
import { errors } from './errors.ts';

/**
 * A file's text as the shape asked for.
 *
 * @throws DomainError `siting.notJson`, `siting.misshapen` with the place
 */
export function readShape<Shape extends z.ZodType>(shape: Shape, text: string, file: string): z.infer<Shape> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw errors.notJson({ file }, cause);
  }
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue?.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('') ?? '';
  throw errors.misshapen({ place: place === '' ? file : place.replace(/^\./, ''), mistake: issue?.message ?? '' });
}
