import type { FileAnswer, RequestOf } from '#core/http';
import type { ImportBatch as Batch, Exchange } from '#engines/exchange';
import type {
  ImportBatch,
  ImportFinding,
  ImportPreview,
  ImportResult,
  organizationRoutes,
  SheetRow,
  SheetShape,
} from './contract.ts';
import { errors } from './errors.ts';
import { findingOf, previewOf } from './import-shown.ts';
import type { Organization } from './service.ts';

type Asked<Name extends keyof typeof organizationRoutes> = RequestOf<(typeof organizationRoutes)[Name]>;

/** Imports as the contract shows them; a locked school year takes neither a commit nor an undo. */
export interface Imports {
  readonly upload: (request: Asked<'upload'>) => Promise<ImportPreview>;
  batches(area: string): Promise<ImportBatch[]>;
  batch(area: string, id: string): Promise<ImportBatch>;
  findings(area: string, id: string, offset: number, limit: number): Promise<{ total: number; rows: ImportFinding[] }>;
  sheets(area: string, id: string): Promise<SheetShape[]>;
  readonly sheetRows: (request: Pick<Asked<'sheetRows'>, 'params' | 'query'>) => Promise<{ rows: SheetRow[] }>;
  readonly commit: (request: Asked<'commit'>) => Promise<ImportResult>;
  readonly undo: (request: Asked<'undo'>) => Promise<ImportResult>;
  annotated(area: string, id: string, language: 'zh' | 'en'): Promise<FileAnswer>;
  workbook(area: string, year: number): Promise<FileAnswer>;
}

export type CheckLarge = (request: Asked<'upload'>) => Promise<ImportPreview>;

/** A larger file is checked in a thread: reading it would stop everybody else for that long. */
const checkedAtOnceBytes = 256 << 10;

export function createImports(exchange: Exchange, organization: Organization, checkLarge?: CheckLarge): Imports {
  const requireBatch = async (area: string, id: string): Promise<Batch> => {
    const found = (await exchange.listImports(area)).find((batch) => batch.id === id);
    if (found === undefined) {
      throw errors.batchNotFound({ area, batch: id });
    }
    return found;
  };
  const refuseLocked = async (area: string, id: string): Promise<void> => {
    const { counties, schoolYear } = await requireBatch(area, id);
    await organization.refuseLocked(counties, schoolYear === null ? [] : [schoolYear]);
  };
  return {
    async upload(request) {
      const { params, form, file, by, at } = request;
      await organization.areaWithPath(params.area);
      if (checkLarge !== undefined && file.bytes.byteLength > checkedAtOnceBytes) return checkLarge(request);
      const preview = await exchange.previewImport({
        areaCode: params.area,
        schoolYear: form.year ?? null,
        profile: form.profile,
        file,
        by,
        at,
      });
      return previewOf(preview);
    },
    batches: async (area) => (await exchange.listImports(area)).map(batchOf),
    batch: async (area, id) => batchOf(await requireBatch(area, id)),
    async findings(area, id, offset, limit) {
      const { findings, total } = await exchange.findingsOf(area, id, offset, limit);
      return { total, rows: findings.map(findingOf) };
    },
    sheets: async (area, id) => [...(await exchange.sheetsOf(area, id))],
    async sheetRows({ params: { area, batch, sheet }, query: { from, count, only } }) {
      const numbers = only?.split(',').map(Number) ?? Array.from({ length: count }, (_, place) => from + place);
      const rows = await exchange.sheetRows(area, batch, sheet, new Set(numbers));
      return { rows: rows.map(({ number, cells }) => ({ number, cells: [...cells] })) };
    },
    async commit({ params, body, at }) {
      await refuseLocked(params.area, params.batch);
      const { batchId, state, changes } = await exchange.commitImport({
        areaCode: params.area,
        batchId: params.batch,
        partial: body.partial,
        at,
      });
      return { batch: batchId, state, changes: [...changes] };
    },
    async undo({ params, body, by, at }) {
      await refuseLocked(params.area, params.batch);
      const { batchId, state, changes } = await exchange.undoImport({
        areaCode: params.area,
        batchId: params.batch,
        reason: body.reason,
        by,
        at,
      });
      return { batch: batchId, state, changes: [...changes] };
    },
    annotated: (area, id, language) => exchange.annotatedCopy(area, id, language === 'zh' ? 'zh-CN' : 'en'),
    async workbook(area, year) {
      const { area: county } = await organization.areaWithPath(area);
      if (county.level !== 'county') {
        throw errors.notACounty({ area });
      }
      return exchange.workbookTemplate({ countyCode: area, schoolYear: year });
    },
  };
}

function batchOf(batch: Batch): ImportBatch {
  return {
    batch: batch.id,
    area: batch.areaCode,
    schoolYear: batch.schoolYear,
    profile: batch.profile,
    fileName: batch.fileName,
    state: batch.state,
    sheets: [...batch.sheets],
    counties: [...batch.counties],
    rowsRead: batch.rowsRead,
    rowsReady: batch.rowsReady,
    by: batch.by,
    createdAt: batch.createdAt.toISOString(),
    committedAt: batch.committedAt?.toISOString() ?? null,
    undoneAt: batch.undoneAt?.toISOString() ?? null,
    undoReason: batch.undoReason,
  };
}
