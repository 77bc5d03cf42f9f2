/** Kinds of personal data, each with what may be seen of it without a reason. */
export const masks = {
  name: (text: string) => keep(text, 1, 0),
  identityNumber: (text: string) => keep(text, 3, 2),
  phone: (text: string) => keep(text, 3, 4),
  email: (text: string) => {
    const at = text.lastIndexOf('@');
    return at < 1 ? keep(text, 1, 0) : `${keep(text.slice(0, at), 1, 0)}${text.slice(at)}`;
  },
  address: (text: string) => keep(text, 6, 0),
  birthDate: (text: string) => keep(text, 4, 0),
  bankAccount: (text: string) => keep(text, 0, 4),
  secret: () => '****',
} as const satisfies Readonly<Record<string, (text: string) => string>>;

export type PersonalKind = keyof typeof masks;

/** Shows the ends only, and never more than half; how long the middle was is not told. */
function keep(text: string, first: number, last: number): string {
  const characters = [...text];
  const shown = Math.min(first + last, Math.floor(characters.length / 2));
  const head = Math.min(first, shown);
  const tail = Math.min(last, shown - head);
  return `${characters.slice(0, head).join('')}***${tail === 0 ? '' : characters.slice(-tail).join('')}`;
}

const sameForms: Partial<Record<PersonalKind, (text: string) => string>> = {
  phone: (text) => text.replaceAll(/[\s-]/g, '').replace(/^(\+?86)(?=1\d{10}$)/, ''),
  email: (text) => text.trim().toLowerCase(),
  identityNumber: (text) => text.trim().toUpperCase(),
};

/** What two spellings of the same value have in common, for the search by equality. */
export function sameForm(kind: PersonalKind, text: string): string {
  return (sameForms[kind] ?? ((plain: string) => plain.trim()))(text.normalize('NFKC'));
}
