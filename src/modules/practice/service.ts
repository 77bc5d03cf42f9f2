import type { Principal } from '#core/access';
import { chinaDate } from '#core/calendar';
import type { LocalText } from '#core/locale';
import { type Cases, caseName } from '#engines/cases';
import type {
  EffectMeasured,
  ExampleBody,
  ExampleDetail,
  ExampleRow,
  MeasuredBy,
  PilotBody,
  PilotRow,
  PublishedExample,
  PublishedRow,
} from './contract.ts';
import type { PracticeDoors } from './doors.ts';
import { practiceErrors } from './errors.ts';
import { exampleKind, exampleKindName } from './example-kind.ts';
import { practicePermissions as may } from './permissions.ts';
import { pilotKind, pilotKindName } from './pilot-kind.ts';
import { exampleEffects, pilotEffects } from './practice-effects.ts';
import {
  findExample,
  listExamples,
  listPilots,
  listPublished,
  type StoredExample,
  type StoredPilot,
} from './repository.ts';

type Stored = Pick<StoredPilot & StoredExample, 'area_code' | 'id' | 'unit_id' | 'title' | 'clause' | 'state'>;
type Shown = Pick<PilotRow, 'area' | 'unit' | 'id' | 'title' | 'clause' | 'state' | 'case'>;

/** Pilots, and examples that are shown to others. */
export class Practice {
  readonly #doors: PracticeDoors;

  constructor(doors: PracticeDoors) {
    this.#doors = doors;
    const hasClause = (clause: string) => doors.clauseTitle(clause) !== undefined;
    doors.cases.register(pilotKind, pilotEffects(hasClause));
    doors.cases.register(exampleKind, exampleEffects(hasClause));
  }

  /** The pilots of an area with everything below it, or of one school. */
  async pilots(area: string, unit?: string): Promise<PilotRow[]> {
    const { database, registry } = this.#doors;
    const rows = await listPilots(database, await registry.within(area), unit);
    const shown = await this.#show(rows, pilotKindName);
    return rows.map((row, at) => ({
      ...shownAt(shown, at),
      goal: row.goal,
      fromOn: row.from_on,
      midtermOn: row.midterm_on,
      untilOn: row.until_on,
      verdict: row.verdict,
    }));
  }

  applyForPilot(area: string, { title, unit, ...fields }: PilotBody, by: Principal): Promise<{ case: string }> {
    return this.#open(by, pilotKindName, { area, unit, title, fields });
  }

  async examples(area: string, unit?: string): Promise<ExampleRow[]> {
    const { database, registry } = this.#doors;
    const rows = await listExamples(database, await registry.within(area), unit);
    const shown = await this.#show(rows, exampleKindName);
    return rows.map((row, at) => ({ ...shownAt(shown, at), publishedOn: dayOf(row.published_at) }));
  }

