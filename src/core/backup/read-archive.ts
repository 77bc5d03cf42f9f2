import { type Database, quoteName, type Session } from '#core/db';
import type { FileStore } from '#core/files';
import { errors } from './errors.ts';
import { type Frame, type FrameHead, readFrames, type TableSeal } from './frame.ts';
import { fixTextForms, listTables, type StoredTable } from './list-tables.ts';
import { sealTable } from './seal-table.ts';
import type { ArchiveContent, BackupProgress } from './write-archive.ts';

export interface RestoreOptions {
  /** What the archive is called in a refusal. */
  readonly name: string;
  /** Remove what the database holds; without it a database with data is refused. */
  readonly replace: boolean;
  /** Tables that every new database fills by itself. */
  readonly seeded: readonly string[];
  readonly onProgress: (progress: BackupProgress) => void;
}

/**
 * Puts an archive's tables and files into a database of either engine, in one transaction, and compares every table with its seal.
 *
 * @throws DomainError `backup.notABackup`, `backup.newerThanProgram`, `backup.databaseNotEmpty`, `backup.differs`
 */
export async function readArchive(
  database: Database,
  files: FileStore,
  source: AsyncIterable<Uint8Array>,
  options: RestoreOptions,
): Promise<ArchiveContent> {
  const frames = checkedFrames(source, options.name);
  return database.transaction(async (session) => {
    await fixTextForms(session);
    const tables = new Map((await listTables(session)).map((table) => [table.table, table]));
    await refuseNewer(session, await nextHead(frames, options.name), options.name);
    await makeRoom(session, [...tables.values()], options);
    const columns = new Map<string, readonly string[]>();
    let frame = await frames.next();
    while (frame.done !== true) {
      const { head, bytes } = frame.value;
      if (head.kind === 'end') {
        await compare(session, tables, columns, head.tables, options);
        return { tables: head.tables, files: head.files };
      }
      if (head.kind === 'file') {
        await files.put(bytes);
      }
      if (head.kind === 'table') {
        if (!tables.has(head.table)) {
          throw errors.newerThanProgram({ migration: head.table });
        }
        columns.set(head.table, head.columns);
        frame = await copyTable(session, head.table, head.columns, frames);
      } else {
        frame = await frames.next();
      }
    }
    throw errors.notABackup({ file: options.name });
  });
}

type Frames = AsyncGenerator<Frame, void>;

async function* checkedFrames(source: AsyncIterable<Uint8Array>, name: string): Frames {
  try {
    yield* readFrames(source);
  } catch (error) {
    throw errors.notABackup({ file: name }, error);
  }
}

async function nextHead(frames: Frames, name: string): Promise<FrameHead & { kind: 'begin' }> {
  const first = await frames.next();
  if (first.done === true || first.value.head.kind !== 'begin' || first.value.head.format !== 'junheng-backup') {
    throw errors.notABackup({ file: name });
  }
  return first.value.head;
}

async function refuseNewer(session: Session, head: FrameHead & { kind: 'begin' }, name: string): Promise<void> {
  if (head.version !== 1) {
    throw errors.notABackup({ file: name });
  }
  const known = new Set((await session.query<{ id: string }>('SELECT id FROM core_migration')).map(({ id }) => id));
  const unknown = head.migrations.find(({ id }) => !known.has(id));
  if (unknown !== undefined) {
    throw errors.newerThanProgram({ migration: unknown.id });
  }
}

async function makeRoom(
  session: Session,
  tables: readonly StoredTable[],
  { replace, seeded }: RestoreOptions,
): Promise<void> {
  // Which seeds were loaded goes with the tables they filled.
  const filled = new Set(['core_seed', ...seeded]);
  for (const { table } of tables) {
    if (!replace && !filled.has(table)) {
      const held = await session.query(`SELECT 1 FROM ${quoteName(table)} LIMIT 1`);
      if (held.length > 0) {
        throw errors.databaseNotEmpty({ table });
      }
    }
    await session.query(`DELETE FROM ${quoteName(table)}`);
  }
}

/** Copies the row frames of one table; answers the first frame that is not of it. */
async function copyTable(
  session: Session,
  table: string,
  columns: readonly string[],
  frames: Frames,
): Promise<IteratorResult<Frame, void>> {
  let next = await frames.next();
  async function* rows(): AsyncGenerator<Uint8Array> {
    for (
      ;
      next.done !== true && next.value.head.kind === 'rows' && next.value.head.table === table;
      next = await frames.next()
    ) {
      yield next.value.bytes;
    }
  }
  await session.copyInText({ table, columns }, rows());
  return next;
}

async function compare(
  session: Session,
  tables: ReadonlyMap<string, StoredTable>,
  columns: ReadonlyMap<string, readonly string[]>,
  seals: Readonly<Record<string, TableSeal>>,
  { onProgress }: RestoreOptions,
): Promise<void> {
  for (const [name, expected] of Object.entries(seals)) {
    const table = tables.get(name);
    const seal = table && (await sealTable(session, table, columns.get(name) ?? []));
    if (seal?.sha256 !== expected.sha256 || seal.rows !== expected.rows) {
      throw errors.differs({ table: name });
    }
    onProgress({ table: name, rows: expected.rows });
  }
}
