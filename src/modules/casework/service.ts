import type { Principal } from '#core/access';
import { chinaDate, type PlainDate } from '#core/calendar';
import { readCursor, writeCursor } from '#core/http';
import type { BulkOutcome, CaseFilter, CaseRef, Cases, CurrentRow, GivenAction, NewCase } from '#engines/cases';
import { caseName, parseCaseName } from '#engines/cases';
import type { Notices } from '#engines/notices';
import type { BulkAnswer, CaseDetail, CaseQuery, CaseRow, Notice, TaskCount, TaskPage } from './contract.ts';
import { caseworkErrors } from './errors.ts';
import { listRows } from './list-rows.ts';
import { showCase } from './show-case.ts';

export interface CaseworkParts {
  readonly cases: Cases;
  readonly notices: Notices;
  /** Names of schools by id. */
  readonly unitNames: (county: string, units: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** A file the person may use. @throws DomainError `files.fileNotFound` */
  readonly findFile: (by: Principal, file: string) => Promise<unknown>;
  readonly namesOf: (people: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly now: () => Date;
}

/** One queue for everybody and one page for every kind of case, over the engines of cases and notices. */
export class Casework {
  readonly #parts: CaseworkParts;

  constructor(parts: CaseworkParts) {
    this.#parts = parts;
  }

  async tasks(by: Principal, query: CaseQuery): Promise<TaskPage> {
    const { cases } = this.#parts;
    const rows = await cases.queue(by, filterOf(query));
    const counted = await cases.count(by);
    const counts = counted.map(({ kind, ...count }) => ({ kind, title: cases.newest(kind).title, ...count }));
    return { ...(await this.#page(by, rows, query.limit)), counts };
  }

  async cases(by: Principal, query: CaseQuery): Promise<Omit<TaskPage, 'counts'>> {
    return this.#page(by, await this.#parts.cases.list(by, filterOf(query)), query.limit);
  }

  async count(by: Principal): Promise<TaskCount> {
    const counted = await this.#parts.cases.count(by);
    const sum = (of: 'waiting' | 'overdue') => counted.reduce((total, each) => total + each[of], 0);
    const waiting = sum('waiting');
    const unread = await this.#parts.notices.countUnread(by);
    return { waiting, overdue: sum('overdue'), unread, opensHere: by.kind === 'person' && waiting > 0 };
  }

  /** @throws DomainError `cases.notFound` */
  async case(by: Principal, kind: string, name: string): Promise<CaseDetail> {
    const view = await this.#parts.cases.read(by, refOf(name));
    if (view.declaration.kind !== kind) throw caseworkErrors.notOfKind({ kind });
    const { unit, area } = view.now;
    const names = unit === null ? undefined : await this.#parts.unitNames(area.slice(0, 6), [unit]);
    const unitName = unit === null ? null : (names?.get(unit) ?? unit);
    return showCase(view, { id: by.id, today: this.#today(), unitName });
  }

  async open(by: Principal, kind: string, given: NewCase): Promise<{ case: string; seq: number; state: string }> {
    for (const { file } of given.files ?? []) await this.#parts.findFile(by, file);
    const name = caseName(await this.#parts.cases.open(by, kind, given));
    const { seq, state } = await this.case(by, kind, name);
    return { case: name, seq, state };
  }

  async act(
    by: Principal,
    name: string,
    action: string,
    given: GivenAction,
  ): Promise<{ case: string; seq: number; state: string }> {
    for (const { file } of given.files ?? []) await this.#parts.findFile(by, file);
    const { seq, state } = await this.#parts.cases.act(by, refOf(name), action, given);
    return { case: name, seq, state };
  }

  async actOnEach(
    by: Principal,
    action: string,
    names: readonly { readonly case: string; readonly seenSeq: number }[],
    comment: string | undefined,
  ): Promise<BulkAnswer> {
    const chosen = names.map((each) => ({ ref: refOf(each.case), seenSeq: each.seenSeq }));
    const outcomes = await this.#parts.cases.actOnEach(by, chosen, action, { comment });
    return { done: outcomes.filter(({ outcome }) => outcome === 'done').length, outcomes: outcomes.map(outcomeOf) };
  }

  async notices(
    by: Principal,
    query: { readonly unread?: boolean | undefined; readonly before?: string | undefined; readonly limit: number },
  ): Promise<Notice[]> {
    const { unread = false, before, limit } = query;
    const found = await this.#parts.notices.list(by, { isUnread: unread, before, limit });
    return found.map(({ county, id, kind, text, about, dueOn, at, readAt }) => ({
      area: county,
      notice: id,
      kind,
      text,
      path: about === null ? null : `/cases/${about.kind}/${about.id}`,
      dueOn,
      at: at.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    }));
  }

  async receipts(by: Principal, area: string, notice: string): Promise<{ by: string; readAt: string }[]> {
    const found = await this.#parts.notices.receipts(by, area, notice);
    const names = await this.#parts.namesOf(found.map(({ person }) => person));
    return found.map(({ person, readAt }) => ({ by: names.get(person) ?? person, readAt: readAt.toISOString() }));
  }

  async #page(by: Principal, rows: readonly CurrentRow[], limit: number): Promise<Omit<TaskPage, 'counts'>> {
    const { cases } = this.#parts;
    const today = this.#today();
    const unitNames = await this.#unitNamesOf(rows);
    const shown: CaseRow[] = listRows(rows, (kind, version) => cases.edition(kind, version), {
      id: by.id,
      today,
      unitNames,
    });
    const last = rows.length === limit ? rows.at(-1) : undefined;
    const nextCursor = last === undefined ? null : writeCursor([last.due_on, last.county_code, last.case_id]);
    return { today, rows: shown, nextCursor };
  }

  async #unitNamesOf(rows: readonly CurrentRow[]): Promise<ReadonlyMap<string, string>> {
    const byCounty = Map.groupBy(
      rows.filter(({ unit_id }) => unit_id !== null),
      ({ county_code }) => county_code,
    );
    const named = await Promise.all(
      [...byCounty].map(([county, found]) =>
        this.#parts.unitNames(county, [...new Set(found.flatMap(({ unit_id }) => unit_id ?? []))]),
      ),
    );
    return new Map(named.flatMap((names) => [...names]));
  }

  #today(): PlainDate {
    return chinaDate(this.#parts.now());
  }
}

/** @throws DomainError `casework.notOfKind` */
export function refOf(name: string): CaseRef {
  const ref = parseCaseName(name);
  if (ref === undefined) throw caseworkErrors.notOfKind({ kind: name });
  return ref;
}

function filterOf({ cursor, ...query }: CaseQuery): CaseFilter {
  if (cursor === undefined) return query;
  const [dueOn, county, id] = readCursor(cursor, 3);
  return {
    ...query,
    after: { dueOn: dueOn === null ? null : (String(dueOn) as PlainDate), county: String(county), id: String(id) },
  };
}

function outcomeOf(outcome: BulkOutcome): BulkAnswer['outcomes'][number] {
  const name = caseName(outcome.ref);
  return outcome.outcome === 'done'
    ? { case: name, done: true, state: outcome.now.state, refusal: null, remedy: null }
    : { case: name, done: false, state: null, refusal: outcome.refusal.text, remedy: outcome.refusal.remedy };
}
