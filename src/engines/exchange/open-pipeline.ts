import type { Session } from '#core/db';
import { newId } from '#core/ids';
import { type Dataset, type Finding, type Mapped, mapFile } from '#engines/mapping';
import {
  fileOfBatch,
  findBatch,
  findingsOfBatch,
  insertBatch,
  listBatches,
  markCommitted,
  markUndone,
  type StoredBatch,
} from './batch-store.ts';
import { errors } from './errors.ts';
import { laterImport } from './later-import.ts';
import { lookBack } from './look-back.ts';
import type {
  Admit,
  Change,
  CheckedImport,
  CheckPhase,
  CommitRequest,
  Exchange,
  ImportPreview,
  ImportRequest,
  ImportResult,
  UndoRequest,
} from './model.ts';
import { packFile } from './pack-file.ts';
import type { ExchangeParts } from './parts.ts';
import { judgedOf, openUpload, profileText, type ReadFile, readUpload, sha256Of } from './read-request.ts';
import { countFacts, restoreFacts, stageFacts, writeBatchFacts } from './store-facts.ts';
import { countRecords, restoreRecords, stageRecords, storeRecords } from './store-records.ts';
import { listDataset, streamList } from './stream-list.ts';
import { touchedAreas } from './touched-areas.ts';

const shownFindings = 1_000;
/** Any constant will do: imports into one database wait for one another, so that each sees what the one before wrote. */
const importLock = 7_302_114;

type Core = Omit<Exchange, 'annotatedCopy' | 'workbookTemplate' | 'sheetsOf' | 'sheetRows'>;

/** Binds the pipeline to a database. */
export function openPipeline(parts: ExchangeParts): Core {
  return {
    dryRunImport: (request) => preview(parts, request, false),
    previewImport: (request) => preview(parts, request, true),
    checkImport: (request, onPhase) => check(parts, request, newId(request.at), onPhase),
    importFile: (request) => importAtOnce(parts, request),
    commitImport: (request) => commit(parts, request),
    undoImport: (request) => undo(parts, request),
    listImports: (areaCode) => listBatches(parts.database, areaCode),
    async findingsOf(areaCode, batchId, offset, limit) {
      const findings = await findingsOfBatch(parts.database, areaCode, batchId);
      return { findings: findings.slice(offset, offset + limit), total: findings.length };
    },
  };
}

/** Ends a transaction that was only there to look. */
class LookedEnough extends Error {}

async function preview(parts: ExchangeParts, request: ImportRequest, keep: boolean): Promise<ImportPreview> {
  const checked = await check(parts, request, keep ? newId(request.at) : null);
  if (keep) await parts.database.transaction(checked.keep);
  return checked.preview;
}

/** Reads, judges and compares a file; nothing is kept before `keep` is called in a transaction. */
async function check(
  parts: ExchangeParts,
  request: ImportRequest,
  batchId: string | null,
  onPhase: (phase: CheckPhase) => void = () => {},
): Promise<CheckedImport> {
  onPhase('reading');
  const text = profileText(parts, request.profile);
  const sha256 = sha256Of(request.file.bytes);
  const read = await readUpload(parts.database, parts, text, request.file, request.areaCode, request.schoolYear);
  const { mapped } = read;
  await admitFile(parts.database, parts, mapped, request);
  onPhase('comparing');
  let changes: readonly Change[] = [];
  let findings: readonly Finding[] = mapped.findings;
  let locked = false;
  await parts.database
    .transaction(async (session) => {
      changes = await countChanges(session, parts, read);
      const back = await lookBack(session, request.areaCode, request.file.name, sha256, mapped, null);
      findings = worstFirst([...back.findings, ...mapped.findings]);
      locked = (await parts.registry.findLock(session, mapped.counties, mapped.schoolYears)) !== undefined;
      throw new LookedEnough();
    })
    .catch((error: unknown) => {
      if (!(error instanceof LookedEnough)) {
        throw error;
      }
    });
  onPhase('keeping');
  const packed = batchId === null ? null : await packFile(request.file.bytes);
  return {
    preview: previewOf(batchId, request, sha256, read, findings, changes, locked),
    async keep(session) {
      if (batchId === null || packed === null) return;
      await insertBatch(session, batchId, request, sha256, read.profile, read.sheets, mapped, findings, packed);
      await recordAct(parts, session, 'exchange.upload', { id: batchId, areaCode: request.areaCode, sha256 });
    },
  };
}

