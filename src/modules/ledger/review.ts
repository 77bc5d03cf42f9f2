import type { Principal } from '#core/access';
import { chinaDate } from '#core/calendar';
import type { FileAnswer } from '#core/http';
import { type OfficialFormat, writeOfficialFile } from '#engines/documents';
import type { Words } from '#standards';
import type { LedgerSummary, MonthlyReview, SummaryRow, ThreeSchools, TrackBody } from './contract.ts';
import { describeLine } from './describe-line.ts';
import { ledgerErrors } from './errors.ts';
import type { Act, Ledger } from './ledger.ts';
import { lightArea } from './light-area.ts';
import { measurementsOf } from './line-repository.ts';
import type { MeasurementRow } from './line-row.ts';
import type { Projects } from './projects.ts';
import { type CountRow, countLines, selectLines } from './query-lines.ts';
import { reviewDocument } from './review-document.ts';
import { addCounts } from './sum-counts.ts';
import {
  beginTracking,
  type CountyMonth,
  endTracking,
  lateProjects,
  movesByMonth,
  owedBy,
  paidBetween,
  type TrackedRow,
  trackedOn,
} from './summary-query.ts';
import { type MonthMoves, termsOf } from './terms.ts';

type AreaRef = SummaryRow['area'];
const noFilter = { sort: 'due' } as const;
const shownSlipped = 200;

/** Everything read once for some counties, from which rows of areas are summed. */
interface Gathered {
  readonly counts: readonly CountRow[];
  readonly moves: readonly CountyMonth[];
  readonly tracked: readonly TrackedRow[];
  readonly measured: readonly MeasurementRow[];
  readonly late: ReadonlyMap<string, number>;
}

/** How areas stand and move: roll-ups, tracked counties, the monthly review. */
export class Review {
  readonly #ledger: Ledger;
  readonly #projects: Projects;

  constructor(ledger: Ledger, projects: Projects) {
    this.#ledger = ledger;
    this.#projects = projects;
  }

