import type { TableRows, Writing } from './provenance.ts';
import { registryRows } from './registry-rows.ts';
import { seatsRows } from './seats-rows.ts';
import { yearRows } from './year-rows.ts';

/** One county as rows for COPY, table by table, in an order that keeps every reference. */
export function* tablesOf(writing: Writing): Generator<TableRows> {
  yield* registryRows(writing);
  for (const year of writing.county.years) yield* yearRows(writing, year);
  if (writing.options.detail === 'rows') yield* seatsRows(writing);
}