async function admitFile(
  session: Session,
  parts: ExchangeParts,
  mapped: Mapped,
  { admit }: { readonly admit?: Admit | undefined },
): Promise<void> {
  admit?.(await touchedAreas(session, parts, mapped));
}

async function countChanges(
  session: Session,
  parts: ExchangeParts,
  { profile, mapped }: ReadFile,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const [dataset, records] of byDataset(parts, mapped)) {
    await stageRecords(session, dataset, profile.profile, records, '');
    changes.push(await countRecords(session, dataset, profile.profile));
  }
  await stageFacts(session, mapped.facts, '');
  return mapped.facts.length === 0 ? changes : [...changes, await countFacts(session)];
}

/** The datasets a file speaks of, in the order in which they must be written. */
function byDataset(parts: ExchangeParts, mapped: Mapped): readonly (readonly [Dataset, Mapped['records']])[] {
  return [...parts.datasets.values()].flatMap((dataset) => {
    const records = mapped.records.filter((record) => record.dataset === dataset.id);
    return records.length === 0 ? [] : [[dataset, records] as const];
  });
}

function previewOf(
  batchId: string | null,
  request: ImportRequest,
  sha256: string,
  { profile, mapped, rules }: ReadFile,
  findings: readonly Finding[],
  changes: readonly Change[],
  locked: boolean,
): ImportPreview {
  return {
    batchId,
    profile: profile.profile.id,
    fileName: request.file.name,
    fileSha256: sha256,
    schoolYears: mapped.schoolYears,
    counties: mapped.counties,
    sheets: mapped.sheets,
    rowsRead: mapped.rowsRead,
    rowsReady: mapped.rowsReady,
    refused: mapped.refused,
    warnings: findings.filter((finding) => finding.severity === 'warning').length,
    findings: worstFirst(findings).slice(0, shownFindings),
    changes,
    rules,
    committable: mapped.refused === 0 && !locked && (mapped.records.length > 0 || mapped.facts.length > 0),
  };
}

const order = { refused: 0, warning: 1, note: 2 } as const;

function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => order[a.severity] - order[b.severity]);
}

async function commit(parts: ExchangeParts, request: CommitRequest): Promise<ImportResult> {
  return parts.database.transaction(async (session) => {
    const batch = await findBatch(session, request.areaCode, request.batchId, true);
    if (batch.state === 'undone') {
      throw errors.batchUndone({ file: batch.fileName });
    }
    if (batch.state === 'committed') {
      return { batchId: batch.id, state: 'committed', changes: [] };
    }
    await takeTurn(session);
    const file = await fileOfBatch(session, request.areaCode, request.batchId);
    const upload = { name: batch.fileName, bytes: file.bytes };
    const read = await readUpload(session, parts, file.profile, upload, request.areaCode, batch.schoolYear);
    await admitFile(session, parts, read.mapped, request);
    await refuseImport(session, parts, read.mapped, request.partial);
    const changes = await write(session, parts, read, batch.id, request.areaCode);
    await markCommitted(session, request.areaCode, batch.id, request.at);
    await recordAct(parts, session, 'exchange.commit', { ...batch, sha256: batch.fileSha256 });
    return { batchId: batch.id, state: 'committed', changes };
  });
}

async function importAtOnce(
  parts: ExchangeParts,
  request: ImportRequest & { readonly partial: boolean },
): Promise<ImportResult & { readonly preview: ImportPreview }> {
  const text = profileText(parts, request.profile);
  const sha256 = sha256Of(request.file.bytes);
  // Packed on another thread while this one reads; a refusal leaves it to end by itself.
  const packed = packFile(request.file.bytes);
  return parts.database.transaction(async (session) => {
    await takeTurn(session);
    const opened = await openUpload(session, parts, text, request.file, request.areaCode, request.schoolYear);
    const batchId = newId(request.at);
    const list = listDataset(opened);
    const streamed = list && (await streamList(session, opened, list, batchId));
    const raw = streamed?.mapped ?? mapFile(opened.table, opened.profile.profile, opened.context);
    const read = await judgedOf(session, parts, opened, raw);
    const { mapped } = read;
    await admitFile(session, parts, mapped, request);
    await refuseImport(session, parts, mapped, request.partial);
    const changes =
      streamed === undefined ? await write(session, parts, read, batchId, request.areaCode) : [streamed.change];
    const back = await lookBack(session, request.areaCode, request.file.name, sha256, mapped, batchId);
    const findings = worstFirst([...back.findings, ...mapped.findings]);
    await insertBatch(session, batchId, request, sha256, read.profile, read.sheets, mapped, findings, await packed);
    await markCommitted(session, request.areaCode, batchId, request.at);
    await recordAct(parts, session, 'exchange.commit', { id: batchId, areaCode: request.areaCode, sha256 });
    const shown = previewOf(batchId, request, sha256, read, findings, changes, false);
    return { batchId, state: 'committed' as const, changes, preview: shown };
  });
}

