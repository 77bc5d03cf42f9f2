import type { LocalText } from '#core/locale';
import type { FormField } from './contract.ts';

interface FieldSchema {
  readonly zh?: string;
  readonly en?: string;
  readonly hint?: LocalText;
  readonly as?: string;
  readonly options?: Readonly<Record<string, LocalText>>;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: FieldSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** From this length a text is asked for in several lines. */
const longTextFrom = 200;

/** The fields of an action as a form asks for them, from the JSON Schema of its declaration. */
export function formFields(schema: Readonly<Record<string, unknown>>): readonly FormField[] {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, FieldSchema>>;
  const required = new Set((schema.required ?? []) as readonly string[]);
  return Object.entries(properties).map(([name, field]) => ({
    name,
    title: { zh: field.zh ?? name, en: field.en ?? name },
    hint: field.hint ?? null,
    as: kindOf(field),
    required: required.has(name),
    options: optionsOf(field),
    min: boundOf(field.minimum),
    max: boundOf(field.maximum),
  }));
}

function kindOf(field: FieldSchema): FormField['as'] {
  if (field.enum !== undefined) return 'choice';
  switch (field.type) {
    case 'boolean':
      return 'yesNo';
    case 'integer':
      return field.as === 'money' ? 'money' : 'whole';
    case 'number':
      return 'number';
    case 'array':
      return field.items?.type === 'string' ? 'texts' : 'own';
    case 'object':
      return 'own';
    default:
      if (field.format === 'date') return 'day';
      return field.as === 'text' || (field.maxLength ?? 0) >= longTextFrom ? 'longText' : 'text';
  }
}

function optionsOf(field: FieldSchema): FormField['options'] {
  return (field.enum ?? []).map((value) => {
    const text = String(value);
    return { value: text, title: field.options?.[text] ?? { zh: text, en: text } };
  });
}

/** JSON Schema writes the largest whole number where a declaration has no bound. */
function boundOf(bound: number | undefined): number | null {
  return bound === undefined || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? null : bound;
}
