import type { Gate } from '#core/access';
import type { Audit } from '#core/audit';
import type { Database } from '#core/db';
import type { Cases } from '#engines/cases';
import type { Balance } from '#modules/balance';
import { type Conditions, namesOf, unitsOf } from '#modules/conditions';
import type { Organization } from '#modules/organization';
import type { Plans } from '#modules/plans';
import { Recognition } from '#modules/recognition';

/** Recognition over the registry, the evaluation and the roadmap. */
export function openRecognition(parts: {
  readonly database: Database;
  readonly gate: Gate;
  readonly audit: Audit;
  readonly cases: Cases;
  readonly organization: Organization;
  readonly conditions: Conditions;
  readonly balance: Balance;
  readonly plans: Plans;
  readonly now: () => Date;
}): Recognition {
  const { organization, conditions, balance, plans, ...given } = parts;
  return new Recognition({
    ...given,
    registry: {
      area: async (code) => (await organization.areaWithPath(code)).area,
      setYear: (session, county, act) => organization.setYear(session, county, act),
    },
    evaluation: {
      take: (county, question, act) => balance.takeSnapshot(county, question, act),
      read: async (county, snapshot) => {
        const { snapshot: head, evaluation: report } = await balance.snapshot(county, snapshot);
        return { head, report };
      },
      signals: (county, year) => balance.signals(county, { year }),
      namesOf: (standard) => namesOf([conditions.entry(standard).compiled.definition]),
      unitsOf: (standard) => unitsOf(conditions.entry(standard).compiled.definition),
    },
    recognised: (session, county, standard, by, at) => plans.markRecognised(session, county, standard, by, at),
  });
}
