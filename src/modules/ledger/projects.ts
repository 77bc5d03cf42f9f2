import { chinaDate } from '#core/calendar';
import { type Cases, parseCaseName } from '#engines/cases';
import type { ProjectAnswer, ProjectBody, ProjectPlan, ProjectRow, ProjectState, ProjectsPage } from './contract.ts';
import { describeLine } from './describe-line.ts';
import { ledgerErrors } from './errors.ts';
import type { Act, Ledger } from './ledger.ts';
import { unitOfLine } from './measurement.ts';
import { projectKindName } from './project-kind.ts';
import { type ProjectFigures, selectProjects } from './project-query.ts';
import { fundsOf, milestonesOf, outlaysOf, projectLines } from './project-repository.ts';

/** Projects of the ledger: lines with money, days and a case each. */
export class Projects {
  readonly #ledger: Ledger;
  readonly #cases: Cases;

  constructor(ledger: Ledger, cases: Cases) {
    this.#ledger = ledger;
    this.#cases = cases;
  }

  /** Draws up a project. @throws DomainError `ledger.doubleFunding`, `ledger.overFunding`, `ledger.notACounty` … */
  async open({ principal }: Act, county: string, { title, ...plan }: ProjectBody): Promise<{ id: string }> {
    const { area } = await this.#ledger.doors.organization.areaWithPath(county);
    if (area.level !== 'county') throw ledgerErrors.notACounty({ area: county });
    const units = [...new Set(plan.lines.map(unitOfLine))];
    const unit = units.length === 1 ? units[0] : undefined;
    const ref = await this.#cases.open(principal, projectKindName, { area: county, unit, title, fields: plan });
    return { id: ref.id };
  }

  async revise(act: Act, county: string, id: string, plan: ProjectPlan): Promise<ProjectAnswer> {
    await this.#cases.act(act.principal, { county, id }, 'revise', { fields: plan });
    return this.project(act, county, id);
  }

  async project({ principal }: Pick<Act, 'principal'>, county: string, id: string): Promise<ProjectAnswer> {
    const { database, organization, gate, now } = this.#ledger.doors;
    const today = chinaDate(now());
    const scope = gate.scope(principal, 'ledger.read');
    const [row] = await selectProjects(database, { counties: [county], scope, today, id });
    if (row === undefined || parseCaseName(`${county}-${id}`) === undefined) {
      throw ledgerErrors.projectNotFound({ project: id });
    }
    const view = await this.#cases.read(principal, { county, id });
    const lines = await projectLines(database, county, id);
    const around = await this.#ledger.surroundings(lines);
    const { area } = await organization.areaWithPath(county);
    const funds = await fundsOf(database, county, id);
    const milestones = await milestonesOf(database, county, id);
    const outlays = await outlaysOf(database, county, id);
    return {
      area: { code: area.code, name: area.name, level: area.level },
      today,
      project: rowOf(row, area.name),
      overReason: row.over_reason,
      lines: lines.map((line) => ({ ...describeLine(line, around), costInProject: line.planned_fen })),
      funds: funds.map((fund) => ({ source: fund.source, year: fund.year, amountFen: fund.amount_fen })),
      milestones: milestones.map((one) => ({
        seq: one.seq,
        title: one.title,
        dueOn: one.due_on,
        doneOn: one.done_on,
      })),
      outlays: outlays.map(({ amount_fen: amountFen, on_day: on, ...rest }) => ({ ...rest, amountFen, on })),
      seq: view.now.seq,
      dueOn: view.now.dueOn,
      history: view.history.map((entry) => ({
        seq: entry.seq,
        action: entry.action,
        title: entry.title,
        by: entry.byName,
        at: entry.at.toISOString(),
        comment: entry.comment,
        files: [...entry.files],
        fields: { ...entry.fields },
      })),
      possible: view.possible.map(({ fields: _fields, ...one }) => one),
    };
  }

  async list(
    { principal }: Pick<Act, 'principal'>,
    area: string,
    filter: {
      readonly state?: ProjectState | undefined;
      readonly q?: string | undefined;
      readonly late?: boolean | undefined;
    },
  ): Promise<ProjectsPage> {
    const { database, organization, gate, now } = this.#ledger.doors;
    const { area: row } = await organization.areaWithPath(area);
    const counties = await organization.countiesOf(area);
    const today = chinaDate(now());
    const scope = gate.scope(principal, 'ledger.read');
    const found = await selectProjects(database, { counties, scope, today, ...filter });
    const named = new Map<string, string>();
    for (const code of new Set(found.map(({ county_code: county }) => county))) {
      named.set(code, (await organization.areaWithPath(code)).area.name);
    }
    const rows = found.map((one) => rowOf(one, named.get(one.county_code) ?? one.county_code));
    return { area: { code: row.code, name: row.name, level: row.level }, today, totals: totalsOf(rows), rows };
  }
}

function rowOf(row: ProjectFigures, countyName: string): ProjectRow {
  return {
    id: row.id,
    county: row.county_code,
    countyName,
    title: row.title,
    state: row.state,
    costFen: row.cost_fen,
    fundsFen: row.funds_fen,
    contractsFen: row.contracts_fen,
    paidFen: row.paid_fen,
    progressPercent: row.progress_percent,
    finishOn: row.finish_on,
    late: row.late,
    lines: row.lines,
    linesClosed: row.lines_closed,
    fenPerClosed: fenPerClosed(row.paid_fen, row.lines_closed),
  };
}

/** Money paid for each gap that the figures have closed; null while none is, or nothing was paid. */
export function fenPerClosed(paidFen: number, closed: number): number | null {
  return closed === 0 || paidFen === 0 ? null : Math.round(paidFen / closed);
}

/** Projects that were cancelled count in nothing. */
export function totalsOf(rows: readonly ProjectRow[]): ProjectsPage['totals'] {
  const live = rows.filter(({ state }) => state !== 'cancelled');
  const sum = (pick: (row: ProjectRow) => number) => live.reduce((total, row) => total + pick(row), 0);
  const paid = live.filter(({ linesClosed }) => linesClosed > 0).reduce((total, row) => total + row.paidFen, 0);
  return {
    projects: live.length,
    fundsFen: sum((row) => row.fundsFen),
    paidFen: sum((row) => row.paidFen),
    lines: sum((row) => row.lines),
    linesClosed: sum((row) => row.linesClosed),
    fenPerClosed: fenPerClosed(
      paid,
      sum((row) => row.linesClosed),
    ),
  };
}
