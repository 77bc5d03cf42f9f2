import type { Gate } from '#core/access';
import type { Audit, AuditEntry } from '#core/audit';
import type { Database, Session } from '#core/db';
import type { Files } from '#core/files';
import type { FileAnswer } from '#core/http';
import { newId } from '#core/ids';
import {
  type AnswerFault,
  type AnswerProgress,
  type Answers,
  type CompiledInstrument,
  type Instrument,
  itemsOf,
  judgeAnswer,
  progressOf,
  type Score,
  scoreAnswers,
} from '#standards';
import { errors } from './errors.ts';
import { keepEvidence, openEvidence } from './evidence.ts';
import type { InstrumentLibrary } from './library.ts';
import type {
  Act,
  AnswerChange,
  ChangeOutcome,
  NewSheet,
  Sheet,
  SheetKey,
  Side,
  StandingAnswer,
  StoredChange,
} from './model.ts';
import { instrumentPermissions } from './permissions.ts';
import {
  findSheet,
  findSheets,
  insertChange,
  insertSheets,
  listSheets,
  putAnswer,
  readAnswers,
  readAnswersOf,
  readChanges,
  type SheetFilter,
  setSheetState,
  settleChange,
} from './sheet-store.ts';
import { fateOf } from './take-change.ts';
import { keepVersion, readVersion } from './version-store.ts';

/** A sheet with everything known about it. */
export interface OpenedSheet {
  readonly sheet: Sheet;
  readonly compiled: CompiledInstrument;
  readonly answers: readonly StandingAnswer[];
  /** Changes that met another one or came late, and that nobody has settled. */
  readonly waiting: readonly StoredChange[];
  readonly progress: AnswerProgress;
  readonly scores: readonly Score[];
}

export interface ChangeAnswer {
  readonly id: string;
  /** `refused`: it is no answer to the item, and was not kept. */
  readonly outcome: ChangeOutcome | 'refused';
  readonly fault: AnswerFault | 'unknownItem' | null;
  readonly revision: number;
}

export interface SheetParts {
  readonly database: Database;
  readonly gate: Gate;
  readonly audit: Audit;
  readonly library: InstrumentLibrary;
  readonly files: Pick<Files, 'add' | 'contentOf' | 'keepContents'>;
}

/** What a module does when one of its sheets moves; within the sheet's own transaction. */
export interface Follower {
  submitted(session: Session, sheet: Sheet, act: Act): Promise<void>;
  /** Throws where the sheet may not be opened again by itself. */
  refuseReopening(sheet: Sheet): void;
}

const permissionOf: Readonly<Record<Side, string>> = {
  self: instrumentPermissions.answer,
  external: instrumentPermissions.score,
  inspection: instrumentPermissions.inspect,
};

/** Sheets to answer: opened by a module, written by people on and off line, submitted once. */
export class Sheets {
  readonly #parts: SheetParts;
  readonly #followers = new Map<string, Follower>();

  constructor(parts: SheetParts) {
    this.#parts = parts;
  }

  /** Says what follows when sheets whose `about` begins with this kind and a slash are handed in. */
  follow(kind: string, follower: Follower): void {
    this.#followers.set(kind, follower);
  }