/** The file is named by its hash: people put names of persons into the names of files. */
function recordAct(
  { audit }: ExchangeParts,
  session: Session,
  act: 'exchange.upload' | 'exchange.commit' | 'exchange.undo',
  { id, areaCode, sha256 }: { readonly id: string; readonly areaCode: string; readonly sha256: string },
  reason?: string,
): Promise<void> {
  const on = { kind: 'import', id, area: areaCode };
  return audit.append(session, { act, on, result: 'done', reason, details: { sha256 } });
}

async function takeTurn(session: Session): Promise<void> {
  await session.query(`SELECT pg_advisory_xact_lock(${importLock})`);
}

/** What keeps a whole import out; a transaction that already wrote takes everything back. */
async function refuseImport(session: Session, parts: ExchangeParts, mapped: Mapped, partial: boolean): Promise<void> {
  if (mapped.refused > 0 && !partial) {
    throw errors.hasRefusals({ count: mapped.refused });
  }
  if (mapped.counties.length === 0 && mapped.records.length === 0) {
    throw errors.nothingToImport();
  }
  await refuseLockedYears(session, parts, mapped.counties, mapped.schoolYears);
}

async function write(
  session: Session,
  parts: ExchangeParts,
  read: ReadFile,
  batchId: string,
  areaCode: string,
): Promise<readonly Change[]> {
  const { mapped, profile } = read;
  const changes: Change[] = [];
  for (const [dataset, records] of byDataset(parts, mapped)) {
    changes.push(await storeRecords(session, dataset, profile.profile, records, batchId, areaCode));
  }
  if (mapped.facts.length > 0) {
    changes.push(await writeBatchFacts(session, mapped.facts, batchId, mapped.counties, mapped.schoolYears));
  }
  return changes;
}

async function refuseLockedYears(
  session: Session,
  parts: ExchangeParts,
  counties: readonly string[],
  schoolYears: readonly number[],
): Promise<void> {
  const lock = await parts.registry.findLock(session, counties, schoolYears);
  if (lock !== undefined) throw errors.yearLocked({ ...lock });
}

async function undo(parts: ExchangeParts, request: UndoRequest): Promise<ImportResult> {
  return parts.database.transaction(async (session) => {
    const batch = await findBatch(session, request.areaCode, request.batchId, true);
    await takeTurn(session);
    await refuseUndo(session, parts, batch);
    const changes: Change[] = [];
    if (await hasFacts(session, batch)) {
      changes.push(await restoreFacts(session, batch.id, batch.counties));
    }
    for (const dataset of [...parts.datasets.values()].reverse()) {
      const change = await restoreRecords(session, dataset, batch.id, batch.counties, batch.areaCode);
      if (change.inserted + change.changed > 0) {
        changes.push(change);
      }
    }
    await markUndone(session, request.areaCode, batch.id, request.at, request.reason);
    await recordAct(parts, session, 'exchange.undo', { ...batch, sha256: batch.fileSha256 }, request.reason);
    return { batchId: batch.id, state: 'undone', changes };
  });
}

async function refuseUndo(session: Session, parts: ExchangeParts, batch: StoredBatch): Promise<void> {
  if (batch.state === 'undone') {
    throw errors.batchUndone({ file: batch.fileName });
  }
  if (batch.state === 'previewed') {
    throw errors.batchNotCommitted({ file: batch.fileName });
  }
  await refuseLockedYears(session, parts, batch.counties, batch.schoolYears);
  const later = await laterImport(session, batch.id, batch.counties, batch.areaCode, parts.datasets.values());
  if (later !== undefined) {
    throw errors.laterImport({ file: later });
  }
}

async function hasFacts(session: Session, batch: StoredBatch): Promise<boolean> {
  const [row] = await session.query<{ any: boolean }>(
    'SELECT EXISTS (SELECT 1 FROM fact WHERE county_code = ANY($1) AND batch_id = $2) AS any',
    [batch.counties, batch.id],
  );
  return row?.any === true;
}
