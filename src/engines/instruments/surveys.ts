import { createHash, randomInt } from 'node:crypto';
import type { Gate } from '#core/access';
import type { Audit } from '#core/audit';
import { chinaDate } from '#core/calendar';
import type { Database } from '#core/db';
import { newId } from '#core/ids';
import { type CompiledInstrument, itemsOf, judgeAnswer, progressOf } from '#standards';
import { countResponses, type SurveyCount } from './count-responses.ts';
import { errors } from './errors.ts';
import type { InstrumentLibrary } from './library.ts';
import type { Act } from './model.ts';
import { instrumentPermissions } from './permissions.ts';
import { answersOf } from './sheets.ts';
import {
  countWays,
  findSurvey,
  hasResponse,
  insertResponse,
  insertSurvey,
  insertWays,
  listSurveys,
  type ResponseAnswers,
  readResponses,
  respondentOfWay,
  type Survey,
  type SurveyKey,
  spendWay,
  type WayCount,
} from './survey-store.ts';
import { keepVersion, readVersion } from './version-store.ts';

export interface SurveyResult {
  readonly survey: Survey;
  readonly compiled: CompiledInstrument;
  readonly count: SurveyCount;
  readonly ways: readonly WayCount[];
}

/** Letters and digits that nobody mistakes for another; 10 of them are 49 bits. */
const codeLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 10;

export interface SurveyParts {
  readonly database: Database;
  readonly gate: Gate;
  readonly audit: Audit;
  readonly library: InstrumentLibrary;
}

/** Surveys that know kinds of respondents and no person. */
export class Surveys {
  readonly #parts: SurveyParts;

  constructor(parts: SurveyParts) {
    this.#parts = parts;
  }

