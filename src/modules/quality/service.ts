import type { Gate, Principal } from '#core/access';
import type { Audit } from '#core/audit';
import { chinaDate } from '#core/calendar';
import type { Database, Session } from '#core/db';
import type { FileAnswer } from '#core/http';
import { newId } from '#core/ids';
import { type Cases, caseName, type EffectContext, parseCaseName } from '#engines/cases';
import type { OfficialFormat } from '#engines/documents';
import type { InstrumentLibrary, OpenedSheet, Sheet, Sheets, SurveyResult, Surveys } from '#engines/instruments';
import type { Balance } from '#modules/balance';
import type { Organization } from '#modules/organization';
import { compareSheets } from './compare-sheets.ts';
import type { EvaluationHead, EvaluationView, RoundView } from './contract.ts';
import { qualityErrors } from './errors.ts';
import { evaluationKind, evaluationKindName } from './evaluation-kind.ts';
import { findUnits } from './find-units.ts';
import type { Evaluation, Round } from './model.ts';
import { qualityPermissions as may } from './permissions.ts';
import {
  findEarlier,
  findEvaluation,
  findRound,
  insertEvaluation,
  insertRound,
  listEvaluations,
  listRounds,
  updateEvaluation,
} from './repository.ts';
import { showEvaluation } from './show-evaluation.ts';
import { surveyEvidence } from './survey-evidence.ts';
import { writeRecord } from './write-record.ts';

export interface QualityParts {
  readonly database: Database;
  readonly gate: Gate;
  readonly audit: Audit;
  readonly cases: Cases;
  readonly sheets: Sheets;
  readonly surveys: Surveys;
  readonly library: InstrumentLibrary;
  readonly organization: Organization;
  readonly balance: Balance;
  readonly now: () => Date;
}

interface Act {
  readonly principal: Principal;
  readonly at: Date;
}

export interface NewRound {
  readonly instrument: string;
  readonly title: string;
  readonly schoolYear: number;
  readonly selfDueOn: string;
  readonly units?: readonly string[] | undefined;
}

/** How an address names the area itself where a school could stand. */
export const wholeArea = 'area';

/** Evaluation by the guides: rounds, the two sides of a school, what follows from them. */
export class Quality {
  readonly #parts: QualityParts;

  constructor(parts: QualityParts) {
    this.#parts = parts;
    const { cases, sheets } = parts;
    cases.register(evaluationKind, {
      submitSelf: (context) => this.#submitSelf(context),
      returnSelf: (context) => this.#returnSelf(context),
      score: (context) => this.#score(context),
      move: async ({ session, ref, after }) => {
        const found = await findEvaluation(session, ref.county, { case: ref.id });
        await updateEvaluation(session, found, { ...found, state: after.state });
      },
    });
    sheets.follow(evaluationKindName, {
      submitted: async (session, sheet, { principal }) => {
        const ref = parseCaseName(sheet.about.slice(evaluationKindName.length + 1));
        if (ref === undefined) throw new Error('a sheet of a round names no case');
        await cases.act(principal, ref, sheet.side === 'self' ? 'submitSelf' : 'score', {}, session);
      },
      refuseReopening: ({ title }) => {
        throw qualityErrors.sheetInRound({ title });
      },
    });
  }

  /** Opens a round: a case and a self-assessment for each school to which the guide applies. All of it or nothing. */
  async openRound(area: string, given: NewRound, { principal, at }: Act): Promise<RoundView> {
    const { database, gate, audit, library, organization } = this.#parts;
    gate.require(principal, may.organize, { area });
    const { instrument } = library.find(given.instrument);
    if (instrument.kind !== 'rubric') throw qualityErrors.notARubric({ instrument: instrument.id });
    const { level } = await organization.area(area);
    const units =
      level !== 'county'
        ? []
        : instrument.subject === 'area'
          ? ['']
          : (await findUnits(organization, area, instrument.stages)).filter(
              (unit) => given.units === undefined || given.units.includes(unit),
            );
    if (units.length === 0) throw qualityErrors.nobodyToEvaluate({ area });
    const round: Round = { area, id: newId(at), openedBy: principal.id, openedAt: at, ...given };
    await database.transaction(async (session) => {
      await insertRound(session, round);
      for (const unit of units) await this.#openEvaluation(session, round, unit, { principal, at });
      await audit.append(session, {
        act: 'quality.openRound',
        on: { kind: 'round', id: round.id, area },
        result: 'done',
        details: { instrument: round.instrument, evaluations: units.length },
      });
    });
    return this.#roundView(round, { self: units.length });
  }

