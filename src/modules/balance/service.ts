import { chinaDate } from '#core/calendar';
import type { AnswerOf, FileAnswer } from '#core/http';
import type { JobKind } from '#core/jobs';
import { type KeyRing, signingKeyOf } from '#core/keys';
import { namesOf } from '#modules/conditions';
import { evaluateStandard, type StageOrAll } from '#standards';
import { answerRemedy, type RemedyOrder } from './answer-remedy.ts';
import { type AreaSeries, describeSeries, type FailingItems, readFailingItems, readSeries } from './area-series.ts';
import { attest, listAttestationItems } from './attest.ts';
import { buildComparison, type ComparedBy, type ComparedYear, comparingFor } from './build-comparison.ts';
import { buildIndicator } from './build-indicator.ts';
import { buildOverview, mapLimit } from './build-overview.ts';
import { buildSchool } from './build-school.ts';
import {
  type balanceRoutes,
  type ExportFormat,
  type ExportTable,
  type Finding,
  packInput,
  type RemedyPlan,
  type ReportFormat,
  type SnapshotHead,
  signalRules,
  whatIfMostSchools,
} from './contract.ts';
import { balanceErrors } from './errors.ts';
import { type AreaEvaluation, AreaEvaluator, type BalanceDoors, type Question } from './evaluate-area.ts';
import { type EvaluateOrder, evaluateJob } from './evaluate-job.ts';
import { exportedTable } from './export-tables.ts';
import { findIndicator } from './find-indicator.ts';
import { answerFinding, findingsOf, pageOfFindings } from './findings-page.ts';
import { unitCostOf } from './gaps.ts';
import { listSchools, type SchoolsQuestion, schoolRows } from './list-schools.ts';
import type { Evaluated } from './model.ts';
import type { QualityChecks } from './quality/model.ts';
import type { UnitCosts } from './remedy/unit-cost.ts';
import { remedyJob } from './remedy-job.ts';
import type { SnapshotRow } from './repository.ts';
import { sourcesOf } from './school-sources.ts';
import {
  type IsStale,
  listAreaSnapshots,
  openSnapshot,
  type SnapshotListing,
  takeSnapshot,
  verifySnapshot,
} from './snapshots.ts';
import { type TraceQuestion, traceNumber } from './trace-number.ts';
import { type EvidenceOf, writeEvidence } from './write-evidence.ts';
import { writeExport } from './write-export.ts';
import { writeReport } from './write-report.ts';

/** Who acts, and when. */
export interface Act {
  readonly by: string;
  readonly at: Date;
}

export interface ServiceDoors extends BalanceDoors {
  /** Evidence is signed with them. */
  readonly keys: KeyRing;
  /** What one piece of a resource costs: `policies/costs.yaml`. */
  readonly costs: UnitCosts;
  /** The rules of the data quality page. */
  readonly checks: QualityChecks;
}

type FindingsQuestion = Question & Parameters<typeof pageOfFindings>[2];

type Answers = { readonly [Name in keyof typeof balanceRoutes]: AnswerOf<(typeof balanceRoutes)[Name]> };

/** Years shown beside the one that is asked for. */
const yearsBefore = 4;

/** The evaluation service over one database. */
export class Balance {
  readonly doors: ServiceDoors;
  readonly evaluator: AreaEvaluator;

  constructor(doors: ServiceDoors) {
    this.doors = doors;
    this.evaluator = new AreaEvaluator(doors);
  }

  /** The long work that this service declares. */
  get jobs(): readonly JobKind[] {
    return [
      evaluateJob(this.evaluator),
      remedyJob(
        (area, order) => this.remedy(area, order),
        () => this.evaluator.stamp(),
      ),
    ];
  }

  /** What `evaluateJob` must do first where the answer to a question is not at hand. */
  async evaluationMissing(area: string, question: Question): Promise<EvaluateOrder | undefined> {
    return (await this.evaluator.isKept(area, question)) ? undefined : { area, ...question };
  }