  /** The area and the areas right below it, each with its light. */
  async summary(principal: Principal, area: string): Promise<LedgerSummary> {
    const { organization, policy, now } = this.#ledger.doors;
    const { area: own } = await organization.areaWithPath(area);
    const below = await this.#areasBelow(own);
    const counties = await organization.countiesOf(area);
    const gathered = await this.#gather(principal, area, counties);
    const rows: SummaryRow[] = [];
    for (const one of below) {
      rows.push(this.#rowOf(one, new Set(await organization.countiesOf(one.code)), gathered));
    }
    const ref = { code: own.code, name: own.name, level: own.level };
    return {
      area: ref,
      today: chinaDate(now()),
      whole: this.#rowOf(ref, new Set(counties), gathered),
      rows,
      rules: policy.lights.map(({ light, words }) => ({ light, rule: words })),
      rulesSource: policy.source,
    };
  }

  /** Says that a county is tracked as weak, or no longer. */
  async track({ principal, at }: Act, county: string, given: TrackBody): Promise<{ county: string; tracked: boolean }> {
    const { database, organization, gate, audit } = this.#ledger.doors;
    gate.require(principal, 'ledger.track', { area: county });
    const { area } = await organization.areaWithPath(county);
    if (area.level !== 'county') throw ledgerErrors.notACounty({ area: county });
    const { level, basis, tracked } = given;
    const change = { county, level, basis, by: principal.id, at, day: chinaDate(at) };
    await database.transaction(async (session) => {
      await (tracked ? beginTracking(session, change) : endTracking(session, change));
      const on = { kind: 'ledger.tracked', id: county, area: county };
      await audit.append(session, { act: 'ledger.track', on, result: 'done', details: { level, tracked } });
    });
    return { county, tracked };
  }

  /** What moved in a month, what has slipped, and who owes. */
  async month(principal: Principal, area: string, asked?: string): Promise<MonthlyReview> {
    const { database, organization, policy, now } = this.#ledger.doors;
    const today = chinaDate(now());
    const month = asked ?? today.slice(0, 7);
    const summary = await this.summary(principal, area);
    const counties = await organization.countiesOf(area);
    const moves = await movesByMonth(database, counties);
    const lines = await this.#ledger.asked(principal, area, { ...noFilter, overdue: true });
    const slipped = await selectLines(database, lines, { offset: 0, limit: shownSlipped });
    const around = await this.#ledger.surroundings(slipped);
    const owed = await owedBy(database, counties, today);
    const late = await lateProjects(database, counties, today);
    const names = await this.#namesOf(late.map(({ county_code: code }) => code));
    const inMonth = moves.filter((one) => one.month === month);
    const sum = (rows: readonly MonthMoves[], kind: 'opened' | 'closed' | 'reopened' | 'accepted') =>
      rows.reduce((total, row) => total + row[kind], 0);
    const areas: MonthlyReview['areas'] = [];
    for (const row of summary.rows) {
      const within = new Set(await organization.countiesOf(row.area.code));
      const own = inMonth.filter(({ county }) => within.has(county));
      areas.push({
        area: row.area,
        lit: row.lit,
        open: row.counts.open,
        overdue: row.counts.overdue,
        opened: sum(own, 'opened'),
        closed: sum(own, 'closed'),
        reopened: sum(own, 'reopened'),
      });
    }
    const families = new Map(policy.families.map((family) => [family.id, family.owner]));
    const owes = Map.groupBy(owed, ({ owner, family }) => owner ?? families.get(family)?.zh ?? family);
    const { totals } = await this.#projects.list({ principal }, area, {});
    return {
      area: summary.area,
      month,
      months: [...new Set([today.slice(0, 7), ...moves.map((one) => one.month)])].sort().toReversed(),
      today,
      lit: summary.whole.lit,
      moved: {
        opened: sum(inMonth, 'opened'),
        closed: sum(inMonth, 'closed'),
        reopened: sum(inMonth, 'reopened'),
        accepted: sum(inMonth, 'accepted'),
        paidFen: await paidBetween(database, counties, `${month}-01`, `${monthAfter(month)}-01`),
      },
      areas,
      slipped: slipped.map((row) => {
        const line = describeLine(row, around);
        const { county, countyName, id, name, title, owner, dueOn, bottomLine, costFen } = line;
        return {
          county,
          countyName,
          id,
          name,
          title,
          owner,
          dueOn,
          bottomLine,
          costFen,
          project: line.project?.title ?? null,
        };
      }),
      slippedTotal: summary.whole.counts.overdue,
      late: late.map((one) => ({
        county: one.county_code,
        countyName: names.get(one.county_code) ?? one.county_code,
        project: one.project_id,
        title: one.title,
        what: one.what,
        dueOn: one.due_on,
      })),
      owes: [...owes]
        .map(([owner, rows]) => ({
          owner: ownerOf(rows[0], families) ?? { zh: owner, en: owner },
          open: rows.reduce((total, row) => total + row.open, 0),
          overdue: rows.reduce((total, row) => total + row.overdue, 0),
          costFen: rows.reduce((total, row) => total + row.cost_fen, 0),
        }))
        .toSorted((a, b) => b.overdue - a.overdue || b.open - a.open),
      projects: totals,
    };
  }

  async monthFile(
    principal: Principal,
    area: string,
    given: { readonly month?: string | undefined; readonly language: 'zh' | 'en'; readonly format: OfficialFormat },
    at: Date,
  ): Promise<FileAnswer> {
    const review = await this.month(principal, area, given.month);
    const document = reviewDocument(review, given.language);
    return writeOfficialFile(document, { name: document.title, format: given.format, at });
  }

  /**
   * The three schools of every town of a county.
   *
   * @remarks The registry does not say which school is the central one: it is read as the town's largest public kindergarten and
   * largest public primary school; every public boarding school of the compulsory stage counts. Sub-districts (街道) are no towns.
   */
  async threeSchools(principal: Principal, county: string): Promise<ThreeSchools> {
    const { database, organization, balance, policy } = this.#ledger.doors;
    const { area } = await organization.areaWithPath(county);
    if (area.level !== 'county') throw ledgerErrors.notACounty({ area: county });
    const [standard] = policy.standards;
    const { evaluated } = await balance.evaluate(county, { standard });
    const { units } = evaluated.input;
    const lines = await selectLines(database, await this.#ledger.asked(principal, county, noFilter), {
      offset: 0,
      limit: 100_000,
    });
    const pupils = (row: number, stage: string) =>
      [...units.columns].find(([key]) => key === `students@${stage}`)?.[1]?.[row] ?? Number.NaN;
    const text = (name: string, row: number) => units.attributes[name]?.[row];
    const card = (row: number) => {
      const own = lines.filter(({ unit_id: unit }) => unit === units.id[row]);
      return {
        unit: units.id[row] ?? '',
        name: units.name[row] ?? '',
        open: own.filter(({ state }) => state === 'open').length,
        bottomLineOpen: own.filter(({ state, bottom_line: bottom }) => state === 'open' && bottom).length,
        closed: own.filter(({ state }) => state === 'closed').length,
      };
    };
    const townships = (await organization.children(county)).filter(
      ({ level, name }) => level === 'township' && !name.endsWith('街道'),
    );
    return {
      area: { code: area.code, name: area.name, level: area.level },
      rows: townships.map(({ code, name }) => {
        const here = units.id.flatMap((_, row) =>
          text('township', row) === code && text('ownership', row) === 'public' && text('kind', row) === 'school'
            ? [row]
            : [],
        );
        const largest = (category: string, stage: string) =>
          here
            .filter((row) => text('category', row) === category && pupils(row, stage) > 0)
            .toSorted((a, b) => pupils(b, stage) - pupils(a, stage))
            .slice(0, 1)
            .map(card);
        const boarding = here.filter(
          (row) =>
            text('boarding', row) === true &&
            ['primary', 'junior', 'nine-year'].includes(String(text('category', row))),
        );
        return {
          township: code,
          name,
          kinds: [
            { kind: 'kindergarten' as const, schools: largest('kindergarten', 'kindergarten') },
            { kind: 'primary' as const, schools: largest('primary', 'primary') },
            { kind: 'boarding' as const, schools: boarding.map(card) },
          ],
        };
      }),
    };
  }

