import type { Dataset } from '#engines/mapping';
import { areas } from './areas.ts';
import { classes } from './classes.ts';
import { legalPersons } from './legal-persons.ts';
import { staff } from './staff.ts';
import { units } from './units.ts';

/** What files may bring for the registry, in the order in which it must be written. */
export const registryDatasets: ReadonlyMap<string, Dataset> = new Map(
  [areas, legalPersons, units, classes, staff].map((dataset) => [dataset.id, dataset]),
);
