import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Database, Session } from '#core/db';
import type { FileStore } from '#core/files';
import { type FrameHead, frameBytes, type TableSeal } from './frame.ts';
import { fixTextForms, listTables } from './list-tables.ts';
import { sealTable } from './seal-table.ts';

export interface BackupProgress {
  readonly table: string;
  readonly rows: number;
}

export interface ArchiveContent {
  readonly tables: Readonly<Record<string, TableSeal>>;
  readonly files: number;
}

const sliceBytes = 8 << 20;

/** Writes every table and every kept file, as they were at one instant, as frames. */
export async function writeArchive(
  database: Database,
  files: FileStore,
  target: Writable,
  madeAt: Date,
  onProgress: (progress: BackupProgress) => void,
): Promise<ArchiveContent> {
  const write = async (head: FrameHead, bytes?: Uint8Array): Promise<void> => {
    for (const piece of frameBytes(head, bytes)) {
      if (!target.write(piece)) {
        await once(target, 'drain');
      }
    }
  };
  const tables = await database.transaction(async (session) => {
    await session.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    await fixTextForms(session);
    await write(await beginning(session, database.engine, madeAt));
    const seals: Record<string, TableSeal> = {};
    for (const stored of await listTables(session)) {
      await write({ kind: 'table', table: stored.table, columns: stored.columns });
      const seal = await sealTable(session, stored, stored.columns, async (bytes) => {
        for (let at = 0; at < bytes.byteLength; at += sliceBytes) {
          await write({ kind: 'rows', table: stored.table }, bytes.subarray(at, at + sliceBytes));
        }
      });
      seals[stored.table] = seal;
      onProgress({ table: stored.table, rows: seal.rows });
    }
    return seals;
  });
  const kept = await files.list();
  for (const sha256 of kept) {
    const bytes = await files.get(sha256);
    if (bytes !== undefined) {
      await write({ kind: 'file', sha256 }, bytes);
    }
  }
  await write({ kind: 'end', tables, files: kept.length });
  return { tables, files: kept.length };
}

async function beginning(session: Session, engine: string, madeAt: Date): Promise<FrameHead> {
  const migrations = await session.query<{ id: string; sha256: string }>(
    'SELECT id, sha256 FROM core_migration ORDER BY id',
  );
  return { kind: 'begin', format: 'junheng-backup', version: 1, madeAt: madeAt.toISOString(), engine, migrations };
}
