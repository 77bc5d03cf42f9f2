import type { CaseDetail, FormField, PossibleAction } from '#contracts/casework';

/** What a person has typed, by field. */
export type Typed = Readonly<Record<string, string>>;

export type ReadForm =
  | { readonly ok: true; readonly values: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly field: FormField };

/** The values of a form as the server takes them; an empty field is left out. */
export function readForm(fields: readonly FormField[], typed: Typed): ReadForm {
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.as === 'own') continue;
    const text = (typed[field.name] ?? '').trim();
    if (text === '') continue;
    const value = readValue(field, text);
    if (value === undefined) return { ok: false, field };
    values[field.name] = value;
  }
  return { ok: true, values };
}

function readValue({ as }: FormField, text: string): unknown {
  switch (as) {
    case 'money':
      return numberIn(text, (yuan) => Math.round(yuan * 100));
    case 'number':
      return numberIn(text, (number) => number);
    case 'whole':
      return numberIn(text, (number) => (Number.isInteger(number) ? number : undefined));
    case 'yesNo':
      return text === 'yes';
    case 'texts':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    default:
      return text;
  }
}

function numberIn(text: string, convert: (number: number) => number | undefined): number | undefined {
  const number = Number(text.replaceAll(/[,，\s]/g, ''));
  return Number.isFinite(number) ? convert(number) : undefined;
}

/** Stored values as they stand in the fields of a form. */
export function typedFrom(fields: readonly FormField[], values: Readonly<Record<string, unknown>>): Typed {
  return Object.fromEntries(
    fields.flatMap(({ name, as }) => {
      const value = values[name];
      return value === undefined || value === null ? [] : [[name, textOf(as, value)]];
    }),
  );
}

function textOf(as: FormField['as'], value: unknown): string {
  if (as === 'money' && typeof value === 'number') return String(value / 100);
  if (as === 'yesNo') return value === true ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(String).join('\n');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The action that stands open first: what is asked, before what is merely possible. */
export function firstAction(detail: CaseDetail): PossibleAction | undefined {
  const free = detail.possible.filter(({ hindrance }) => hindrance === null);
  return free.find(({ isAsked }) => isAsked) ?? free[0] ?? detail.possible[0];
}

/** Whether the general form can ask for everything the action needs. */
export function hasGeneralForm({ fields }: PossibleAction): boolean {
  return !fields.some(({ as, required }) => as === 'own' && required);
}

/** What the case waits for this person to do. */
export function askedOf(detail: CaseDetail): readonly PossibleAction[] {
  return detail.possible.filter(({ isAsked, hindrance }) => isAsked && hindrance === null);
}
