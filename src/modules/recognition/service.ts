import type { Principal } from '#core/access';
import type { Effect } from '#engines/cases';
import { type CaseRef, caseName, type DerivedCase, parseCaseName } from '#engines/cases';
import { fromShown } from '#standards';
import { applicationKind } from './application-kind.ts';
import { compareLevels, type Level } from './compare-levels.ts';
import type { Application, ApplicationHead, FindingBody } from './contract.ts';
import type { RecognitionDoors } from './doors.ts';
import { drawSample } from './draw-sample.ts';
import { recognitionErrors } from './errors.ts';
import { listFindings, putFinding } from './finding-repository.ts';
import { type Item, itemsOf } from './items.ts';
import { isSignalKey, judgedSignals, showSignal, signalKey } from './judged-signals.ts';
import { recognitionPermissions as may } from './permissions.ts';
import { showItem } from './show-item.ts';

/** Who acts, and when. */
export interface Act {
  readonly principal: Principal;
  readonly at: Date;
}

const { kind } = applicationKind.declaration;
/** At which level findings are recorded in a state, and who may. */
const recordedIn: Readonly<Record<string, { readonly level: Level; readonly permission: string }>> = {
  cityReview: { level: 'city', permission: may.review },
  provinceCheck: { level: 'province', permission: may.check },
  onSite: { level: 'nation', permission: may.decide },
};
const mostApplications = 1_000;

/** Campaigns for recognition: a county's self-assessment and what city, province and nation find when they look again. */
export class Recognition {
  readonly #doors: RecognitionDoors;

  constructor(doors: RecognitionDoors) {
    this.#doors = doors;
    doors.cases.register(applicationKind, {
      lock: this.#setYear('locked'),
      reopen: this.#setYear('reopened'),
      recognise: ({ session, ref, after, by }) =>
        doors.recognised(session, ref.county, String(after.fields.standard), by.id, doors.now()),
    });
  }

