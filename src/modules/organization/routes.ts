import type { Database } from '#core/db';
import { type BoundRoute, bindRoutes } from '#core/http';
import type { Exchange } from '#engines/exchange';
import type { Dictionary } from '#standards';
import { type ImportProfile, organizationRoutes } from './contract.ts';
import { exportTable } from './export-service.ts';
import { createImports } from './import-service.ts';
import './permissions.ts';
import type { Organization } from './service.ts';

export interface RouteParts {
  readonly database: Database;
  readonly dictionary: Dictionary;
  readonly organization: Organization;
  readonly exchange: Exchange;
  /** The shipped ways to read a file, in the order to offer them. */
  readonly profiles: readonly ImportProfile[];
}

/** The module's routes with their handlers; each only turns a request into a call. */
export function organizationRoutesOver({
  database,
  dictionary,
  organization,
  exchange,
  profiles,
}: RouteParts): readonly BoundRoute[] {
  const imports = createImports(exchange, organization);
  return bindRoutes(organizationRoutes, {
    area: ({ params }) => organization.area(params.area),
    children: async ({ params, query }) => ({ rows: [...(await organization.children(params.area, query.only))] }),
    search: async ({ query }) => ({ rows: [...(await organization.search(query))] }),
    resolve: ({ query }) => organization.resolve(query.code, query.on),
    units: ({ params, query }) => organization.units(params.area, query),
    unit: ({ params }) => organization.unit(params.area, params.unit),
    unitFacts: ({ params, query }) => organization.unitFacts(params.area, params.unit, query.year),
    years: async ({ params }) => ({ rows: [...(await organization.years(params.area))] }),
    lockYear: ({ params, body, by, at }) =>
      organization.changeYear(params.area, { year: params.year, act: 'locked', reason: body.reason, by, at }),
    reopenYear: ({ params, body, by, at }) =>
      organization.changeYear(params.area, { year: params.year, act: 'reopened', reason: body.reason, by, at }),
    submissions: ({ params, query }) => organization.submissions(params.area, query),
    profiles: async () => ({ rows: [...profiles] }),
    imports: async ({ params }) => ({ rows: await imports.batches(params.area) }),
    upload: imports.upload,
    import: ({ params }) => imports.batch(params.area, params.batch),
    importFindings: ({ params, query }) => imports.findings(params.area, params.batch, query.offset, query.limit),
    commit: imports.commit,
    undo: imports.undo,
    annotated: ({ params, query }) => imports.annotated(params.area, params.batch, query.language),
    workbook: ({ params, query }) => imports.workbook(params.area, query.year),
    export: ({ params, query, at }) =>
      exportTable({ database, dictionary, organization, area: params.area, table: params.table, at, ...query }),
  });
}
