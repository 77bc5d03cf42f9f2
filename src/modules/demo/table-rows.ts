import type { DemoCounty, DemoOptions } from './model.ts';
import type { TableRows } from './provenance.ts';
import { registryRows } from './registry-rows.ts';
import { yearRows } from './year-rows.ts';

/** One county as rows for COPY, table by table, in an order that keeps every reference. */
export function* tablesOf(county: DemoCounty, options: DemoOptions, at: Date): Generator<TableRows> {
  yield* registryRows(county, options, at);
  const columnOf = new Map<string, number>();
  for (const year of county.years) yield* yearRows(county, year, options, at, columnOf);
}
