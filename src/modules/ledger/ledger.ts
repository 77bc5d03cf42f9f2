import type { Gate, Principal } from '#core/access';
import { chinaDate } from '#core/calendar';
import type { Database } from '#core/db';
import { readCursor, writeCursor } from '#core/http';
import type { Balance, UnitCosts } from '#modules/balance';
import type { Conditions } from '#modules/conditions';
import type { Organization } from '#modules/organization';
import type { StandardDefinition } from '#standards';
import { changeLine } from './change-line.ts';
import type { AssignBody, LedgerFilter, LedgerLineAnswer, LedgerPage, PlanLinesBody } from './contract.ts';
import { describeLine, type LineSurroundings, priceOf } from './describe-line.ts';
import { ledgerErrors } from './errors.ts';
import { eventsOf, findLine, measurementsOf, plannedStandards, projectTitles } from './line-repository.ts';
import type { LineRow } from './line-row.ts';
import { type Moved, measureCounty, nothingMoved } from './measure-county.ts';
import { measurePlanned, takePlan } from './plan-lines.ts';
import type { LedgerPolicy } from './policy.ts';
import { countLines, type LinesAsked, selectLines } from './query-lines.ts';
import { addCounts } from './sum-counts.ts';

export interface LedgerDoors {
  readonly database: Database;
  readonly organization: Organization;
  readonly balance: Pick<Balance, 'evaluate'>;
  readonly conditions: Pick<Conditions, 'catalogue'>;
  readonly policy: LedgerPolicy;
  readonly costs: UnitCosts;
  readonly gate: Gate;
  readonly now: () => Date;
}

/** Who acts, and when. */
export interface Act {
  readonly principal: Principal;
  readonly at: Date;
}

/** The ledger of standardised construction: gaps of schools, what is done about them, and whether the next figures say it helped. */
export class Ledger {
  readonly doors: LedgerDoors;

  constructor(doors: LedgerDoors) {
    this.doors = doors;
  }

