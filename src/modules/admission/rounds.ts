import type { Session } from '#core/db';
import { type CaseRef, caseName } from '#engines/cases';
import type { BoardRound, BoardRow, RulesCheck } from './contract.ts';
import type { Act, AdmissionDoors } from './doors.ts';
import { admissionErrors as errors } from './errors.ts';
import { countListRows } from './list-repository.ts';
import type { RoundRow } from './model.ts';
import { countFirstChoices, countRounds, type RoundCounts } from './queue-repository.ts';
import { hashOfRules, readRules } from './read-rules.ts';
import { countResults } from './result-repository.ts';
import { roundKindName } from './round-kind.ts';
import { findRound, insertRound, listPublications, listRounds, putRules } from './round-repository.ts';
import { publicationOf, publicRoundOf, rulesOf, schoolsOf } from './round-views.ts';
import type { AdmissionRules } from './rules-schema.ts';

const noCounts: RoundCounts = {
  drafts: 0,
  applications: 0,
  children: 0,
  unchecked: 0,
  doubtful: 0,
  confirmed: 0,
  refused: 0,
};

/** What officers do with a round: rules, steps, board. */
export class Rounds {
  readonly #doors: AdmissionDoors;

  constructor(doors: AdmissionDoors) {
    this.#doors = doors;
  }

