import type { Audit } from '#core/audit';
import type { Database } from '#core/db';
import { readCursor, writeCursor } from '#core/http';
import { newId } from '#core/ids';
import type { Conditions } from '#modules/conditions';
import { buildReport } from './build-report.ts';
import type { SnapshotAnswer, SnapshotHead, SnapshotList, Verification } from './contract.ts';
import { balanceErrors } from './errors.ts';
import type { AreaEvaluation } from './evaluate-area.ts';
import { findSnapshotArea, insertSnapshot, listSnapshots, readSnapshot, type SnapshotRow } from './repository.ts';
import { hashResult, packSnapshot, reportOfSnapshot, verifyRecord } from './snapshot-record.ts';

/** Keeps an evaluation with everything needed to make it again. */
export async function takeSnapshot(
  { database, audit }: { readonly database: Database; readonly audit: Audit },
  area: AreaEvaluation,
  act: { readonly by: string; readonly at: Date },
): Promise<SnapshotHead> {
  const { head, entry, evaluated } = area;
  const id = newId(act.at);
  const report = buildReport(evaluated, { area: head.area.code, areaName: head.area.name, snapshot: id });
  const row: SnapshotRow = {
    area_code: head.area.code,
    id,
    standard_id: head.standard.id,
    standard_version: head.standard.version,
    standard_hash: entry.hash,
    school_year: head.schoolYear,
    inputs_hash: evaluated.inputsHash,
    result_hash: hashResult(report),
    created_at: act.at,
    created_by: act.by,
    verdict: report.verdict,
  };
  const packed = packSnapshot(evaluated, entry.files, report);
  await database.transaction(async (session) => {
    await insertSnapshot(session, row, packed);
    await audit.append(session, {
      act: 'balance.takeSnapshot',
      on: { kind: 'snapshot', id, area: row.area_code },
      result: 'done',
      details: { year: row.school_year, standard: row.standard_id, inputsHash: row.inputs_hash },
    });
  });
  return headOf(row, head.area, head.standard.name, false);
}

export interface SnapshotListing {
  readonly area: SnapshotHead['area'];
  readonly standard?: string | undefined;
  readonly year?: number | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Whether the inputs or the standard have changed since a snapshot was taken. */
export type IsStale = (row: SnapshotRow) => Promise<boolean>;

/** Newest first. */
export async function listAreaSnapshots(
  database: Database,
  conditions: Conditions,
  { area, standard, year, cursor, limit }: SnapshotListing,
  isStale: IsStale,
): Promise<SnapshotList> {
  const below = cursor === undefined ? undefined : String(readCursor(cursor, 1)[0]);
  const found = await listSnapshots(database, area.code, { standard, year, below }, limit + 1);
  const rows: SnapshotHead[] = [];
  for (const row of found.slice(0, limit)) {
    rows.push(headOf(row, area, standardName(conditions, row.standard_id), await isStale(row)));
  }
  const last = rows.at(-1);
  return { rows, nextCursor: found.length > limit && last !== undefined ? writeCursor([last.id]) : null };
}

/** @throws DomainError `balance.snapshotNotFound` */
export async function openSnapshot(
  database: Database,
  conditions: Conditions,
  area: SnapshotHead['area'],
  id: string,
  isStale: IsStale,
): Promise<SnapshotAnswer> {
  const row = await readSnapshot(database, area.code, id);
  if (row === undefined) throw balanceErrors.snapshotNotFound({ snapshot: id });
  return {
    snapshot: headOf(row, area, standardName(conditions, row.standard_id), await isStale(row)),
    evaluation: reportOfSnapshot(row),
  };
}

/** Recomputes a snapshot from its stored inputs. The area may be left out. @throws DomainError `balance.snapshotNotFound` */
export async function verifySnapshot(database: Database, id: string, area?: string): Promise<Verification> {
  const code = area ?? (await findSnapshotArea(database, id));
  const row = code === undefined ? undefined : await readSnapshot(database, code, id);
  if (row === undefined) throw balanceErrors.snapshotNotFound({ snapshot: id });
  return verifyRecord(id, row, {
    inputsHash: row.inputs_hash,
    standardHash: row.standard_hash,
    resultHash: row.result_hash,
  });
}

function headOf(
  row: SnapshotRow,
  area: SnapshotHead['area'],
  name: SnapshotHead['standard']['name'],
  stale: boolean,
): SnapshotHead {
  return {
    id: row.id,
    area,
    schoolYear: row.school_year,
    standard: { id: row.standard_id, version: row.standard_version, name, hash: row.standard_hash },
    inputsHash: row.inputs_hash,
    resultHash: row.result_hash,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    verdict: row.verdict,
    stale,
  };
}

/** The name in today's catalogue; a standard that has left it keeps its id. */
function standardName(conditions: Conditions, id: string): SnapshotHead['standard']['name'] {
  const found = conditions.catalogue.entries.find(({ compiled }) => compiled.definition.id === id);
  return found?.compiled.definition.words ?? { zh: id, en: id };
}
