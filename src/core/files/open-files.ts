import { createHash } from 'node:crypto';
import type { Gate, Principal } from '#core/access';
import type { Audit } from '#core/audit';
import type { Database, Session } from '#core/db';
import { newId } from '#core/ids';
import { errors } from './errors.ts';
import {
  dropForgotten,
  type FileRecord,
  findFile,
  insertFile,
  lockFiles,
  setAbout,
  setAboutOf,
  withoutRow,
} from './file-rows.ts';
import type { FileStore } from './file-store.ts';
import { type IntakeRules, intake } from './intake.ts';
import { filesPermissions } from './permissions.ts';
import type { PhotoFacts } from './read-exif.ts';
import type { Scan } from './scan.ts';

export interface NewFile {
  readonly area: string;
  readonly unit?: string | undefined;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly keepTime: boolean;
  readonly keepPlace: boolean;
  readonly families?: IntakeRules['families'];
}

/** Uploaded files: what people send as evidence, judged, stored and belonging to a record. */
export interface Files {
  /** Takes a file in; until `keep` it belongs to nothing and is swept after a day. @throws DomainError `files.*` */
  add(principal: Principal, file: NewFile): Promise<FileRecord & { readonly found: PhotoFacts }>;
  /** Holds bytes as they came, unjudged, for work that will read them; they are swept after a day. Answers their id. */
  hold(principal: Principal, file: Pick<NewFile, 'area' | 'name' | 'bytes'>): Promise<string>;
  /** @throws DomainError `files.fileNotFound` where they were swept */
  heldBytes(id: string): Promise<Uint8Array>;
  /** @throws DomainError `files.fileNotFound`, also for a file that is not the principal's to see */
  find(principal: Principal, id: string): Promise<FileRecord>;
  /** The bytes of a record found before. */
  contentOf(file: Pick<FileRecord, 'sha256'>): Promise<Uint8Array>;
  /** Binds a file to the record that refers to it, in that record's own transaction. @throws DomainError `files.fileNotFound` */
  keep(session: Session, id: string, about: string): Promise<void>;
  /** The record no longer refers to it. */
  letGo(session: Session, id: string): Promise<void>;
  /** Binds contents that were taken in for this area and that nothing refers to yet, by their SHA-256. */
  keepContents: typeof setAboutOf;
  /**
   * Removes what nothing came to refer to within a day; of the whole store also contents that no row knows, which a kill between the
   * bytes and their row leaves behind. Nobody takes a file in meanwhile.
   *
   * @returns how many contents went
   */
  sweep(of?: { readonly wholeStore?: boolean }): Promise<number>;
}

export interface FilesParts {
  readonly database: Database;
  readonly store: FileStore;
  readonly scan: Scan;
  readonly gate: Gate;
  readonly audit: Audit;
  readonly now: () => Date;
  /** Which of these contents records name that were written before files had rows. */
  readonly heldElsewhere: (session: Session, sha256s: readonly string[]) => Promise<ReadonlySet<string>>;
}

const forgottenAfterMs = 86_400_000;

export function openFiles({ database, store, scan, gate, audit, now, heldElsewhere }: FilesParts): Files {
  const contentOf = async ({ sha256 }: Pick<FileRecord, 'sha256'>): Promise<Uint8Array> => {
    const bytes = await store.get(sha256);
    if (bytes === undefined) throw errors.fileNotFound();
    return bytes;
  };
  return {
    async hold(principal, { area, name, bytes }) {
      const at = now();
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const id = `${area}-${newId(at)}`;
      const unknown = { unit: null, fingerprint: null, takenAt: null, place: null, about: null };
      const file = { id, area, sha256, name, mediaType: 'application/octet-stream', size: bytes.byteLength };
      await database.transaction(async (session) => {
        await lockFiles(session, 'shared');
        await insertFile(session, { ...file, ...unknown, by: principal.id, at });
        await store.put(bytes);
      });
      return id;
    },
    async heldBytes(id) {
      const file = await findFile(database, id);
      if (file === undefined) throw errors.fileNotFound();
      return contentOf(file);
    },
    async add(principal, { area, unit, name, families, keepTime, keepPlace, bytes: sent }) {
      const taken = await intake({ name, bytes: sent }, { families, scan });
      const { takenAt, place } = taken;
      const at = now();
      const file: FileRecord = {
        id: `${area}-${newId(at)}`,
        area,
        unit: unit ?? null,
        sha256: createHash('sha256').update(taken.bytes).digest('hex'),
        name,
        mediaType: taken.mediaType,
        size: taken.bytes.byteLength,
        fingerprint: taken.fingerprint,
        takenAt: keepTime ? takenAt : null,
        place: keepPlace ? place : null,
        about: null,
        by: principal.id,
        at,
      };
      await database.transaction(async (session) => {
        await lockFiles(session, 'shared');
        await insertFile(session, file);
        const on = { kind: 'file', id: file.id, area, unit };
        const { sha256, mediaType } = file;
        await audit.append(session, { act: filesPermissions.add, on, result: 'done', details: { sha256, mediaType } });
        await store.put(taken.bytes);
      });
      return { ...file, found: { takenAt, place } };
    },
    async find(principal, id) {
      const file = await findFile(database, id);
      const { area = '', unit } = file ?? {};
      const target = { area, ...(unit ? { unit } : {}) };
      const isTheirs = file?.by === principal.id || gate.decide(principal, filesPermissions.read, target).allowed;
      if (file === undefined || !isTheirs) throw errors.fileNotFound();
      return file;
    },
    contentOf,
    async keep(session, id, about) {
      if (!(await setAbout(session, id, about))) throw errors.fileNotFound();
    },
    keepContents: setAboutOf,
    async letGo(session, id) {
      await setAbout(session, id, null);
    },
    async sweep({ wholeStore = false } = {}) {
      const before = new Date(now().getTime() - forgottenAfterMs);
      return database.transaction(async (session) => {
        await lockFiles(session, 'alone');
        const forgotten = await dropForgotten(session, before);
        const unknown = wholeStore ? await withoutRow(session, await store.list()) : [];
        const unheld = [...new Set([...forgotten, ...unknown])];
        const held = unheld.length === 0 ? new Set<string>() : await heldElsewhere(session, unheld);
        const gone = unheld.filter((sha256) => !held.has(sha256));
        for (const sha256 of gone) await store.remove(sha256);
        return gone.length;
      });
    },
  };
}
