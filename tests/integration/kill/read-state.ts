import type { Application } from '#app';
import { baseOf, county, schoolYear } from './schools.ts';

/** What a database holds after it was opened again. */
export interface HeldState {
  /** The numbers of the imports that stand, oldest first. */
  readonly standing: readonly number[];
  /** The numbers of all facts, by school and measure. */
  readonly values: readonly number[];
  readonly snapshots: readonly string[];
}

export async function readState({ database, exchange }: Application): Promise<HeldState> {
  const committed = (await exchange.listImports(county)).filter(({ state }) => state === 'committed');
  const facts = await database.query<{ value: number }>(
    'SELECT value FROM fact WHERE county_code = $1 AND school_year = $2 ORDER BY unit_id, measure',
    [county, schoolYear],
  );
  const snapshots = await database.query<{ id: string }>('SELECT id FROM balance_snapshot WHERE area_code = $1', [
    county,
  ]);
  return {
    standing: committed.map(({ fileName }) => baseOf(fileName)).sort((a, b) => a - b),
    values: facts.map(({ value }) => value),
    snapshots: snapshots.map(({ id }) => id),
  };
}
