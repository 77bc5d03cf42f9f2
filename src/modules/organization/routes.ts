import type { Gate } from '#core/access';
import type { Database } from '#core/db';
import { type BoundRoute, bindRoutes } from '#core/http';
import type { Exchange } from '#engines/exchange';
import type { Dictionary } from '#standards';
import { type ImportProfile, organizationRoutes } from './contract.ts';
import { exportTable } from './export-service.ts';
import { type CheckLarge, createImports } from './import-service.ts';
import { permissions } from './permissions.ts';
import type { Organization } from './service.ts';

export interface RouteParts {
  readonly gate: Gate;
  readonly database: Database;
  readonly dictionary: Dictionary;
  readonly organization: Organization;
  readonly exchange: Exchange;
  /** Checks a large file in a thread; absent = every file is checked at once. */
  readonly checkLarge?: CheckLarge | undefined;
  /** The shipped ways to read a file, in the order to offer them. */
  readonly profiles: readonly ImportProfile[];
}

/** The module's routes with their handlers; each only turns a request into a call. */
export function organizationRoutesOver({
  gate,
  database,
  dictionary,
  organization,
  exchange,
  checkLarge,
  profiles,
}: RouteParts): readonly BoundRoute[] {
  const imports = createImports({ gate, exchange, organization, checkLarge });
  return bindRoutes(organizationRoutes, {
    area: ({ params, principal }) => organization.area(params.area, gate.scope(principal, permissions.areas)),
    children: async ({ params, query, principal }) => ({
      rows: [...(await organization.children(params.area, query.only, gate.scope(principal, permissions.areas)))],
    }),
    search: async ({ query, principal }) => {
      const seen = { areas: gate.scope(principal, permissions.areas), units: gate.scope(principal, permissions.read) };
      return { rows: [...(await organization.search(query, seen))] };
    },
    resolve: ({ query }) => organization.resolve(query.code, query.on),
    units: ({ params, query, principal }) =>
      organization.units(params.area, query, gate.scope(principal, permissions.read)),
    unit: ({ params }) => organization.unit(params.area, params.unit),
    unitFacts: ({ params, query }) => organization.unitFacts(params.area, params.unit, query.year),
    years: async ({ params }) => ({ rows: [...(await organization.years(params.area))] }),
    lockYear: ({ params, body, by, at }) =>
      organization.changeYear(params.area, { year: params.year, act: 'locked', reason: body.reason, by, at }),
    reopenYear: ({ params, body, by, at }) =>
      organization.changeYear(params.area, { year: params.year, act: 'reopened', reason: body.reason, by, at }),
    submissions: ({ params, query }) => organization.submissions(params.area, query),
    profiles: async () => ({ rows: [...profiles] }),
    imports: imports.batches,
    upload: imports.upload,
    import: imports.batch,
    importFindings: imports.findings,
    importSheets: imports.sheets,
    sheetRows: imports.sheetRows,
    commit: imports.commit,
    undo: imports.undo,
    annotated: imports.annotated,
    workbook: ({ params, query }) => imports.workbook(params.area, query.year),
    export: ({ params, query, at }) =>
      exportTable({ database, dictionary, organization, area: params.area, table: params.table, at, ...query }),
  });
}
