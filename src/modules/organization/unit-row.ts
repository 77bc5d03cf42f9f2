import type { Selectable } from 'kysely';
import { stage, type Unit } from './contract.ts';
import type { Tables } from './tables.ts';

export const unitColumns = [
  'county_code',
  'id',
  'legal_person_id',
  'parent_unit_id',
  'kind',
  'category',
  'stages',
  'identifier',
  'name',
  'former_names',
  'township_code',
  'address',
  'ownership',
  'urban_rural',
  'boarding',
  'year_built',
  'lng',
  'lat',
  'point_datum',
  'point_x',
  'point_y',
  'group_id',
  'attributes',
  'closed_on',
] as const;

export type UnitRow = Pick<Selectable<Tables['unit']>, (typeof unitColumns)[number]>;

/** A row of the registry as the contract shows it. */
export function unitOf(row: UnitRow): Unit {
  return {
    id: row.id,
    county: row.county_code,
    name: row.name,
    formerNames: row.former_names,
    identifier: row.identifier,
    kind: row.kind,
    category: row.category,
    stages: row.stages.flatMap((text) => stage.safeParse(text).data ?? []),
    ownership: row.ownership,
    urbanRural: row.urban_rural,
    township: row.township_code,
    address: row.address,
    boarding: row.boarding,
    yearBuilt: row.year_built,
    lng: row.lng,
    lat: row.lat,
    parentUnit: row.parent_unit_id,
    group: row.group_id,
    closedOn: row.closed_on,
  };
}
