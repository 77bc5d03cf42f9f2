import { type RawBuilder, sql } from 'kysely';
import { inScope, type Scope } from '#core/access';
import type { Session } from '#core/db';
import type { ProjectRecord } from './project-repository.ts';

interface Tables {
  readonly ledger_project: ProjectRecord;
}

export interface ProjectsAsked {
  readonly counties: readonly string[];
  readonly scope: Scope;
  readonly today: string;
  readonly state?: ProjectRecord['state'] | undefined;
  readonly q?: string | undefined;
  readonly late?: boolean | undefined;
  readonly id?: string | undefined;
}

export type ProjectFigures = ProjectRecord & {
  readonly late: number;
  readonly lines: number;
  readonly lines_closed: number;
};

/** Projects with how many of their milestones are late and how many of their lines the figures have closed. */
export function selectProjects(session: Session, asked: ProjectsAsked): Promise<readonly ProjectFigures[]> {
  const late = sql<number>`(SELECT count(*)::int FROM ledger_milestone m
    WHERE m.county_code = ledger_project.county_code AND m.project_id = ledger_project.id
      AND m.done_on IS NULL AND m.due_on < ${asked.today}::date
      AND ledger_project.state NOT IN ('accepted', 'cancelled'))`;
  const lines = (condition: RawBuilder<boolean>) => sql<number>`(SELECT count(*)::int FROM ledger_project_line taken
    JOIN ledger_line line ON line.county_code = taken.county_code AND line.id = taken.line_id
    WHERE taken.county_code = ledger_project.county_code AND taken.project_id = ledger_project.id AND ${condition})`;
  const like = `%${(asked.q ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
  let query = session
    .tables<Tables>()
    .selectFrom('ledger_project')
    .selectAll()
    .select([
      late.as('late'),
      lines(sql<boolean>`true`).as('lines'),
      lines(sql<boolean>`line.state = 'closed'`).as('lines_closed'),
    ])
    .where(sql<boolean>`county_code = ANY (${[...asked.counties]}::text[])`)
    .where(inScope(asked.scope, { county: 'county_code', unit: 'unit_id' }));
  if (asked.state !== undefined) query = query.where('state', '=', asked.state);
  if (asked.id !== undefined) query = query.where('id', '=', asked.id);
  if (asked.q !== undefined && asked.q !== '') query = query.where(sql<boolean>`title ILIKE ${like}`);
  if (asked.late === true) query = query.where(sql<boolean>`${late} > 0`);
  return query.orderBy('changed_at', 'desc').orderBy('id', 'desc').limit(2000).execute();
}