  /**
   * Measures every county at or below an area against the standards of the ledger, by its newest year with facts.
   *
   * @param year another school year, for a history that is written in order
   */
  async measure(area: string, { principal, at }: Act, year?: number): Promise<Moved & { readonly counties: number }> {
    const { database, policy, costs } = this.doors;
    const total: Record<string, number> = { ...nothingMoved };
    let counties = 0;
    for (const county of await this.#countiesWithFacts(area)) {
      counties += 1;
      for (const standard of policy.standards) {
        const answered = await this.doors.balance.evaluate(county, { standard, year });
        const moved = await database.transaction((session) =>
          measureCounty(session, answered, { policy, costs, by: principal.id, at }),
        );
        addTo(total, moved);
      }
      addTo(total, await this.#measurePlans(county, { principal, at }, year));
    }
    return { counties, ...nothingMoved, ...total };
  }

  async lines(
    principal: Principal,
    area: string,
    filter: LedgerFilter & { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<LedgerPage> {
    const { database } = this.doors;
    const asked = await this.asked(principal, area, filter);
    const offset = filter.cursor === undefined ? 0 : Number(readCursor(filter.cursor, 1)[0]);
    const found = await selectLines(database, asked, { offset, limit: filter.limit });
    const counts = addCounts(await countLines(database, asked));
    const around = await this.surroundings(found);
    const { area: row } = await this.doors.organization.areaWithPath(area);
    const to = offset + found.length;
    return {
      area: { code: row.code, name: row.name, level: row.level },
      today: asked.today,
      families: this.doors.policy.families.map(({ id, words }) => ({ id, name: words })),
      measurements: await this.#measurements(asked.counties),
      counts,
      total: counts.lines,
      rows: found.map((line) => describeLine(line, around)),
      nextCursor: to < counts.lines && found.length > 0 ? writeCursor([to]) : null,
    };
  }

  async line(principal: Principal, county: string, id: string): Promise<LedgerLineAnswer> {
    const { database, organization, costs, gate } = this.doors;
    const row = await findLine(database, county, id);
    if (row === undefined) throw ledgerErrors.lineNotFound({ line: id });
    gate.require(principal, 'ledger.read', { area: county, unit: row.unit_id });
    const around = await this.surroundings([row]);
    const { area } = await organization.areaWithPath(county);
    const standard = this.#standards().find((one) => one.id === row.standard_id);
    const provenance = around.indicator(row.standard_id, row.indicator)?.provenance;
    const price = priceOf(costs, row);
    const events = await eventsOf(database, county, id);
    return {
      area: { code: area.code, name: area.name, level: area.level },
      today: around.today,
      line: describeLine(row, around),
      clause: provenance?.clause ?? '',
      document: standard?.source.title ?? { zh: '', en: '' },
      confidence: provenance?.confidence ?? 'own',
      price:
        price === undefined || typeof price.costFen !== 'number'
          ? null
          : {
              costFen: price.costFen,
              resource: price.resource,
              source: costs.source,
              confidence: costs.confidence,
            },
      events: events.map((event) => ({
        seq: event.seq,
        kind: event.kind,
        at: event.at.toISOString(),
        by: event.by_person,
        schoolYear: event.school_year,
        value: event.value,
        threshold: event.threshold,
        shortfall: event.shortfall,
        details: { ...event.details },
      })),
    };
  }

  /** Says who answers for a line, until when, by what means and at what cost. It changes nothing about whether the gap is there. */
  async assign(act: Act, county: string, id: string, given: AssignBody): Promise<LedgerLineAnswer> {
    const { database, gate } = this.doors;
    gate.require(act.principal, 'ledger.assign', { area: county });
    await database.transaction((session) =>
      changeLine(session, { county, id, given, by: act.principal.id, at: act.at }),
    );
    return this.line(act.principal, county, id);
  }

  /** Takes steps of the cheapest way to pass into the ledger of a county. */
  async takePlan(act: Act, county: string, { standard, year, steps }: PlanLinesBody) {
    const { database, policy, costs } = this.doors;
    const answered = await this.doors.balance.evaluate(county, { standard, year });
    if (answered.head.area.level !== 'county') throw ledgerErrors.notACounty({ area: county });
    const given = { policy, costs, by: act.principal.id, at: act.at };
    return database.transaction((session) => takePlan(session, answered, steps, given));
  }

  /** A question about lines as the principal may ask it. */
  async asked(principal: Principal, area: string, filter: LedgerFilter): Promise<LinesAsked> {
    const { gate, organization, now } = this.doors;
    const { area: row } = await organization.areaWithPath(area);
    const isTownship = row.level === 'township';
    return {
      counties: await organization.countiesOf(area),
      township: isTownship ? row.code : null,
      scope: gate.scope(principal, 'ledger.read'),
      today: chinaDate(now()),
      filter: { ...filter, items: this.#itemsNamed(filter.q) },
    };
  }

  /** Names and prices for some lines. */
  async surroundings(rows: readonly LineRow[]): Promise<LineSurroundings> {
    const { organization, policy, costs, now } = this.doors;
    const counties = [...new Set(rows.map(({ county_code: code }) => code))];
    const named = new Map<string, string>();
    for (const code of counties) named.set(code, (await organization.areaWithPath(code)).area.name);
    const titles = await projectTitles(
      this.doors.database,
      counties,
      rows.flatMap(({ project_id: project }) => project ?? []),
    );
    const indicators = new Map(
      this.#standards().flatMap(({ id, indicators: list }) => list.map((one) => [`${id}~${one.id}`, one] as const)),
    );
    return {
      policy,
      costs,
      today: chinaDate(now()),
      countyName: (code) => named.get(code) ?? code,
      indicator: (standard, indicator) => indicators.get(`${standard}~${indicator}`),
      projectTitle: (id) => titles.get(id),
    };
  }

  /** Items whose name holds a text, as `standard~indicator`. */
  #itemsNamed(q: string | undefined): string[] {
    const typed = q?.trim().toLowerCase() ?? '';
    if (typed === '') return [];
    return this.#standards().flatMap(({ id, indicators }) =>
      indicators
        .filter(({ words }) => words.zh.includes(typed) || words.en.toLowerCase().includes(typed))
        .map((one) => `${id}~${one.id}`),
    );
  }

  /** Lines from plans stand against standards that the ledger does not follow by itself. */
  async #measurePlans(county: string, { principal, at }: Act, year?: number): Promise<Record<string, number>> {
    const { database, policy, costs } = this.doors;
    const total: Record<string, number> = {};
    for (const standard of await plannedStandards(database, county)) {
      const answered = await this.doors.balance.evaluate(county, { standard, year });
      const given = { policy, costs, by: principal.id, at };
      addTo(total, await database.transaction((session) => measurePlanned(session, answered, given)));
    }
    return total;
  }

  /** Every edition that is known; of two with one id the later one's words hold. */
  #standards(): readonly StandardDefinition[] {
    return this.doors.conditions.catalogue.entries.map(({ compiled }) => compiled.definition);
  }

  async #measurements(counties: readonly string[]): Promise<LedgerPage['measurements']> {
    const names = new Map(this.#standards().map(({ id, words }) => [id, words]));
    const rows = await measurementsOf(this.doors.database, counties);
    return rows.map((row) => ({
      county: row.county_code,
      standard: row.standard_id,
      standardName: names.get(row.standard_id) ?? { zh: row.standard_id, en: row.standard_id },
      schoolYear: row.school_year,
      judged: row.judged,
      met: row.met,
      at: row.at.toISOString(),
    }));
  }

  async #countiesWithFacts(area: string): Promise<string[]> {
    const { organization } = this.doors;
    const counties: string[] = [];
    for (const code of await organization.countiesOf(area)) {
      const detail = await organization.area(code);
      if (detail.level === 'county' && detail.years.length > 0) counties.push(code);
    }
    return counties;
  }
}

function addTo(total: Record<string, number>, moved: Readonly<Record<string, number>>): void {
  for (const [kind, n] of Object.entries(moved)) total[kind] = (total[kind] ?? 0) + n;
}
