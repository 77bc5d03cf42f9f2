import type { Principal } from '#core/access';
import type { Session } from '#core/db';
import { DomainError } from '#core/errors';
import { actOnCase, type GivenAction, maySee } from './act-on-case.ts';
import { type CaseDraftContent, type CurrentRow, deleteDraft, putDraft, readCurrent } from './case-rows.ts';
import type { KindDeclaration } from './declaration.ts';
import type { CaseKind } from './define-case-kind.ts';
import { casesErrors } from './errors.ts';
import { escalateCases } from './escalate-cases.ts';
import { KindLibrary } from './kind-library.ts';
import { type CaseFilter, countQueue, listCases, listQueue, type QueueCount } from './list-cases.ts';
import type { CaseRef, DerivedCase } from './model.ts';
import { type NewCase, openCase } from './open-case.ts';
import type { CasesParts, Effect, Tools } from './parts.ts';
import { type CaseView, readCase } from './read-case.ts';
import { rebuildCurrent } from './rebuild-current.ts';
import { type CaseFault, verifyCases } from './verify-cases.ts';

/** What came of one case of a bulk action. */
export type BulkOutcome =
  | { readonly ref: CaseRef; readonly outcome: 'done'; readonly now: DerivedCase }
  | { readonly ref: CaseRef; readonly outcome: 'refused'; readonly refusal: DomainError };

/**
 * Cases: how people act. Modules declare kinds; here they are opened, acted on, listed and replayed.
 *
 * @remarks
 * `register` each kind, then `start` once. Every act takes its own transaction, or joins the one whose session is given last.
 * Nothing is ever changed in a history; where a case stands is derived from it.
 */
export class Cases {
  readonly #tools: Tools;

  constructor(parts: CasesParts) {
    this.#tools = { ...parts, library: new KindLibrary<Effect>() };
  }

  /** @param effects what the declaration's effects do, by name; each runs in the transaction of the act */
  register(kind: CaseKind, effects: Readonly<Record<string, Effect>> = {}): void {
    this.#tools.library.register(kind, effects);
  }

  /** Stores the declarations. @throws DomainError `cases.declarationChanged`, `cases.effectMissing` */
  start(): Promise<void> {
    return this.#tools.library.start(this.#tools.database, this.#tools.now());
  }

  /** The newest editions of all kinds. */
  kinds(): readonly KindDeclaration[] {
    return this.#tools.library.all();
  }

  /** The newest edition of a kind. @throws DomainError `cases.kindUnknown` */
  newest(kind: string): KindDeclaration {
    return this.#tools.library.newest(kind);
  }

  /** One edition of a kind, also a past one. @throws DomainError `cases.kindUnknown` */
  edition(kind: string, version: number): KindDeclaration {
    return this.#tools.library.edition(kind, version);
  }

  /** @throws DomainError `cases.*` */
  open(by: Principal, kind: string, given: NewCase, session?: Session): Promise<CaseRef> {
    return this.#within(session, (inner) => openCase(this.#tools, inner, by, kind, given));
  }

  /**
   * Does a declared action, or `comment`, `claim`, `assign`, `release`.
   *
   * @throws DomainError `cases.overtaken` where somebody moved the case since `seenSeq`; `cases.*`; what the effect refuses
   */
  act(by: Principal, ref: CaseRef, action: string, given: GivenAction = {}, session?: Session): Promise<DerivedCase> {
    return this.#within(session, (inner) => actOnCase(this.#tools, inner, by, ref, action, given));
  }

  /** The same action on many cases, each in its own transaction; every outcome is named. */
  async actOnEach(
    by: Principal,
    chosen: readonly { readonly ref: CaseRef; readonly seenSeq?: number | undefined }[],
    action: string,
    given: GivenAction = {},
  ): Promise<readonly BulkOutcome[]> {
    const outcomes: BulkOutcome[] = [];
    for (const { ref, seenSeq } of chosen) {
      try {
        outcomes.push({ ref, outcome: 'done', now: await this.act(by, ref, action, { ...given, seenSeq }) });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        outcomes.push({ ref, outcome: 'refused', refusal: error });
      }
    }
    return outcomes;
  }

  /** @throws DomainError `cases.notFound` */
  read(by: Principal, ref: CaseRef, session: Session = this.#tools.database): Promise<CaseView> {
    return readCase(this.#tools, session, by, ref);
  }

  /** What waits for somebody, by due day. */
  queue(
    by: Principal,
    filter: CaseFilter = {},
    session: Session = this.#tools.database,
  ): Promise<readonly CurrentRow[]> {
    return listQueue(this.#tools, session, by, filter);
  }

  count(by: Principal, session: Session = this.#tools.database): Promise<readonly QueueCount[]> {
    return countQueue(this.#tools, session, by);
  }

  /** Every case somebody may see, by due day. */
  list(
    by: Principal,
    filter: CaseFilter = {},
    session: Session = this.#tools.database,
  ): Promise<readonly CurrentRow[]> {
    return listCases(this.#tools, session, by, filter);
  }

  /** Keeps what somebody has begun to fill in; `null` throws it away. */
  async saveDraft(by: Principal, ref: CaseRef, action: string, content: CaseDraftContent | null): Promise<void> {
    const { database, library, now } = this.#tools;
    const row = await readCurrent(database, ref);
    const kind = row === undefined ? undefined : library.edition(row.kind, row.version);
    if (row === undefined || kind === undefined || !maySee(this.#tools, by, kind, row)) throw casesErrors.notFound();
    if (kind.actions[action] === undefined) throw casesErrors.actionUnknown({ action });
    if (content === null) await deleteDraft(database, ref, by.id, action);
    else await putDraft(database, ref, by.id, { ...content, action, savedAt: now() });
  }

  /** The permissions that overdue cases are told to. */
  escalationTargets(): ReadonlySet<string> {
    const states = this.#tools.library.editions().flatMap((kind) => Object.values(kind.states));
    return new Set(states.flatMap(({ escalate }) => escalate.map(({ to }) => to)));
  }

  /** Tells higher up of what is overdue, as the system; may run at any time and any number of times. @returns how many steps were taken */
  escalate(system: Principal): Promise<number> {
    return escalateCases(this.#tools, system);
  }

  /** Derives every row again from the histories. @returns how many differed */
  rebuild(): Promise<number> {
    return rebuildCurrent(this.#tools);
  }

  /** Checks every history and its derived row; names what is wrong. */
  verify(): Promise<readonly CaseFault[]> {
    return verifyCases(this.#tools);
  }

  #within<Result>(session: Session | undefined, work: (session: Session) => Promise<Result>): Promise<Result> {
    return session === undefined ? this.#tools.database.transaction(work) : work(session);
  }
}