  evaluate(area: string, question: Question = {}): Promise<AreaEvaluation> {
    return this.evaluator.evaluate(area, question);
  }

  async overview(area: string, question: Question): Promise<Answers['overview']> {
    const { registry, costs } = this.doors;
    const answered = await this.evaluate(area, question);
    const [previous = null] = await this.evaluator.earlier(answered, 1);
    const isLarge = answered.evaluated.input.units.size > mapLimit;
    const units = isLarge ? [] : await registry.units(area);
    const middles = isLarge ? await registry.countyMiddles(area) : new Map<string, never>();
    const points = new Map(units.map(({ county, id, lng, lat }) => [`${county} ${id}`, { lng, lat }]));
    return buildOverview({
      ...answered,
      previous,
      costOf: unitCostOf(costs, answered.head.standard.id),
      middleOf: (county) => middles.get(county) ?? null,
      pointOf: (county, unit) => {
        const point = points.get(`${county} ${unit}`);
        return point === undefined || point.lng === null || point.lat === null
          ? null
          : { lng: point.lng, lat: point.lat };
      },
    });
  }

  async indicator(
    area: string,
    id: string,
    question: Question & { readonly stage?: StageOrAll | undefined },
  ): Promise<Answers['indicator']> {
    const answered = await this.evaluate(area, question);
    const indicator = findIndicator(answered.entry.compiled, id);
    const stage = question.stage ?? indicator?.stages[0];
    if (indicator === undefined || stage === undefined || !indicator.stages.includes(stage)) {
      throw balanceErrors.indicatorNotFound({ indicator: id, standard: answered.head.standard.id });
    }
    const earlier = await this.evaluator.earlier(answered, yearsBefore);
    const places = await this.doors.registry.townshipNames(area);
    return buildIndicator({ ...answered, indicator, stage, earlier, places });
  }

  async schools(
    area: string,
    question: Question & SchoolsQuestion & { readonly q?: string | undefined },
  ): Promise<Answers['schools']> {
    const answered = await this.evaluate(area, question);
    const among = question.q === undefined ? undefined : await this.#matching(area, question.q);
    return listSchools(answered, { ...question, among });
  }

  async school(area: string, unit: string, question: Question): Promise<Answers['school']> {
    const answered = await this.evaluate(area, question);
    const row = await this.#rowOf(answered, unit);
    const earlier = await this.evaluator.earlier(answered, yearsBefore);
    const names = namesOf([answered.entry.compiled.definition]);
    return buildSchool({
      ...answered,
      ...(await sourcesOf(this.doors, answered, unit)),
      unit: row,
      earlier,
      nameOf: (id) => names.get(id) ?? { zh: id, en: id },
    });
  }

  async comparison(area: string, question: Question & { readonly by: ComparedBy }): Promise<Answers['comparison']> {
    const answered = await this.evaluate(area, question);
    const [before] = await this.evaluator.earlier(answered, 1);
    const { head, area: row } = answered;
    // A county has no areas below it that are judged: its townships stand beside one another instead.
    const by = question.by === 'areas' && head.area.level === 'county' ? 'township' : question.by;
    const rowBefore = before?.input.areas.code.indexOf(head.area.code) ?? -1;
    return buildComparison({
      head,
      area: row,
      by,
      places: await this.doors.registry.townshipNames(area),
      year: comparedYear(answered.evaluated, row, by),
      previous: before === undefined ? null : comparedYear(before, rowBefore, by),
    });
  }

  async whatIf(area: string, question: Question): Promise<Answers['whatIf']> {
    const { name, units: schools } = await this.doors.registry.area(area);
    if (schools > whatIfMostSchools)
      throw balanceErrors.areaTooLarge({ area: name, schools, limit: whatIfMostSchools });
    const { head, evaluated, entry } = await this.evaluate(area, question);
    return { ...head, input: packInput(evaluated.input), standardFiles: [...entry.files] };
  }