  async rounds(area: string, principal: Principal): Promise<RoundView[]> {
    const { database, gate, organization } = this.#parts;
    const scope = gate.requireAnywhere(principal, may.read);
    const found = await listRounds(database, scope, await organization.countiesOf(area));
    return Promise.all(found.map(({ states, ...round }) => this.#roundView(round, states)));
  }

  async round(
    area: string,
    id: string,
    principal: Principal,
  ): Promise<{ readonly round: RoundView; readonly rows: EvaluationHead[] }> {
    const { database, gate } = this.#parts;
    const scope = gate.requireAnywhere(principal, may.read);
    const round = await findRound(database, area, id);
    const evaluations = await listEvaluations(database, scope, area, id);
    if (evaluations.length === 0) throw qualityErrors.roundNotFound({ round: id });
    const states: Record<string, number> = {};
    for (const { state } of evaluations) states[state] = (states[state] ?? 0) + 1;
    const sheets = await this.#sheetsOf(database, evaluations);
    const names = await this.#namesOf(evaluations);
    return {
      round: await this.#roundView(round, states),
      rows: evaluations.map((one) => headOf(one, names.get(one.unit) ?? one.unit, sheets)),
    };
  }

  async evaluation(area: string, round: string, unit: string, principal: Principal): Promise<EvaluationView> {
    const { database, gate, cases } = this.#parts;
    const of = await findRound(database, area, round);
    const found = await findEvaluation(database, area, { round, unit: unit === wholeArea ? '' : unit });
    gate.require(principal, may.read, { area, unit: found.unit === '' ? undefined : found.unit });
    const earlier = await findEarlier(database, found, of.instrument);
    const sheets = await this.#sheetsOf(database, earlier === undefined ? [found] : [found, earlier]);
    const names = await this.#namesOf([found]);
    const { now } = await cases.read(principal, { county: area, id: found.case });
    return showEvaluation({
      round: await this.#roundView(of, { [found.state]: 1 }),
      head: headOf(found, names.get(found.unit) ?? found.unit, sheets),
      self: sheets.get(found.selfSheet) ?? null,
      external: sheets.get(found.externalSheet ?? '') ?? null,
      before: sheets.get(earlier?.externalSheet ?? '') ?? null,
      fields: now.fields,
    });
  }

  async record(
    area: string,
    round: string,
    unit: string,
    asked: { readonly format: OfficialFormat; readonly language: 'zh' | 'en' },
    { principal, at }: Act,
  ): Promise<FileAnswer> {
    const view = await this.evaluation(area, round, unit, principal);
    return writeRecord(view, asked, chinaDate(at), at);
  }

  /** Puts the result of a survey down as the attested answer of a standard. */
  async attestSurvey(
    key: { readonly area: string; readonly survey: string },
    asked: { readonly standard: string; readonly year: number },
    { principal, at }: Act,
  ): Promise<{ readonly item: string; readonly answer: number; readonly evidence: string }> {
    const { gate, surveys, balance } = this.#parts;
    gate.require(principal, 'balance.attest', { area: key.area });
    const result: SurveyResult = await surveys.result(key, { principal, at });
    const { items } = await balance.attestations(key.area, asked);
    const item = items.find(({ kind, unit }) => kind === 'survey' && unit?.en === '%');
    if (item === undefined) throw qualityErrors.nothingToAttest({ standard: asked.standard });
    const evidence = surveyEvidence(result);
    if (evidence === null) throw qualityErrors.tooFewAnswers();
    await balance.attest(key.area, asked, { item: item.item, ...evidence, by: principal.id, at });
    return { item: item.item, ...evidence };
  }

  async #openEvaluation(session: Session, round: Round, unit: string, { principal, at }: Act): Promise<void> {
    const { cases, sheets } = this.#parts;
    const { area, id, title, instrument, selfDueOn } = round;
    const ref = await cases.open(
      principal,
      evaluationKindName,
      {
        area,
        unit: unit === '' ? null : unit,
        title,
        about: { kind: 'quality.round', id },
        fields: { selfDueOn },
      },
      session,
    );
    const sheet = await sheets.open(
      session,
      {
        area,
        unit,
        instrument,
        title,
        side: 'self',
        dueOn: selfDueOn,
        about: `${evaluationKindName}/${caseName(ref)}`,
      },
      { principal, at },
    );
    await insertEvaluation(session, {
      area,
      round: id,
      unit,
      case: ref.id,
      selfSheet: sheet.id,
      externalSheet: null,
      state: 'self',
    });
  }

  async #submitSelf({ session, ref, by, after }: EffectContext): Promise<void> {
    const { sheets, now } = this.#parts;
    const act = { principal: by, at: now() };
    const found = await findEvaluation(session, ref.county, { case: ref.id });
    const { sheet } = await sheets.close(session, { area: found.area, sheet: found.selfSheet }, act);
    const externalSheet = found.externalSheet ?? (await this.#openExternal(session, sheet, act));
    await updateEvaluation(session, found, { state: after.state, externalSheet });
  }

  async #openExternal(session: Session, self: Sheet, act: Act): Promise<string> {
    const { area, unit, instrument, title, about } = self;
    const given = { area, unit, instrument, title, about, side: 'external', dueOn: null } as const;
    return (await this.#parts.sheets.open(session, given, act)).id;
  }

  async #returnSelf({ session, ref, after }: EffectContext): Promise<void> {
    const found = await findEvaluation(session, ref.county, { case: ref.id });
    await this.#parts.sheets.openAgain(session, { area: found.area, sheet: found.selfSheet });
    await updateEvaluation(session, found, { ...found, state: after.state });
  }

