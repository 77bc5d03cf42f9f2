import type { KnownPlace } from '#contracts/forms';

export interface CheckedField {
  readonly name: string;
  readonly places: readonly KnownPlace[];
  /** The place it will be pre-filled from, where one was chosen. */
  readonly chosen: KnownPlace | null;
}

/** The fields of a text with one a line, without blank lines and repetitions. */
export function fieldNames(lines: string): readonly string[] {
  return [
    ...new Set(
      lines
        .split(/[\n\t]/)
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  ];
}

/** Each field with what is known of it. */
export function checkedFields(
  names: readonly string[],
  known: readonly { readonly name: string; readonly places: readonly KnownPlace[] }[],
  chosen: ReadonlyMap<string, string>,
): readonly CheckedField[] {
  const byName = new Map(known.map(({ name, places }) => [name, places]));
  return names.map((name) => {
    const places = byName.get(name) ?? [];
    return { name, places, chosen: places.find(({ key }) => key === chosen.get(name)) ?? null };
  });
}

/** Fields that would be asked although they are known. */
export function countClashes(fields: readonly CheckedField[]): number {
  return fields.filter(({ places, chosen }) => places.length > 0 && chosen === null).length;
}