  /** @throws DomainError `instruments.notASurvey`, `instruments.surveyDays` */
  async open(
    given: Pick<Survey, 'area' | 'instrument' | 'title' | 'opensOn' | 'closesOn' | 'residents'>,
    { principal, at }: Act,
  ): Promise<Survey> {
    this.#require({ principal, at }, given.area);
    const { instrument } = this.#parts.library.find(given.instrument);
    if (instrument.kind !== 'survey') throw errors.notASurvey({ instrument: instrument.id });
    if (given.closesOn < given.opensOn) throw errors.surveyDays({ from: given.opensOn, to: given.closesOn });
    const survey: Survey = {
      ...given,
      id: newId(at),
      version: instrument.version,
      openedBy: principal.id,
      openedAt: at,
    };
    await this.#parts.database.transaction(async (session) => {
      await keepVersion(session, instrument, at);
      await insertSurvey(session, survey);
      await this.#parts.audit.append(session, {
        act: 'instruments.openSurvey',
        on: { kind: 'survey', id: survey.id, area: survey.area },
        result: 'done',
        details: { instrument: survey.instrument },
      });
    });
    return survey;
  }

  list({ principal }: Act, area?: string): Promise<readonly Survey[]> {
    const scope = this.#parts.gate.requireAnywhere(principal, instrumentPermissions.read);
    return listSurveys(this.#parts.database, scope, area);
  }

  /** New codes for one kind of respondent. They are told this once; only their hashes are kept. */
  async makeCodes(
    key: SurveyKey,
    given: { readonly respondent: string; readonly label: string; readonly codes: number; readonly uses: number },
    act: Act,
    letterAt: (below: number) => number = randomInt,
  ): Promise<readonly string[]> {
    this.#require(act, key.area);
    return this.#parts.database.transaction(async (session) => {
      const survey = await findSurvey(session, key);
      const { instrument } = await readVersion(session, survey);
      if (!instrument.respondents.some(({ id }) => id === given.respondent)) {
        throw errors.respondentUnknown({ respondent: given.respondent });
      }
      const codes = Array.from({ length: given.codes }, () => makeCode(letterAt));
      const madeOn = chinaDate(act.at);
      await insertWays(
        session,
        key,
        codes.map((code) => ({ ...given, codeSha256: hashOf(code), madeOn })),
      );
      await this.#parts.audit.append(session, {
        act: 'instruments.makeCodes',
        on: { kind: 'survey', id: key.survey, area: key.area },
        result: 'done',
        details: { respondent: given.respondent, codes: given.codes, uses: given.uses },
      });
      return codes;
    });
  }

  /** The questions, for whoever holds a code. @throws DomainError `instruments.codeRefused`, `instruments.surveyClosed` */
  async form(
    key: SurveyKey,
    code: string,
    at: Date,
  ): Promise<{ readonly survey: Survey; readonly compiled: CompiledInstrument; readonly respondent: string }> {
    const { database } = this.#parts;
    const respondent = await respondentOfWay(database, key, hashOf(code));
    if (respondent === undefined) throw errors.codeRefused();
    const survey = await findSurvey(database, key);
    refuseClosed(survey, at);
    return { survey, compiled: await readVersion(database, survey), respondent };
  }

  /**
   * Takes one person's answers. The same id sent twice is one answer.
   *
   * @remarks The only act without an audit entry: an entry says when and from where, which would name whoever answered.
   * @throws DomainError `instruments.codeRefused`, `instruments.surveyClosed`, `instruments.answersRefused`
   */
  async answer(
    key: SurveyKey,
    given: { readonly id: string; readonly code: string; readonly answers: ResponseAnswers },
    at: Date,
  ): Promise<void> {
    await this.#parts.database.transaction(async (session) => {
      if (await hasResponse(session, key, given.id)) return;
      const respondent = await spendWay(session, key, hashOf(given.code));
      if (respondent === undefined) throw errors.codeRefused();
      const survey = await findSurvey(session, key);
      refuseClosed(survey, at);
      const compiled = await readVersion(session, survey);
      const answers = judged(compiled, given.answers);
      await insertResponse(session, key, { id: given.id, respondent, on: chinaDate(at), answers });
    });
  }

  async result(key: SurveyKey, { principal }: Act): Promise<SurveyResult> {
    const { database, gate } = this.#parts;
    gate.require(principal, instrumentPermissions.read, { area: key.area });
    const survey = await findSurvey(database, key);
    const compiled = await readVersion(database, survey);
    const count = countResponses(compiled, await readResponses(database, key), survey.residents);
    return { survey, compiled, count, ways: await countWays(database, key) };
  }

  #require({ principal }: Act, area: string): void {
    this.#parts.gate.require(principal, instrumentPermissions.survey, { area });
  }
}

/** A code as people type it: spaces, hyphens and small letters are forgiven. */
function hashOf(code: string): string {
  const plain = code.toUpperCase().replaceAll(/[\s-]/g, '');
  return createHash('sha256').update(`junheng survey ${plain}`).digest('hex');
}

function makeCode(letterAt: (below: number) => number): string {
  return Array.from({ length: codeLength }, () => codeLetters.charAt(letterAt(codeLetters.length))).join('');
}

function refuseClosed({ opensOn, closesOn }: Survey, at: Date): void {
  const today = chinaDate(at);
  if (today < opensOn || today > closesOn) throw errors.surveyClosed({ from: opensOn, to: closesOn });
}

/** The answers to what was asked; answers to skipped items are left out. */
function judged(compiled: CompiledInstrument, answers: ResponseAnswers): ResponseAnswers {
  const items = new Map(itemsOf(compiled.instrument).map((item) => [item.id, item]));
  const known = answersOf(Object.entries(answers).map(([item, value]) => ({ item, value, files: [] })));
  const wrong = Object.entries(answers).filter(([id, value]) => {
    const item = items.get(id);
    return item === undefined || judgeAnswer(item, value) !== null;
  });
  const count = wrong.length + progressOf(compiled, known).missing.length;
  if (count > 0) throw errors.answersRefused({ count });
  const asked = new Set(compiled.asked(known).map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([item]) => asked.has(item)));
}
