import type { Gate, Principal } from '#core/access';
import type { Audit } from '#core/audit';
import { chinaDate } from '#core/calendar';
import type { Database, Session } from '#core/db';
import { type FileAnswer, readCursor, writeCursor } from '#core/http';
import { writeWorkbook } from '#engines/documents';
import type { AreaEvaluation, Balance, UnitCosts } from '#modules/balance';
import type { Conditions } from '#modules/conditions';
import type { Organization } from '#modules/organization';
import type { StandardDefinition } from '#standards';
import { buildCard } from './build-card.ts';
import { cardWorkbook } from './card-workbook.ts';
import { changeLine } from './change-line.ts';
import type {
  AssignBody,
  ComplianceCard,
  LedgerFilter,
  LedgerLineAnswer,
  LedgerPage,
  PlanLinesBody,
} from './contract.ts';
import { describeLine, type LineSurroundings, priceOf } from './describe-line.ts';
import { ledgerErrors } from './errors.ts';
import { eventsOf, findLine, linesOfUnit, measurementsOf, plannedStandards, projectTitles } from './line-repository.ts';
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
  readonly audit: Audit;
  /** Names of persons by id; who is not known keeps the id. */
  readonly namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly now: () => Date;
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Who acts, and when. */
export interface Act {
  readonly principal: Principal;
  readonly at: Date;
}

/** What a measurement changed, over how many counties. */
export type MovedLines = Moved & { readonly counties: number };

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
  async measure(area: string, act: Act, year?: number): Promise<MovedLines> {
    const total: Record<string, number> = { counties: 0, ...nothingMoved };
    for (const county of await this.#countiesWithFacts(area)) {
      const evaluations = await this.#evaluateCounty(county, year);
      addTo(total, await this.doors.database.transaction((session) => this.#follow(session, evaluations, act)));
      addTo(total, { counties: 1 });
    }
    return { counties: 0, ...nothingMoved, ...total };
  }

  /** Evaluates everything first and then follows it in one transaction of the caller's, for work that may be broken off. */
  async prepare(area: string): Promise<(session: Session, act: Act) => Promise<Record<string, number>>> {
    const evaluations: AreaEvaluation[] = [];
    for (const county of await this.#countiesWithFacts(area)) evaluations.push(...(await this.#evaluateCounty(county)));
    return (session, act) => this.#follow(session, evaluations, act);
  }

  /** The standards of the ledger, then those against which only lines from plans stand. */
  async #evaluateCounty(county: string, year?: number): Promise<AreaEvaluation[]> {
    const { database, policy, balance } = this.doors;
    const planned = await plannedStandards(database, county);
    const evaluations: AreaEvaluation[] = [];
    for (const standard of new Set([...policy.standards, ...planned])) {
      evaluations.push(await balance.evaluate(county, { standard, year }));
    }
    return evaluations;
  }

  async #follow(session: Session, evaluations: readonly AreaEvaluation[], act: Act): Promise<Record<string, number>> {
    const { policy, costs, audit } = this.doors;
    const given = { policy, costs, by: act.principal.id, at: act.at };
    const total: Record<string, number> = {};
    for (const answered of evaluations) {
      const moved: Record<string, number> = {};
      if (policy.standards.includes(answered.head.standard.id)) {
        addTo(moved, await measureCounty(session, answered, given));
      }
      addTo(moved, await measurePlanned(session, answered, given));
      const on = { kind: 'ledger', id: answered.head.standard.id, area: answered.head.area.code };
      await audit.append(session, { act: 'ledger.measure', on, result: 'done', details: moved });
      addTo(total, moved);
    }
    return total;
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
    const people = await this.doors.namesOf([...new Set(events.map((event) => event.by_person))]);
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
        by: people.get(event.by_person) ?? event.by_person,
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
    const { database, gate, audit } = this.doors;
    gate.require(act.principal, 'ledger.assign', { area: county });
    await database.transaction(async (session) => {
      const fields = await changeLine(session, { county, id, given, by: act.principal.id, at: act.at });
      const on = { kind: 'ledger.line', id, area: county };
      if (fields.length > 0) {
        await audit.append(session, {
          act: 'ledger.assign',
          on,
          result: 'done',
          reason: given.reason,
          details: { fields },
        });
      }
    });
    return this.line(act.principal, county, id);
  }

  /** Takes steps of the cheapest way to pass into the ledger of a county. */
  async takePlan(act: Act, county: string, { standard, year, steps }: PlanLinesBody) {
    const { database, policy, costs, audit } = this.doors;
    const answered = await this.doors.balance.evaluate(county, { standard, year });
    if (answered.head.area.level !== 'county') throw ledgerErrors.notACounty({ area: county });
    const given = { policy, costs, by: act.principal.id, at: act.at };
    return database.transaction(async (session) => {
      const taken = await takePlan(session, answered, steps, given);
      const on = { kind: 'ledger', id: standard, area: county };
      await audit.append(session, { act: 'ledger.takePlan', on, result: 'done', details: { ...taken } });
      return taken;
    });
  }

  /** One school against every item of the standards that speak of it. */
  async card(county: string, unit: string, year?: number): Promise<ComplianceCard> {
    const { database, organization, balance, policy, costs } = this.doors;
    const {
      unit: { category },
    } = await organization.unit(county, unit);
    const { years } = await organization.area(county);
    const schoolYear = year ?? years[0];
    const evaluations: AreaEvaluation[] = [];
    for (const standard of policy.standards) {
      evaluations.push(await balance.evaluate(county, { standard, year: schoolYear }));
    }
    const lines = await linesOfUnit(database, county, unit);
    return { ...buildCard({ policy, costs, evaluations, unit, category, lines }), years };
  }

  async cardFile(county: string, unit: string, language: 'zh' | 'en', at: Date, year?: number): Promise<FileAnswer> {
    const card = await this.card(county, unit, year);
    const workbook = cardWorkbook(card, language);
    return { name: `${workbook.title}.xlsx`, mediaType: workbookType, bytes: await writeWorkbook(workbook, at) };
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