  /** @throws DomainError `practice.indicatorUnknown`, `practice.clauseUnknown` */
  async proposeExample(
    area: string,
    { title, unit, files, ...fields }: ExampleBody,
    by: Principal,
  ): Promise<{ case: string }> {
    const { measuredBy } = fields;
    if (measuredBy !== null && (await this.#doors.series(area, measuredBy)) === undefined) {
      throw practiceErrors.indicatorUnknown(measuredBy);
    }
    return this.#open(by, exampleKindName, { area, unit, title, fields, files });
  }

  /** An example in any state, for whoever may see it. @throws DomainError `practice.exampleNotFound` */
  async example(area: string, id: string, by: Principal): Promise<ExampleDetail> {
    const row = await findExample(this.#doors.database, area, id);
    const target = { area, unit: row?.unit_id === '' ? undefined : row?.unit_id };
    if (row === undefined || !this.#doors.gate.decide(by, may.read, target).allowed) {
      throw practiceErrors.exampleNotFound({ example: id });
    }
    const { problem, practice, effect } = row;
    return {
      ...shownAt(await this.#show([row], exampleKindName), 0),
      publishedOn: dayOf(row.published_at),
      problem,
      practice,
      effect,
      measured: await this.#measure(area, row.measured_by),
    };
  }

  /** What anybody may read, newest first. */
  async published(clause?: string): Promise<PublishedRow[]> {
    const rows = await listPublished(this.#doors.database, clause);
    const shown = await this.#show(rows, exampleKindName);
    return rows.flatMap((row, at) => {
      const publishedOn = dayOf(row.published_at);
      const { state: _state, case: _case, ...open } = shownAt(shown, at);
      return publishedOn === null ? [] : [{ ...open, problem: row.problem, publishedOn }];
    });
  }

  /** @throws DomainError `practice.exampleNotFound`, also where it is not or no longer published */
  async publishedExample(area: string, id: string): Promise<PublishedExample> {
    const row = await findExample(this.#doors.database, area, id);
    const publishedOn = dayOf(row?.published_at ?? null);
    if (row === undefined || publishedOn === null) throw practiceErrors.exampleNotFound({ example: id });
    const { state: _state, case: _case, ...open } = shownAt(await this.#show([row], exampleKindName), 0);
    const { problem, practice, effect } = row;
    return { ...open, publishedOn, problem, practice, effect, measured: await this.#measure(area, row.measured_by) };
  }

  async #open(
    by: Principal,
    kind: string,
    given: Parameters<Cases['open']>[2] & { readonly unit: string | null },
  ): Promise<{ case: string }> {
    const { registry, cases } = this.#doors;
    await registry.within(given.area);
    if (given.unit !== null) await registry.refuseUnknownUnit(given.area, given.unit);
    return { case: caseName(await cases.open(by, kind, given)) };
  }

  /** The effect as the evaluation has it now; null where no indicator measures it, or the standard no longer has it. */
  async #measure(area: string, measuredBy: MeasuredBy | null): Promise<EffectMeasured | null> {
    if (measuredBy === null) return null;
    const { standard, indicator, stage, fromYear, toYear } = measuredBy;
    const series = await this.#doors.series(area, { standard, indicator, stage });
    if (series === undefined) return null;
    const at = (year: number) => ({ year, value: series.readings.find((one) => one.year === year)?.value ?? null });
    return {
      standard,
      indicator,
      stage,
      name: { ...series.name },
      unit: { ...series.unit },
      decimals: series.decimals,
      from: at(fromYear),
      to: at(toYear),
    };
  }

  async #show(rows: readonly Stored[], kind: string): Promise<readonly Shown[]> {
    const { registry, cases, clauseTitle } = this.#doors;
    const { areas, units } = await registry.namesOf({
      areas: [...new Set(rows.map(({ area_code }) => area_code))],
      units: rows.flatMap((row) => (row.unit_id === '' ? [] : [{ county: row.area_code, id: row.unit_id }])),
    });
    const { states } = cases.newest(kind);
    return rows.map((row) => ({
      area: { code: row.area_code, name: areas.get(row.area_code) ?? row.area_code },
      unit:
        row.unit_id === ''
          ? null
          : { id: row.unit_id, name: units.get(`${row.area_code} ${row.unit_id}`) ?? row.unit_id },
      id: row.id,
      title: row.title,
      clause: { id: row.clause, title: { ...(clauseTitle(row.clause) ?? said(row.clause)) } },
      state: {
        id: row.state,
        name: { ...(states[row.state]?.title ?? said(row.state)) },
        isFinal: states[row.state]?.final ?? false,
      },
      case: caseName({ county: row.area_code, id: row.id }),
    }));
  }
}

function shownAt(shown: readonly Shown[], at: number): Shown {
  const found = shown[at];
  if (found === undefined) throw new Error(`row ${at} was not shown`);
  return found;
}

const said = (words: string): LocalText => ({ zh: words, en: words });
const dayOf = (at: Date | null): string | null => (at === null ? null : chinaDate(at));
