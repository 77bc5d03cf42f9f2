import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database, Session } from '#core/db';
import type { KeyRing } from '#core/keys';
import type { Actor } from '#core/origin';
import { appendEntry } from './append-entry.ts';
import { errors } from './errors.ts';
import { type EntryFilter, type ListedEntry, listEntries } from './list-entries.ts';
import { type AuditEntry, chainOf } from './model.ts';
import { chainStart, macAt, readHead, sealChain } from './seal-chain.ts';
import { openSeals } from './seals.ts';
import { type AuditHash, createSigner } from './signer.ts';
import { type ChainVerification, verifyChain } from './verify-chain.ts';

/** The trail of who did what, when, from where, with what result. */
export interface Audit {
  /** Records an act in its own transaction: give the session the act writes through. */
  append(session: Session, entry: AuditEntry): Promise<void>;
  /** Records what has no transaction of its own: a read, an export, a refusal. */
  record(entry: AuditEntry): Promise<void>;
  /** Gives waiting entries their place in the chain now. It also happens by itself, about a second after an act. */
  seal(): Promise<void>;
  verify(onProgress?: (entries: number) => void): Promise<ChainVerification>;
  list(filter: EntryFilter): Promise<readonly ListedEntry[]>;
  /** @throws DomainError `audit.alreadyStopped`, `audit.reasonMissing` */
  stop(act: { readonly by?: Actor; readonly reason: string }): Promise<void>;
  /** @throws DomainError `audit.alreadyStarted`, `audit.reasonMissing` */
  start(act: { readonly by?: Actor; readonly reason: string }): Promise<void>;
  /** Says that the database was put back from a backup, so that its chain is another from here. */
  restored(details: { readonly file: string }): Promise<void>;
  /** Seals what waits. Before the database is closed. */
  close(): Promise<void>;
}

export interface AuditParts {
  readonly database: Database;
  readonly keys: KeyRing;
  /** Where the seals are written; absent = they last as long as the process. */
  readonly folder?: string | undefined;
  readonly hash: AuditHash;
  readonly now: () => Date;
  /** Told when sealing fails; it is tried again. */
  readonly onFault?: (error: unknown) => void;
}

const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

/** Opens the trail over a database that holds its tables. */
export function openAudit({ database, keys, folder, hash, now, onFault = () => {} }: AuditParts): Audit {
  const signer = createSigner(keys, hash);
  const seals = openSeals(folder, signer);
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();
  let isClosed = false;
  // A timer keeps the context it was started in, and an act is recorded inside a transaction.
  const fromOutside = AsyncLocalStorage.snapshot();

  async function sealNow(): Promise<number> {
    const { sealed, head } = await sealChain(database, signer);
    const written = await seals.head();
    // A seal that the chain does not reach is the proof of a cut: it must not be written over.
    const isContinued = written === undefined || (await macAt(database, written.seq)) === written.mac;
    if (isContinued && head.seq > (written?.seq ?? chainStart.seq)) await seals.write(head, now());
    return sealed;
  }
  function inTurn(work: () => Promise<unknown>): Promise<void> {
    const before = underWay;
    const turn = (async () => {
      await before;
      await work();
    })();
    underWay = turn.catch(() => {});
    return turn;
  }
  /** A long act commits long after it was recorded: look again, ever more rarely. */
  function wake(waitMs: number): void {
    if (timer !== undefined || isClosed || waitMs > longestWaitMs) return;
    const start = () => setTimeout(look, waitMs);
    const look = (): void => {
      timer = undefined;
      let sealed = 0;
      inTurn(async () => {
        if (!isClosed) sealed = await sealNow();
      })
        .catch(onFault)
        .finally(() => {
          if (sealed === 0) wake(waitMs * 2);
        });
    };
    timer = fromOutside(start);
    timer.unref();
  }
  async function switchTo(isOn: boolean, { by, reason }: { readonly by?: Actor; readonly reason: string }) {
    if (reason.trim() === '') throw errors.reasonMissing();
    await database.transaction(async (session) => {
      const [state] = await session.query<{ is_on: boolean }>(
        `SELECT is_on FROM audit_state WHERE area_code = '${chainOf}' FOR UPDATE`,
      );
      if ((state?.is_on ?? true) === isOn) throw isOn ? errors.alreadyStarted() : errors.alreadyStopped();
      await session.query(
        `INSERT INTO audit_state (area_code, is_on) VALUES ('${chainOf}', $1)
         ON CONFLICT (area_code) DO UPDATE SET is_on = excluded.is_on`,
        [isOn],
      );
      const act = isOn ? 'audit.start' : 'audit.stop';
      const entry = { ...(by && { by }), act, on: ownRecord, result: 'done' as const, reason };
      await appendEntry(session, signer, entry, now(), true);
    });
    wake(firstWaitMs);
  }

  return {
    async append(session, entry) {
      await appendEntry(session, signer, entry, now());
      wake(firstWaitMs);
    },
    async record(entry) {
      await appendEntry(database, signer, entry, now());
      wake(firstWaitMs);
    },
    seal: () => inTurn(sealNow),
    async verify(onProgress) {
      await inTurn(sealNow);
      return verifyChain(database, signer, seals, onProgress);
    },
    list: (filter) => listEntries(database, filter),
    stop: (act) => switchTo(false, act),
    start: (act) => switchTo(true, act),
    async restored({ file }) {
      await seals.restart(await readHead(database), now());
      const entry = { act: 'system.restore', on: ownRecord, result: 'done' as const, details: { file } };
      await appendEntry(database, signer, entry, now(), true);
      await inTurn(sealNow);
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await inTurn(sealNow);
    },
  };
}

const ownRecord = { kind: 'installation', id: 'installation', area: chainOf };

/** Records nothing: for tests and benches of rooms whose database has no trail. */
export const withoutAudit: Audit = {
  append: async () => {},
  record: async () => {},
  seal: async () => {},
  verify: async () => ({ holds: true, entries: 0, waiting: 0, isOn: false, faults: [], restoredAt: null }),
  list: async () => [],
  stop: async () => {},
  start: async () => {},
  restored: async () => {},
  close: async () => {},
};