  /** Opens a sheet within the caller's transaction; the caller has asked the gate. @throws DomainError `instruments.wrongSubject` */
  async open(session: Session, given: NewSheet, { principal, at }: Act): Promise<Sheet> {
    const { instrument } = this.#parts.library.find(given.instrument);
    if ((instrument.subject === 'school') === (given.unit === '')) {
      throw errors.wrongSubject({ instrument: instrument.id });
    }
    await keepVersion(session, instrument, at);
    const sheet = newSheet(given, instrument.version, { principal, at });
    await insertSheets(session, [sheet]);
    await this.#record(session, 'openSheet', sheet, {
      details: { instrument: sheet.instrument, side: sheet.side },
    });
    return sheet;
  }

  /** Opens sheets of one instrument about many schools at once; the rest is as for `open`. */
  async openEach(
    session: Session,
    instrument: Instrument,
    given: readonly NewSheet[],
    { principal, at }: Act,
  ): Promise<readonly Sheet[]> {
    await keepVersion(session, instrument, at);
    const opened = given.map((one) => newSheet(one, instrument.version, { principal, at }));
    await insertSheets(session, opened);
    return opened;
  }

  /** An inspector opens a sheet of their own, on the spot. */
  inspect(given: Omit<NewSheet, 'side' | 'about'>, act: Act): Promise<Sheet> {
    this.#require(act, 'inspection', given);
    return this.#parts.database.transaction((session) =>
      this.open(session, { ...given, side: 'inspection', about: '' }, act),
    );
  }

  list({ principal }: Act, filter: SheetFilter): Promise<readonly Sheet[]> {
    const scope = this.#parts.gate.requireAnywhere(principal, instrumentPermissions.read);
    return listSheets(this.#parts.database, scope, filter);
  }

  async read(key: SheetKey, { principal }: Act): Promise<OpenedSheet> {
    const sheet = await findSheet(this.#parts.database, key);
    this.#parts.gate.require(principal, instrumentPermissions.read, targetOf(sheet));
    return this.openedFrom(this.#parts.database, sheet);
  }

  async openedFrom(session: Session, sheet: Sheet): Promise<OpenedSheet> {
    const key = keyOf(sheet);
    const compiled = await readVersion(session, sheet);
    const answers = await readAnswers(session, key);
    const waiting = await readChanges(session, key, { waiting: true });
    const known = answersOf(answers);
    return {
      sheet,
      compiled,
      answers,
      waiting,
      progress: progressOf(compiled, known),
      scores: scoreAnswers(compiled, known),
    };
  }

  /** Whether the person may write in the sheet. */
  mayAnswer(sheet: Sheet, { principal }: Act): boolean {
    return this.#parts.gate.decide(principal, permissionOf[sheet.side], targetOf(sheet)).allowed;
  }

  /**
   * Takes what was written on a device, in its order: all of it or nothing.
   *
   * @remarks The same change sent twice is one. A change that meets another is kept beside it and changes nothing until somebody
   * chooses; so is one that comes after the sheet was submitted.
   */
  async sync(key: SheetKey, changes: readonly AnswerChange[], act: Act): Promise<readonly ChangeAnswer[]> {
    return this.#parts.database.transaction(async (session) => {
      const sheet = await findSheet(session, key, true);
      this.#require(act, sheet.side, sheet);
      const { instrument } = await readVersion(session, sheet);
      const items = new Map(itemsOf(instrument).map((item) => [item.id, item]));
      const standing = new Map((await readAnswers(session, key)).map((answer) => [answer.item, answer]));
      const earlier = changes.flatMap(({ id, follows }) => (follows === undefined ? [id] : [id, follows]));
      const stored = new Map((await readChanges(session, key, { ids: earlier })).map((change) => [change.id, change]));
      const told: ChangeAnswer[] = [];
      let arrived = 0;
      const named: string[] = [];
      for (const change of changes) {
        const known = stored.get(change.id);
        if (known !== undefined) {
          told.push({ id: change.id, outcome: known.outcome, fault: null, revision: known.revision });
          continue;
        }
        const item = items.get(change.item);
        const fault =
          item === undefined ? 'unknownItem' : change.value === null ? null : judgeAnswer(item, change.value);
        const now = standing.get(change.item);
        if (fault !== null) {
          told.push({ id: change.id, outcome: 'refused', fault, revision: now?.revision ?? 0 });
          continue;
        }
        const before = change.follows === undefined ? undefined : stored.get(change.follows);
        const fate = fateOf(change, now, before, sheet.state === 'submitted');
        const { outcome, revision } = fate;
        if (fate.replaces) {
          const { item: of, value, note, files } = change;
          const answer = { item: of, value, note, files, revision, by: act.principal.id, at: act.at };
          await putAnswer(session, key, answer);
          standing.set(of, answer);
        }
        await insertChange(session, key, change, { outcome, revision, by: act.principal.id, at: act.at });
        named.push(...change.files);
        if (change.settles !== undefined && outcome === 'taken') await settleChange(session, key, change.settles);
        stored.set(change.id, { ...change, outcome, revision, by: act.principal.id, at: act.at });
        told.push({ id: change.id, outcome, fault: null, revision });
        arrived += 1;
      }
      if (arrived > 0) {
        const about = `sheet:${sheet.id}`;
        await this.#parts.files.keepContents(session, { area: sheet.area, sha256s: named, about });
        const waiting = told.filter(({ outcome }) => outcome === 'conflict' || outcome === 'late').length;
        await this.#record(session, 'answer', sheet, { details: { changes: arrived, waiting } });
      }
      return told;
    });
  }

  /** Keeps a photo or document for the sheet; an answer must name it to make it evidence. @throws DomainError `instruments.fileRefused` */
  async keepFile(key: SheetKey, bytes: Uint8Array, act: Act): Promise<string> {
    const sheet = await findSheet(this.#parts.database, key);
    this.#require(act, sheet.side, sheet);
    return keepEvidence(this.#parts.files, sheet, bytes, act.principal);
  }

  /** A file that an answer of the sheet names. @throws DomainError `instruments.fileNotFound` */
  async file(key: SheetKey, file: string, { principal }: Act): Promise<FileAnswer> {
    const { database, gate, files } = this.#parts;
    const sheet = await findSheet(database, key);
    gate.require(principal, instrumentPermissions.read, targetOf(sheet));
    const changes = await readChanges(database, key, {});
    if (!changes.some((change) => change.files.includes(file))) throw errors.fileNotFound({ file });
    return openEvidence(files, file);
  }

  /** Lays a change aside that met another one: the answer that stands, stays. */
  async settle(key: SheetKey, change: string, act: Act): Promise<void> {
    await this.#parts.database.transaction(async (session) => {
      const sheet = await findSheet(session, key, true);
      this.#require(act, sheet.side, sheet);
      await settleChange(session, key, change);
      await this.#record(session, 'settle', sheet, { details: { change } });
    });
  }

  /** @throws DomainError `instruments.sheetIncomplete`, `instruments.sheetConflicts`, `instruments.sheetSubmitted` */
  submit(key: SheetKey, act: Act): Promise<OpenedSheet> {
    return this.#parts.database.transaction((session) => this.submitWithin(session, key, act));
  }

  async submitWithin(session: Session, key: SheetKey, act: Act): Promise<OpenedSheet> {
    const sheet = await findSheet(session, key, true);
    if (sheet.state === 'submitted') throw errors.sheetSubmitted({ title: sheet.title });
    const submitted = await this.close(session, key, act);
    await this.#followers.get(kindOf(sheet))?.submitted(session, submitted.sheet, act);
    return submitted;
  }

  /** Hands a sheet in without anything following; one that is handed in already stays as it is. */
  async close(session: Session, key: SheetKey, act: Act): Promise<OpenedSheet> {
    const sheet = await findSheet(session, key, true);
    if (sheet.state === 'submitted') return this.openedFrom(session, sheet);
    this.#require(act, sheet.side, sheet);
    const { progress, waiting } = await this.openedFrom(session, sheet);
    if (progress.missing.length > 0) throw errors.sheetIncomplete({ missing: progress.missing.length });
    if (waiting.length > 0) throw errors.sheetConflicts({ count: waiting.length });
    await setSheetState(session, key, 'submitted', act.principal.id, act.at);
    await this.#record(session, 'submit', sheet);
    return this.openedFrom(session, await findSheet(session, key));
  }

  /** Opens a sheet again without anything following and without asking the gate. */
  async openAgain(session: Session, key: SheetKey): Promise<void> {
    await setSheetState(session, key, 'open', null, null);
    await this.#record(session, 'reopen', await findSheet(session, key));
  }

  /** Sheets with their answers, for a module that has asked the gate itself. */
  async openedEach(session: Session, area: string, ids: readonly string[]): Promise<ReadonlyMap<string, OpenedSheet>> {
    const sheets = await findSheets(session, area, ids);
    const answers = Map.groupBy(await readAnswersOf(session, area, ids), ({ sheet }) => sheet);
    const versions = new Map<string, CompiledInstrument>();
    for (const sheet of sheets) {
      const name = `${sheet.instrument} ${sheet.version}`;
      if (!versions.has(name)) versions.set(name, await readVersion(session, sheet));
    }
    return new Map(
      sheets.flatMap((sheet) => {
        const compiled = versions.get(`${sheet.instrument} ${sheet.version}`);
        if (compiled === undefined) return [];
        const given = (answers.get(sheet.id) ?? []).map(({ answer }) => answer);
        const known = answersOf(given);
        const progress = progressOf(compiled, known);
        return [
          [
            sheet.id,
            { sheet, compiled, answers: given, waiting: [], progress, scores: scoreAnswers(compiled, known) },
          ] as const,
        ];
      }),
    );
  }

  /** Opens a submitted sheet again; the reason is kept in the trail. @throws DomainError `instruments.sheetOpen` */
  async reopen(key: SheetKey, reason: string, act: Act): Promise<OpenedSheet> {
    return this.#parts.database.transaction(async (session) => {
      const sheet = await findSheet(session, key, true);
      this.#require(act, sheet.side, sheet);
      if (sheet.state === 'open') throw errors.sheetOpen({ title: sheet.title });
      this.#followers.get(kindOf(sheet))?.refuseReopening(sheet);
      await setSheetState(session, key, 'open', null, null);
      await this.#record(session, 'reopen', sheet, { reason });
      return this.openedFrom(session, await findSheet(session, key));
    });
  }

  /** Every change of one item that ever arrived. */
  async history(key: SheetKey, item: string, { principal }: Act): Promise<readonly StoredChange[]> {
    const sheet = await findSheet(this.#parts.database, key);
    this.#parts.gate.require(principal, instrumentPermissions.read, targetOf(sheet));
    return readChanges(this.#parts.database, key, { item });
  }

  #record(
    session: Session,
    act: string,
    sheet: Sheet,
    more: Pick<AuditEntry, 'reason' | 'details'> = {},
  ): Promise<void> {
    const on = { kind: 'sheet', id: sheet.id, ...targetOf(sheet) };
    return this.#parts.audit.append(session, { act: `instruments.${act}`, on, result: 'done', ...more });
  }

  #require({ principal }: Act, side: Side, of: { readonly area: string; readonly unit: string }): void {
    this.#parts.gate.require(principal, permissionOf[side], targetOf(of));
  }
}

export function answersOf(standing: readonly Pick<StandingAnswer, 'item' | 'value' | 'files'>[]): Answers {
  return new Map(standing.map(({ item, value, files }) => [item, { value, files }]));
}

const newSheet = (given: NewSheet, version: string, { principal, at }: Act): Sheet => ({
  ...given,
  id: newId(at),
  version,
  state: 'open',
  openedBy: principal.id,
  openedAt: at,
  submittedBy: null,
  submittedAt: null,
});

const kindOf = ({ about }: Sheet): string => about.slice(0, Math.max(0, about.indexOf('/')));

const keyOf = ({ area, id }: Sheet): SheetKey => ({ area, sheet: id });

const targetOf = ({ area, unit }: { readonly area: string; readonly unit: string }) => ({
  area,
  unit: unit === '' ? undefined : unit,
});