  async #score({ session, ref, by, after }: EffectContext): Promise<void> {
    const { sheets, now } = this.#parts;
    const found = await findEvaluation(session, ref.county, { case: ref.id });
    const sheet = found.externalSheet ?? '';
    await sheets.close(session, { area: found.area, sheet }, { principal: by, at: now() });
    await updateEvaluation(session, found, { ...found, state: after.state });
  }

  async #sheetsOf(session: Session, evaluations: readonly Evaluation[]): Promise<ReadonlyMap<string, OpenedSheet>> {
    const area = evaluations[0]?.area ?? '';
    const ids = evaluations.flatMap(({ selfSheet, externalSheet }) => [selfSheet, externalSheet ?? '']);
    return this.#parts.sheets.openedEach(session, area, ids);
  }

  async #namesOf(evaluations: readonly Evaluation[]): Promise<ReadonlyMap<string, string>> {
    const { areas, units } = await this.#parts.organization.namesOf({
      areas: evaluations.map(({ area }) => area),
      units: evaluations.map(({ area, unit }) => ({ county: area, id: unit })),
    });
    return new Map(
      evaluations.map(({ area, unit }) => [
        unit,
        (unit === '' ? areas.get(area) : units.get(`${area} ${unit}`)) ?? unit,
      ]),
    );
  }

  async #roundView(round: Round, states: Readonly<Record<string, number>>): Promise<RoundView> {
    const { library, organization } = this.#parts;
    const { area, id, instrument, title, schoolYear, selfDueOn } = round;
    const known = library.all.find((one) => one.instrument.id === instrument);
    const { areas } = await organization.namesOf({ areas: [area], units: [] });
    return {
      area,
      id,
      instrument,
      title,
      schoolYear,
      selfDueOn,
      areaName: areas.get(area) ?? area,
      instrumentName: known === undefined ? { zh: instrument, en: instrument } : { ...known.instrument.words },
      states: { ...states },
    };
  }
}

function headOf(found: Evaluation, name: string, sheets: ReadonlyMap<string, OpenedSheet>): EvaluationHead {
  const self = sheets.get(found.selfSheet) ?? null;
  const external = sheets.get(found.externalSheet ?? '') ?? null;
  const compared =
    self === null || external?.sheet.state !== 'submitted'
      ? null
      : compareSheets(self.compiled.instrument, self, external, null);
  return {
    unit: found.unit === '' ? wholeArea : found.unit,
    name,
    state: found.state,
    case: caseName({ county: found.area, id: found.case }),
    selfSheet: found.selfSheet,
    externalSheet: found.externalSheet,
    done: self === null ? 0 : self.progress.asked - self.progress.missing.length,
    asked: self?.progress.asked ?? 0,
    differing: compared?.filter(({ gap }) => gap !== null && gap !== 0).length ?? null,
    weak: compared?.filter(({ isWeak }) => isWeak).length ?? null,
  };
}
