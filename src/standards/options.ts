import type { AreaTable } from './input.ts';

export type AreaLevel = AreaTable['level'][number];

/**
 * Who is compared inside what.
 *
 * @remarks `members` are compared with one another inside each of `groups`. The default is schools in the areas that the
 * standard judges. `{ members: 'county', groups: 'city' }` compares counties inside cities; `{ members: 'urbanRural',
 * groups: 'county' }` town against country; `{ members: 'school', groups: 'group' }` schools inside their school group.
 * A member made of several schools has their total resource over their total pupils.
 */
export interface Comparing {
  readonly members: 'school' | AreaLevel | { readonly attribute: string };
  readonly groups: AreaLevel | { readonly attribute: string };
}

export interface EvaluationOptions {
  /** The level of the areas that get verdicts; the standard's own level by default. */
  readonly level?: AreaLevel;
  /** The levels at which coefficients are taken. */
  readonly comparing?: Comparing;
}