  async board(code: string, { at }: Act): Promise<{ rows: BoardRow[] }> {
    const { database, registry } = this.#doors;
    const area = await registry.area(code);
    const counts = await countRounds(database, code);
    const rows = await listRounds(database, code);
    return {
      rows: rows.map((row) => this.#row(row, area, counts.get(row.id) ?? noCounts, at)),
    };
  }

  /** @throws DomainError `admission.roundNotFound` */
  async round(code: string, id: string, { principal, at }: Act): Promise<BoardRound> {
    const { database, registry, cases } = this.#doors;
    const row = await findRound(database, code, id);
    const rules = rulesOf(row);
    const units = rules.schools.map(({ unit }) => unit);
    const [names, counts, first, results, lists, publications] = await Promise.all([
      registry.schools(code, units),
      countRounds(database, code),
      countFirstChoices(database, code, id),
      countResults(database, code, id),
      countListRows(database, code, id),
      listPublications(database, code, id),
    ]);
    const { possible, now } = await cases.read(principal, refOf(row));
    const area = await registry.area(code);
    const sum = (of: typeof results) => of.reduce((total, { n }) => total + n, 0);
    return {
      ...this.#row(row, area, counts.get(id) ?? noCounts, at),
      seq: now.seq,
      listHash: row.list_hash,
      seed: row.seed === null ? null : { ...row.seed, witnesses: [...row.seed.witnesses] },
      publications: publications.map(publicationOf),
      lists: rules.lists.map(({ by, name }) => ({
        id: by,
        name,
        rows: lists.find(({ list }) => list === by)?.n ?? 0,
      })),
      categories: rules.categories.map(({ id: category, name }) => ({ id: category, name })),
      schools: schoolsOf(rules, names).map((school) => ({
        ...school,
        chosenFirst: first.find((one) => one.school === school.unit)?.n ?? 0,
        admitted: sum(results.filter(({ how, school: unit }) => how === 'choice' && unit === school.unit)),
        placed: sum(results.filter(({ how, school: unit }) => how !== 'choice' && unit === school.unit)),
      })),
      unplaced: sum(results.filter(({ school }) => school === null)),
      acts: possible.map(({ action, title, hindrance }) => ({
        act: action,
        title: { ...title },
        isBarred: hindrance === 'fourEyes',
      })),
    };
  }

  /** Rule files that the installation brings for this county. */
  async shipped(code: string) {
    const { registry, shipped, law } = this.#doors;
    await registry.area(code);
    const rows = shipped.flatMap(({ file, text }) => {
      const { rules } = readRules(text, law);
      if (rules === null || rules.area !== code) return [];
      return [{ id: rules.id, name: rules.name, stage: rules.stage, file, text }];
    });
    return { rows };
  }

  /** What is wrong with a rule file; an empty list = it can be used. */
  async check(code: string, text: string): Promise<RulesCheck> {
    await this.#doors.registry.area(code);
    const { mistakes } = readRules(text, this.#doors.law);
    return { mistakes: mistakes.map((one) => ({ ...one, message: { ...one.message } })) };
  }

  /**
   * Opens a round on these rules, which become a version of their own and never change again.
   *
   * @throws DomainError `admission.rulesRefused`, `admission.rulesElsewhere`, `admission.schoolUnknown`
   */
  async open(
    code: string,
    given: { readonly text: string; readonly reason: string },
    { principal, at }: Act,
  ): Promise<string> {
    const { database, cases } = this.#doors;
    const rules = await this.#usable(code, given.text);
    const hash = hashOfRules(given.text);
    return database.transaction(async (session: Session) => {
      const rulesVersion = await putRules(session, {
        county: code,
        id: rules.id,
        content: given.text,
        hash,
        author: principal.id,
        reason: given.reason,
        at,
      });
      const ref = await cases.open(
        principal,
        roundKindName,
        { area: code, title: rules.name.zh, fields: { rules: rules.id, rulesVersion, rulesHash: hash } },
        session,
      );
      await insertRound(session, {
        county_code: ref.county,
        id: ref.id,
        rules_id: rules.id,
        rules_version: rulesVersion,
        rules_hash: hash,
        apply_from: new Date(rules.dates.applyFrom),
        apply_until: new Date(rules.dates.applyUntil),
        opened_at: at,
      });
      return ref.id;
    });
  }

  /** Takes a step of the round. @throws DomainError `cases.*`, and what the step refuses */
  async act(
    code: string,
    id: string,
    act: string,
    given: {
      readonly seenSeq: number;
      readonly reason?: string | undefined;
      readonly fields?: Readonly<Record<string, unknown>>;
    },
    { principal }: Act,
  ): Promise<void> {
    const row = await findRound(this.#doors.database, code, id);
    const { seenSeq, reason = '', fields = {} } = given;
    const comment = reason === '' ? undefined : reason;
    await this.#doors.cases.act(principal, refOf(row), act, { seenSeq, comment, fields });
  }

  async #usable(code: string, text: string): Promise<AdmissionRules> {
    const { registry, law } = this.#doors;
    const { rules, mistakes } = readRules(text, law);
    const [first] = mistakes;
    if (first !== undefined || rules === null) {
      const { line = 0, column = 0, message = { zh: '', en: '' }, clause = null } = first ?? {};
      const by =
        clause === null
          ? { zh: '。', en: '.' }
          : { zh: `（${clause.document} ${clause.clause}）。`, en: ` (${clause.document} ${clause.clause}).` };
      throw errors.rulesRefused({ count: mistakes.length, line, column, what: message, clause: by });
    }
    if (rules.area !== code) throw errors.rulesElsewhere({ of: rules.area, area: code });
    const units = rules.schools.map(({ unit }) => unit);
    const known = await registry.schools(code, units);
    const unknown = units.find((unit) => !known.has(unit));
    if (unknown !== undefined) throw errors.schoolUnknown({ unit: unknown });
    return rules;
  }

  #row(row: RoundRow, area: { readonly code: string; readonly name: string }, counts: RoundCounts, at: Date): BoardRow {
    return {
      ...publicRoundOf(row, { code: area.code, name: area.name }, at),
      case: caseName(refOf(row)),
      rules: {
        id: row.rules_id,
        version: row.rules_version,
        hash: row.rules_hash,
        author: row.author,
        reason: row.reason,
      },
      counts: { ...counts },
    };
  }
}

function refOf({ county_code: county, id }: RoundRow): CaseRef {
  return { county, id };
}