  /** The cheapest way to pass; sought in a thread of its own. @throws DomainError `balance.noUnitCosts`, `balance.areaTooLarge` */
  async remedy(area: string, order: Question & RemedyOrder): Promise<RemedyPlan> {
    const { head, evaluated, area: row } = await this.evaluate(area, order);
    return { ...head, ...(await answerRemedy(evaluated, row, this.doors.costs, order)) };
  }

  /** One number of an area over the years; `undefined` where the standard has no such number. */
  async series(
    area: string,
    question: Question & { readonly indicator: string; readonly stage: StageOrAll },
  ): Promise<AreaSeries | undefined> {
    const answered = await this.evaluate(area, question);
    return readSeries(answered, await this.evaluator.earlier(answered, yearsBefore), question);
  }

  /** The same number's name, where there are no data yet. @throws DomainError `conditions.standardNotFound` */
  describeSeries(
    standard: string,
    question: { readonly indicator: string; readonly stage: StageOrAll },
  ): AreaSeries | undefined {
    const described = describeSeries(this.doors.conditions.entry(standard).compiled, question);
    return described && { ...described, line: null, readings: [] };
  }

  /** How many items each judged area below does not meet, year by year. */
  async failingItems(area: string, question: Question): Promise<readonly FailingItems[]> {
    const answered = await this.evaluate(area, question);
    return readFailingItems(answered, await this.evaluator.earlier(answered, yearsBefore));
  }

  async trace(
    area: string,
    question: Question & Omit<TraceQuestion, 'unit'> & { readonly unit?: string | undefined },
  ): Promise<Answers['trace']> {
    const answered = await this.evaluate(area, question);
    const unit = question.unit === undefined ? undefined : await this.#rowOf(answered, question.unit);
    return traceNumber(this.doors.database, answered, { ...question, unit });
  }

  async attestations(
    area: string,
    question: Question & { readonly unit?: string | undefined },
  ): Promise<Answers['attestations']> {
    return listAttestationItems(await this.evaluate(area, question), question.unit ?? '');
  }

  async attest(
    area: string,
    question: Question & { readonly unit?: string | undefined },
    given: Act & { readonly item: string; readonly answer: boolean | number | null; readonly evidence: string },
  ): Promise<Answers['attest']> {
    const unit = question.unit ?? '';
    const answered = await this.evaluate(area, question);
    if (unit !== '') await this.#rowOf(answered, unit);
    await this.doors.registry.refuseLocked([area], [answered.head.schoolYear]);
    await attest(this.doors, answered, { ...given, unit });
    return this.attestations(area, question);
  }

