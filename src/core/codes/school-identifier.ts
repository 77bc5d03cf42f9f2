export type IdentifierKind =
  | 'kindergarten'
  | 'primary'
  | 'junior'
  | 'senior'
  | 'vocational'
  | 'adult'
  | 'correction'
  | 'higher'
  | 'special'
  | 'research'
  | 'training';

/** The first two digits of a school identifier; kept for life, also when the school is renamed. */
const kinds: ReadonlyMap<string, IdentifierKind> = new Map([
  ['11', 'kindergarten'],
  ['21', 'primary'],
  ['22', 'adult'],
  ['31', 'junior'],
  ['32', 'vocational'],
  ['33', 'adult'],
  ['34', 'senior'],
  ['35', 'adult'],
  ['36', 'vocational'],
  ['37', 'correction'],
  ['41', 'higher'],
  ['42', 'adult'],
  ['51', 'special'],
  ['91', 'research'],
  ['92', 'higher'],
  ['93', 'training'],
]);

/** School categories of the registry that an identifier of each kind may stand for. */
const categories: Readonly<Partial<Record<IdentifierKind, readonly string[]>>> = {
  kindergarten: ['kindergarten'],
  primary: ['primary'],
  junior: ['junior', 'nine-year'],
  senior: ['senior', 'complete-secondary', 'twelve-year'],
  vocational: ['vocational', 'junior'],
  correction: ['special'],
  special: ['special'],
};

export interface SchoolIdentifier {
  readonly identifier: string;
  readonly kind: IdentifierKind;
  /** First two digits of the province's area code. */
  readonly province: string;
}

/**
 * Reads a ten-digit school identifier: two digits of category, two of province, six of sequence. It has no check digit.
 *
 * @returns `undefined` where it is not ten digits or its category or province does not exist.
 * @example parseSchoolIdentifier('2134000123')?.kind // 'primary'
 */
export function parseSchoolIdentifier(text: string): SchoolIdentifier | undefined {
  const kind = kinds.get(text.slice(0, 2));
  const province = text.slice(2, 4);
  return /^\d{10}$/.test(text) && kind !== undefined && province >= '11' && province <= '82'
    ? { identifier: text, kind, province }
    : undefined;
}

/** Whether a school of this category can carry this identifier; a wrong pair is a sign of a mistyped row. */
export function identifierFits(identifier: SchoolIdentifier, category: string): boolean {
  return categories[identifier.kind]?.includes(category) ?? false;
}
