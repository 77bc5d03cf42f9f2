import type { Application, ApplicationBody } from '#contracts/admission';

export type WrittenChild = ApplicationBody['children'][number];
export type Written = Omit<ApplicationBody, 'requestKey' | 'seen'>;

export const emptyChild: WrittenChild = { id: null, name: '', identity: '', birthDate: '', category: '', choices: [] };

export const emptyForm: Written = {
  guardianName: '',
  guardianIdentity: '',
  phone: '',
  address: '',
  together: false,
  consent: false,
  children: [emptyChild],
};

/** A saved draft, to be written on. */
export function formOf(application: Application): Written {
  return {
    guardianName: application.guardianName,
    guardianIdentity: application.guardianIdentity,
    phone: application.phone,
    address: application.address,
    together: application.together,
    consent: false,
    children: application.children.map(({ id, name, identity, birthDate, category, choices }) => ({
      id,
      name,
      identity,
      birthDate,
      category: category ?? '',
      choices: choices.map(({ unit }) => unit),
    })),
  };
}

/** The list with another school at a place; an empty one is taken out, one chosen before moves here. */
export function withChoice(choices: readonly string[], at: number, school: string): string[] {
  const rest = choices.map((one, k) => (k === at ? school : one === school ? '' : one));
  const filled = at >= choices.length ? [...rest, school] : rest;
  return filled.filter((one) => one !== '');
}

/** The birthday that a whole identity number holds; empty until then. */
export function birthDateOf(identity: string): string {
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(identity.trim());
  return match === null ? '' : `${match[1]}-${match[2]}-${match[3]}`;
}

/** Children who ask together share the first one's list. */
export function sameChoices(form: Written): Written {
  if (!form.together) return form;
  const choices = form.children[0]?.choices ?? [];
  return { ...form, children: form.children.map((child) => ({ ...child, choices })) };
}
