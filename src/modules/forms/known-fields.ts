import type { LocalText } from '#core/locale';
import { type Dataset, measureHints } from '#engines/mapping';
import type { Dictionary } from '#standards';
import type { KnownPlace } from './contract.ts';
import { fieldKey } from './field-key.ts';
import type { AskedForm } from './model.ts';

/** What is known already, by the name under which somebody might ask for it again. */
export interface KnownFields {
  /** The places where a field of this name is known. */
  places(name: string): readonly KnownPlace[];
  find(key: string): KnownPlace | undefined;
}

/** One letter or a bare word like `id` names too many things to be the same thing. */
const leastLetters = 2;
const leastLatin = 5;

/** Everything the registry and the measures hold. Pure; made once. */
export function knownInRegistry(
  dictionary: Dictionary,
  datasets: ReadonlyMap<string, Dataset>,
): readonly (readonly [KnownPlace, readonly string[]])[] {
  const measures = [...dictionary.measures.values()].map(({ id, words }) => {
    const place: KnownPlace = {
      key: `measure:${id}`,
      kind: 'measure',
      name: { ...words },
      where: { zh: `数据字典“${words.zh}”`, en: `measure “${words.en}”` },
    };
    return [place, [words.zh, words.en, ...(measureHints[id] ?? [])]] as const;
  });
  const fields = [...datasets.values()].flatMap((dataset) =>
    Object.entries(dataset.fields).map(([name, { words }]) => {
      const place: KnownPlace = {
        key: `registry:${dataset.id}.${name}`,
        kind: 'registry',
        name: { ...words },
        where: { zh: `登记库“${dataset.words.zh}·${words.zh}”`, en: `registry, ${dataset.words.en}: ${words.en}` },
      };
      return [place, [words.zh, words.en]] as const;
    }),
  );
  return [...measures, ...fields];
}

/** What forms in force ask themselves; what they pre-fill, and what returns bring, is known elsewhere. */
export function knownInForms(forms: readonly AskedForm[]): readonly (readonly [KnownPlace, readonly string[]])[] {
  return forms
    .filter(({ state, askedOf, origin }) => state === 'inForce' && askedOf === 'schools' && origin !== 'return')
    .flatMap((form) =>
      form.fields.flatMap(({ name, source }, at) => {
        if (source !== null) return [];
        const where: LocalText = { zh: `填报表“${form.title.zh}”`, en: `form “${form.title.en}”` };
        const place: KnownPlace = { key: `form:${form.id}#${at + 1}`, kind: 'form', name: { ...name }, where };
        return [[place, [name.zh, name.en]] as const];
      }),
    );
}

export function knownFields(named: readonly (readonly [KnownPlace, readonly string[]])[]): KnownFields {
  const byKey = new Map(named.map(([place]) => [place.key, place]));
  const byName = new Map<string, Map<string, KnownPlace>>();
  for (const [place, names] of named) {
    for (const name of names) {
      const key = fieldKey(name);
      if (key.length < (/^[\x20-\x7e]*$/.test(key) ? leastLatin : leastLetters)) continue;
      const places = byName.get(key) ?? new Map<string, KnownPlace>();
      byName.set(key, places.set(place.key, place));
    }
  }
  return {
    places: (name) => [...(byName.get(fieldKey(name))?.values() ?? [])],
    find: (key) => byKey.get(key),
  };
}
