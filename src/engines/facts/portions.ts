import type { CountyScope } from './model.ts';

/** Counties read by one statement: between two of them others on the same connection have their turn. */
const portionCounties = 2;

/** The counties of a large area in portions that are read in some ten milliseconds each. */
export function portionsOf(counties: CountyScope): readonly CountyScope[] {
  if (counties === 'all' || counties.length <= portionCounties) return [counties];
  return Array.from({ length: Math.ceil(counties.length / portionCounties) }, (_, portion) =>
    counties.slice(portion * portionCounties, (portion + 1) * portionCounties),
  );
}