  /** Applications at or below an area, those due first. */
  async applications(code: string, principal: Principal) {
    const area = await this.#doors.registry.area(code);
    const rows = await this.#doors.cases.list(principal, { kind, area: code, limit: mostApplications });
    const heads: ApplicationHead[] = [];
    for (const row of rows) {
      const { now } = await this.#doors.cases.read(principal, { county: row.county_code, id: row.case_id });
      heads.push(await this.#head({ county: row.county_code, id: row.case_id }, now));
    }
    return { area, rows: heads };
  }

  /** Begins a county's self-assessment with its newest evaluation. @throws DomainError `recognition.notACounty`, `recognition.underWay` */
  async apply(
    county: string,
    asked: { readonly standard?: string | undefined; readonly year?: number | undefined },
    { principal, at }: Act,
  ): Promise<Application> {
    const { cases, registry, evaluation } = this.#doors;
    const area = await registry.area(county);
    if (area.level !== 'county') throw recognitionErrors.notACounty({ area: county });
    const snapshot = await evaluation.take(county, asked, { by: principal.id, at });
    const about = { kind: 'recognition', id: `${county} ${snapshot.standard.id}` };
    if ((await cases.list(principal, { kind, area: county, about, open: true, limit: 1 })).length > 0) {
      throw recognitionErrors.underWay({ area: area.name, standard: snapshot.standard.id });
    }
    const ref = await cases.open(principal, kind, {
      area: county,
      title: `${area.name} ${snapshot.standard.name.zh} ${snapshot.schoolYear}`,
      about,
      fields: { standard: snapshot.standard.id, schoolYear: snapshot.schoolYear, snapshot: snapshot.id },
    });
    return this.application(county, caseName(ref), principal);
  }

  async application(area: string, name: string, principal: Principal): Promise<Application> {
    const { ref, now } = await this.#read(area, name, principal);
    const { evaluation, database } = this.#doors;
    const { head, report } = await evaluation.read(ref.county, String(now.fields.snapshot));
    const items = itemsOf(report, evaluation.unitsOf(head.standard.id));
    const recorded = await listFindings(database, ref.county, ref.id);
    const compared = compareLevels(items, recorded);
    const signals = judgedSignals(await evaluation.signals(ref.county, head.schoolYear), recorded);
    const names = evaluation.namesOf(head.standard.id);
    const judged = compared.filter(({ verdict }) => verdict !== 'notApplicable');
    return {
      ...(await this.#head(ref, now)),
      standard: { id: head.standard.id, version: head.standard.version, name: head.standard.name },
      schoolYear: head.schoolYear,
      snapshot: head.id,
      verdict: head.verdict,
      counts: {
        items: judged.length,
        notMet: judged.filter(({ verdict }) => verdict === 'notMet').length,
        noData: judged.filter(({ verdict }) => verdict === 'noData').length,
        checked: compared.filter(({ found }) => found.length > 0).length,
        differing: compared.filter(({ differs }) => differs).length,
      },
      recording: recordedIn[now.state]?.level ?? null,
      sample: sampleOf(now, items),
      items: judged.map((item) => showItem(item, names.get(item.indicator))),
      signals: signals.map(showSignal),
    };
  }

  /** Takes the newest evaluation into a self-assessment that is still with the county. */
  async renew(area: string, name: string, { principal, at }: Act): Promise<Application> {
    const { ref, now } = await this.#read(area, name, principal);
    const question = { standard: String(now.fields.standard), year: Number(now.fields.schoolYear) };
    const snapshot = await this.#doors.evaluation.take(ref.county, question, { by: principal.id, at });
    await this.#doors.cases.act(principal, ref, 'renew', { fields: { snapshot: snapshot.id }, seenSeq: now.seq });
    return this.application(area, name, principal);
  }

  /** Watches a recognised county: its newest year by the same standard is kept with the application. */
  async monitor(area: string, name: string, { principal, at }: Act): Promise<Application> {
    const { ref, now } = await this.#read(area, name, principal);
    const snapshot = await this.#doors.evaluation.take(
      ref.county,
      { standard: String(now.fields.standard) },
      { by: principal.id, at },
    );
    await this.#doors.cases.act(principal, ref, 'monitor', {
      fields: { schoolYear: snapshot.schoolYear, snapshot: snapshot.id },
      seenSeq: now.seq,
    });
    return this.application(area, name, principal);
  }

  /** Records what a level above found for one item, a number in the unit the item is shown in, or how it judges a signal. @throws DomainError `recognition.notYourTurn`, `recognition.itemNotFound`, `recognition.notDrawn`, `recognition.reasonMissing` */
  async find(
    area: string,
    name: string,
    key: string,
    given: FindingBody,
    { principal, at }: Act,
  ): Promise<Application> {
    const { ref, now, stateTitle } = await this.#read(area, name, principal);
    const recorded = recordedIn[now.state];
    if (recorded === undefined) throw recognitionErrors.notYourTurn({ state: stateTitle, level: '—' });
    this.#doors.gate.require(principal, recorded.permission, { area: ref.county });
    const { unit, measuredIn } = await this.#subjectOf(ref, now, key, given, recorded.level);
    await this.#doors.database.transaction(async (session) => {
      await putFinding(session, ref.county, ref.id, unit, {
        level: recorded.level,
        item: key,
        ...given,
        value: typeof given.value === 'number' ? fromShown(given.value, measuredIn) : given.value,
        by: principal.id,
        at,
      });
      await this.#doors.audit.append(session, {
        act: recorded.permission,
        on: { kind: 'recognition', id: ref.id, area: ref.county, unit: unit === '' ? undefined : unit },
        result: 'done',
        reason: given.note === '' ? undefined : given.note,
        details: { item: key, verdict: given.verdict },
      });
    });
    return this.application(area, name, principal);
  }

  /** What a finding of a level is about. A signal is judged with a reason, whichever school was drawn. */
  async #subjectOf(
    ref: CaseRef,
    now: DerivedCase,
    key: string,
    given: FindingBody,
    level: Level,
  ): Promise<Pick<Item, 'unit' | 'measuredIn'>> {
    const { head, report } = await this.#doors.evaluation.read(ref.county, String(now.fields.snapshot));
    if (isSignalKey(key)) {
      const signals = await this.#doors.evaluation.signals(ref.county, head.schoolYear);
      const signal = signals.find((one) => signalKey(one) === key);
      if (signal === undefined) throw recognitionErrors.itemNotFound({ item: key });
      if (given.note === '') throw recognitionErrors.reasonMissing();
      return { unit: signal.unit?.unit ?? '', measuredIn: '1' };
    }
    const items = itemsOf(report, this.#doors.evaluation.unitsOf(head.standard.id));
    const item = items.find((one) => one.key === key);
    if (item === undefined) throw recognitionErrors.itemNotFound({ item: key });
    const drawn = sampleOf(now, items)?.schools;
    if (level === 'nation' && item.unit !== '' && !drawn?.some(({ unit }) => unit === item.unit)) {
      throw recognitionErrors.notDrawn({ unit: item.unit });
    }
    return item;
  }

  #setYear(act: 'locked' | 'reopened'): Effect {
    return async ({ session, ref, after, by, kind: { title }, action }) => {
      const reason = `${title.zh}：${action.comment === '' ? after.state : action.comment}`;
      const year = Number(after.fields.schoolYear);
      await this.#doors.registry.setYear(session, ref.county, { year, act, reason, by: by.id, at: this.#doors.now() });
    };
  }

  /** @throws DomainError `recognition.applicationNotFound` where the address names another area than the application's own */
  async #read(area: string, name: string, principal: Principal) {
    const ref = parseCaseName(name) as CaseRef;
    const { now, declaration } = await this.#doors.cases.read(principal, ref);
    if (now.area !== area) throw recognitionErrors.applicationNotFound({ area });
    return { ref, now, stateTitle: declaration.states[now.state]?.title ?? { zh: now.state, en: now.state } };
  }

  async #head(ref: CaseRef, now: DerivedCase): Promise<ApplicationHead> {
    const { code, name } = await this.#doors.registry.area(now.area);
    const state = applicationKind.declaration.states[now.state];
    return {
      name: caseName(ref),
      area: { code, name },
      state: { id: now.state, title: state?.title ?? { zh: now.state, en: now.state }, isFinal: now.isFinal },
      openedAt: now.openedAt.toISOString(),
      actedAt: now.actedAt.toISOString(),
      dueOn: now.dueOn,
    };
  }
}

/** The schools drawn, drawn again from the seed: nothing is stored that could differ. A school of several stages counts by the first. */
function sampleOf({ fields }: DerivedCase, items: readonly Item[]): Application['sample'] {
  const { seed, schools: size } = fields;
  if (typeof seed !== 'string' || typeof size !== 'number') return null;
  const schools = new Map<string, { unit: string; name: string; group: string }>();
  for (const { kind: of, unit, unitName, stage } of items) {
    if (of === 'school' && !schools.has(unit)) schools.set(unit, { unit, name: unitName, group: stage });
  }
  const drawn = drawSample([...schools.values()], size, seed);
  return {
    seed,
    size,
    among: schools.size,
    schools: drawn.flatMap(({ unit }) => schools.get(unit) ?? []),
  };
}
