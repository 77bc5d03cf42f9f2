import type { Session } from '#core/db';
import type { Mapped } from '#engines/mapping';
import type { ExchangeParts } from './parts.ts';

const nation = '000000';

/** Every area a file speaks of, refused rows too; an area that the file makes stands for the one it hangs under. */
export async function touchedAreas(
  session: Session,
  { registry }: ExchangeParts,
  { counties, elsewhere, records }: Mapped,
): Promise<readonly string[]> {
  const given = records.filter(({ dataset }) => dataset === 'areas').map(({ values }) => values);
  const known =
    given.length === 0 ? new Set<string>() : new Set((await registry.areas(session)).map(({ code }) => code));
  const parents = new Map(given.map(({ code, parentCode }) => [String(code), String(parentCode ?? nation)]));
  const standing = (code: string): string => {
    let at = code;
    // A ring of new areas hangs under nothing that anybody holds.
    for (let steps = parents.size; !known.has(at) && parents.has(at); steps -= 1) {
      if (steps === 0) return nation;
      at = parents.get(at) ?? nation;
    }
    return at;
  };
  const named = [...counties, ...elsewhere, ...parents.keys(), ...parents.values()];
  return [...new Set(named.map(standing))].toSorted();
}
