import type { KindDeclaration } from '#engines/cases';
import type { FormField, ShownField } from './contract.ts';
import { formFields } from './form-fields.ts';

/** Values as people read them: each under the name its declaration gives it, in the order of the declarations. */
export function shownFields(
  { open, actions }: KindDeclaration,
  values: Readonly<Record<string, unknown>>,
): readonly ShownField[] {
  const known = new Map<string, FormField>();
  for (const { fields } of [open, ...Object.values(actions)]) {
    for (const field of formFields(fields)) if (!known.has(field.name)) known.set(field.name, field);
  }
  return [...known.values()]
    .filter(({ name }) => values[name] !== undefined && values[name] !== null && values[name] !== '')
    .map(({ name, title, as, options }) => ({
      title,
      as,
      value: values[name],
      shown: options.find(({ value }) => value === String(values[name]))?.title ?? null,
    }));
}
