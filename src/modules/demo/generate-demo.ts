import { listPlaces } from './areas.ts';
import { generateCounty } from './generate-county.ts';
import type { DemoArea, DemoCounty, DemoOptions } from './model.ts';

/** Either a province or city, or a whole county; parents come before children. */
export type DemoPart = { readonly area: DemoArea } | DemoCounty;

/**
 * Makes an invented authority, county by county; every name in it is marked 虚构.
 *
 * @remarks
 * A stream: memory is that of one county whatever the size. The same seed gives the same numbers in every size, for any selection of
 * years and at every level of detail; every county depends only on the seed and its own number.
 * @example for (const part of generateDemo({ size: 'county', seed: 1, years: [2026], detail: 'rows' })) …
 */
export function* generateDemo(options: DemoOptions): Generator<DemoPart> {
  for (const place of listPlaces(options.size, options.seed)) {
    yield 'index' in place ? generateCounty(place, options) : { area: place.area };
  }
}