  async #gather(principal: Principal, area: string, counties: readonly string[]): Promise<Gathered> {
    const { database, now } = this.#ledger.doors;
    const today = chinaDate(now());
    const late = Map.groupBy(await lateProjects(database, counties, today), ({ county_code: county }) => county);
    return {
      counts: await countLines(database, await this.#ledger.asked(principal, area, noFilter)),
      moves: await movesByMonth(database, counties),
      tracked: await trackedOn(database, counties, today),
      measured: await measurementsOf(database, counties),
      late: new Map([...late].map(([county, rows]) => [county, rows.length])),
    };
  }

  #rowOf(area: AreaRef, within: ReadonlySet<string>, gathered: Gathered): SummaryRow {
    const { policy } = this.#ledger.doors;
    const rows = gathered.counts.filter(({ county_code: county }) => within.has(county));
    const counts = addCounts(rows);
    const late = [...gathered.late].reduce((sum, [county, n]) => sum + (within.has(county) ? n : 0), 0);
    const measured = gathered.measured.filter(({ county_code: county }) => within.has(county));
    const judged = measured.reduce((sum, one) => sum + one.judged, 0);
    return {
      area,
      counts,
      lit: lightArea(policy.lights, counts, late),
      projectsLate: late,
      families: policy.families.map(({ id, words }) => {
        const own = addCounts(rows.filter(({ family }) => family === id));
        return { id, name: words, open: own.open, closed: own.closed, overdue: own.overdue };
      }),
      schoolYear: measured.length === 0 ? null : Math.max(...measured.map((one) => one.school_year)),
      metShare: judged === 0 ? null : measured.reduce((sum, one) => sum + one.met, 0) / judged,
      tracked: gathered.tracked
        .filter(({ county_code: county }) => within.has(county))
        .map(({ level, since, basis }) => ({ level, since, basis })),
      terms: termsOf(sumByMonth(gathered.moves.filter(({ county }) => within.has(county)))),
    };
  }

  async #areasBelow({ code, level }: { readonly code: string; readonly level: string }): Promise<AreaRef[]> {
    if (level === 'county' || level === 'township') return [];
    const children = await this.#ledger.doors.organization.children(code, 'units');
    return children.map((child) => ({ code: child.code, name: child.name, level: child.level }));
  }

  async #namesOf(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    for (const code of new Set(codes)) {
      names.set(code, (await this.#ledger.doors.organization.areaWithPath(code)).area.name);
    }
    return names;
  }
}

function sumByMonth(rows: readonly CountyMonth[]): MonthMoves[] {
  return [...Map.groupBy(rows, ({ month }) => month)].map(([month, own]) => {
    const sum = (kind: 'opened' | 'closed' | 'reopened' | 'lapsed' | 'accepted') =>
      own.reduce((total, row) => total + row[kind], 0);
    return {
      month,
      opened: sum('opened'),
      closed: sum('closed'),
      reopened: sum('reopened'),
      lapsed: sum('lapsed'),
      accepted: sum('accepted'),
    };
  });
}

/** The family's own office where nobody is named; null where somebody is. */
function ownerOf(
  row: { readonly owner: string | null; readonly family: string } | undefined,
  families: ReadonlyMap<string, Words>,
): Words | null {
  return row === undefined || row.owner !== null ? null : (families.get(row.family) ?? null);
}

function monthAfter(month: string): string {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5, 7));
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
