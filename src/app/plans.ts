import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Gate } from '#core/access';
import type { Audit } from '#core/audit';
import type { Database } from '#core/db';
import { DomainError } from '#core/errors';
import type { Cases } from '#engines/cases';
import type { Balance } from '#modules/balance';
import type { Conditions } from '#modules/conditions';
import type { Organization } from '#modules/organization';
import { type IndicatorReader, Plans, readClauseCatalogue } from '#modules/plans';
import { policiesFolder } from './places.ts';

/** Plans over the registry and the evaluation. */
export async function openPlans(parts: {
  readonly database: Database;
  readonly organization: Organization;
  readonly conditions: Conditions;
  readonly balance: Balance;
  readonly gate: Gate;
  readonly audit: Audit;
  readonly cases: Cases;
  readonly now: () => Date;
}): Promise<Plans> {
  const { database, organization, conditions, balance, gate, audit, cases, now } = parts;
  const read = (name: string) => readFile(path.join(policiesFolder, name), 'utf8');
  const [clauses, departments] = await Promise.all([read('clauses.yaml'), read('departments.yaml')]);
  return new Plans({
    database,
    registry: {
      area: (code) => organization.areaWithPath(code),
      unitName: async (area, unit) => (await organization.unit(area, unit)).unit.name,
    },
    indicators: indicatorsOver(balance, conditions),
    catalogue: readClauseCatalogue(clauses, departments),
    gate,
    audit,
    cases,
    now,
  });
}

/** The numbers of areas as the evaluation has them. */
export function indicatorsOver(balance: Balance, conditions: Conditions): IndicatorReader {
  return {
    async series(area, { standard, ...asked }) {
      try {
        return await balance.series(area, { standard, ...asked });
      } catch (error) {
        // An area without data has no readings; what it aims at is known all the same.
        if (!(error instanceof DomainError) || error.code !== 'balance.noFacts') throw error;
        return balance.describeSeries(standard, asked);
      }
    },
    standard(id) {
      const { compiled } = id === undefined ? firstOf(conditions) : conditions.entry(id);
      const { definition } = compiled;
      return { id: definition.id, version: definition.version, name: definition.words };
    },
    failing: (area, standard) => balance.failingItems(area, { standard }),
  };
}

function firstOf({ catalogue }: Conditions) {
  const [first] = catalogue.entries;
  if (first === undefined) throw new Error('the catalogue holds no standard');
  return first;
}
