import type { Organization } from '#modules/organization';

/** The schools of an area that run one of the stages, by their ids. */
export async function findUnits(
  organization: Organization,
  area: string,
  stages: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await organization.units(area, { limit: 1000, sort: 'id', cursor });
    found.push(
      ...page.rows.flatMap((unit) =>
        unit.closedOn === null && unit.kind === 'school' && unit.stages.some((stage) => stages.includes(stage))
          ? [unit.id]
          : [],
      ),
    );
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}