  async snapshots(area: string, question: Omit<SnapshotListing, 'area'>): Promise<Answers['snapshots']> {
    const { code, name, level } = await this.doors.registry.area(area);
    const listing = { ...question, area: { code, name, level } };
    return listAreaSnapshots(this.doors.database, this.doors.conditions, listing, this.#staleness());
  }

  async takeSnapshot(area: string, question: Question, act: Act): Promise<SnapshotHead> {
    return takeSnapshot(this.doors, await this.evaluate(area, question), act);
  }

  async snapshot(area: string, id: string): Promise<Answers['snapshot']> {
    const { code, name, level } = await this.doors.registry.area(area);
    return openSnapshot(this.doors.database, this.doors.conditions, { code, name, level }, id, this.#staleness());
  }

  verifySnapshot(id: string, area?: string): Promise<Answers['verifySnapshot']> {
    return verifySnapshot(this.doors.database, id, area);
  }

  async findings(area: string, question: FindingsQuestion): Promise<Answers['findings']> {
    const { answered, all } = await this.#findings(area, question);
    return pageOfFindings(answered, all, question);
  }

  /** The findings that may be signs of false data, with what people answered. */
  async signals(area: string, question: Pick<Question, 'year'>): Promise<readonly Finding[]> {
    return (await this.#findings(area, question)).all.filter(({ rule }) => signalRules.includes(rule));
  }

  async answerFinding(
    area: string,
    question: Question,
    given: Act & { readonly finding: string; readonly state: Finding['state']; readonly reason: string },
  ): Promise<Finding> {
    const { answered, all } = await this.#findings(area, question);
    return answerFinding(this.doors, answered, all, given);
  }

  async report(
    area: string,
    question: Question & { readonly format: ReportFormat; readonly language: 'zh' | 'en' },
    at: Date,
  ): Promise<FileAnswer> {
    const overview = await this.overview(area, question);
    const { items } = await this.attestations(area, question);
    const schools = schoolRows(await this.evaluate(area, question));
    const source = { overview, schools, attested: items, writtenOn: chinaDate(at) };
    return writeReport(source, question.format, question.language, at);
  }

  /** One indicator of an area with everything that shows it, signed. @throws DomainError `balance.indicatorNotFound` */
  async evidence(area: string, question: Question & EvidenceOf, act: Act): Promise<FileAnswer> {
    const key = signingKeyOf(this.doors.keys.current('evidence'));
    const signals = await this.signals(area, question);
    return writeEvidence(this.doors.database, await this.evaluate(area, question), question, signals, { ...act, key });
  }

  async export(
    area: string,
    question: Question & { readonly table: ExportTable; readonly format: ExportFormat; readonly language: 'zh' | 'en' },
    at: Date,
  ): Promise<FileAnswer> {
    const { head } = await this.evaluate(area, question);
    const all = { ...question, limit: Number.MAX_SAFE_INTEGER };
    const table = await exportedTable(
      question.table,
      {
        overview: () => this.overview(area, question),
        schools: () => this.schools(area, all),
        comparison: () => this.comparison(area, { ...question, by: 'areas' }),
        findings: async () => (await this.#findings(area, question)).all,
      },
      question.language,
    );
    return writeExport(head, table, question.format, question.language, at);
  }

  async #findings(area: string, { year }: Question): Promise<{ answered: AreaEvaluation; all: Finding[] }> {
    const answered = await this.evaluate(area, { year });
    const [before] = await this.evaluator.earlier(answered, 1);
    return { answered, all: await findingsOf(this.doors, this.doors.checks, answered, before) };
  }

  /** Compares with what the same question gives today; each question is answered once. */
  #staleness(): IsStale {
    const today = new Map<string, Promise<Evaluated | null>>();
    return async (row: SnapshotRow) => {
      const key = `${row.school_year} ${row.standard_id}`;
      const question = { year: row.school_year, standard: row.standard_id };
      const current =
        today.get(key) ??
        this.evaluate(row.area_code, question).then(
          ({ evaluated }) => evaluated,
          () => null,
        );
      today.set(key, current);
      const evaluated = await current;
      return evaluated === null || evaluated.inputsHash !== row.inputs_hash || evaluated.hash !== row.standard_hash;
    };
  }

  /** The unit's row. @throws DomainError `organization.unitNotFound`, or `balance.noFacts` for a unit that does not run that year. */
  async #rowOf({ evaluated: { input }, head }: AreaEvaluation, unit: string): Promise<number> {
    const row = input.units.id.indexOf(unit);
    if (row >= 0) return row;
    await this.doors.registry.unit(head.area.code, unit);
    throw balanceErrors.noFacts({ area: unit, year: head.schoolYear });
  }

  async #matching(area: string, q: string): Promise<ReadonlySet<string>> {
    const units = await this.doors.registry.units(area, q);
    return new Set(units.map(({ county, id }) => `${county} ${id}`));
  }
}

function comparedYear(evaluated: Evaluated, area: number, by: ComparedBy): ComparedYear {
  const comparing = comparingFor(evaluated, area, by);
  const { compiled, input } = evaluated;
  return {
    evaluated,
    inside: evaluateStandard(compiled, input, { comparing: comparing.inside }),
    between: evaluateStandard(compiled, input, { comparing: comparing.between }),
  };
}
