import type { Gate } from '#core/access';
import type { Database } from '#core/db';
import type { Cases } from '#engines/cases';
import type { Organization } from '#modules/organization';
import type { IndicatorReader, Plans } from '#modules/plans';
import { Practice } from '#modules/practice';

/** Pilots and examples over the registry, the catalogue of clauses and the evaluation; before `cases.start`. */
export function openPractice({
  organization,
  plans,
  indicators,
  ...given
}: {
  readonly database: Database;
  readonly gate: Gate;
  readonly cases: Cases;
  readonly organization: Organization;
  readonly plans: Plans;
  readonly indicators: IndicatorReader;
}): Practice {
  const titles = new Map(plans.catalogue().clauses.map(({ id, title }) => [id, title]));
  return new Practice({
    ...given,
    registry: {
      within: async (code) => {
        await organization.areaWithPath(code);
        const counties = await organization.countiesOf(code);
        const above = counties.flatMap((county) => [`${county.slice(0, 2)}0000`, `${county.slice(0, 4)}00`]);
        const between = above.filter((one) => one.startsWith(code.replace(/(00)+$/, '')));
        return [...new Set([code, ...between, ...counties])];
      },
      refuseUnknownUnit: async (area, unit) => {
        await organization.unit(area, unit);
      },
      namesOf: (wanted) => organization.namesOf(wanted),
    },
    clauseTitle: (clause) => titles.get(clause),
    series: (area, measuredBy) => indicators.series(area, measuredBy),
  });
}
