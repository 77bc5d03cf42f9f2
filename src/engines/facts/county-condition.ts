import { quoteText } from '#core/db';
import type { CountyScope } from './model.ts';

/** The condition on `county_code` as SQL text, for COPY takes no parameters. */
export function countyCondition(counties: CountyScope): string {
  return counties === 'all' ? 'true' : `county_code = ANY (ARRAY[${counties.map(quoteText).join(',')}]::text[])`;
}
