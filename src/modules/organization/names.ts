import type { Session } from '#core/db';

export interface WantedNames {
  readonly areas: readonly string[];
  readonly units: readonly { readonly county: string; readonly id: string }[];
}

export interface FoundNames {
  readonly areas: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
}

/** The names of areas and schools, for lists of things that lie there. */
export async function findNames(session: Session, { areas, units }: WantedNames): Promise<FoundNames> {
  const named = await session.query<{ code: string; name: string }>(
    'SELECT code, name FROM area WHERE code = ANY ($1::text[])',
    [[...new Set(areas)]],
  );
  const schools =
    units.length === 0
      ? []
      : await session.query<{ county_code: string; id: string; name: string }>(
          'SELECT county_code, id, name FROM unit WHERE county_code = ANY ($1::text[]) AND id = ANY ($2::text[])',
          [[...new Set(units.map(({ county }) => county))], [...new Set(units.map(({ id }) => id))]],
        );
  return {
    areas: new Map(named.map(({ code, name }) => [code, name])),
    units: new Map(schools.map(({ county_code, id, name }) => [`${county_code} ${id}`, name])),
  };
}
