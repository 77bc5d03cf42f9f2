import type { Gate, Principal } from '#core/access';
import type { FileAnswer, RequestOf } from '#core/http';
import type { ImportBatch as Batch, Exchange } from '#engines/exchange';
import { admitAreas } from './admit-areas.ts';
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
import { permissions } from './permissions.ts';
import type { Organization } from './service.ts';

type Asked<Name extends keyof typeof organizationRoutes> = RequestOf<(typeof organizationRoutes)[Name]>;

/** Imports as the contract shows them, each only to who may import in every county it speaks of. */
export interface Imports {
  readonly upload: (request: Asked<'upload'>) => Promise<ImportPreview>;
  readonly batches: (request: Asked<'imports'>) => Promise<{ rows: ImportBatch[] }>;
  readonly batch: (request: Asked<'import'>) => Promise<ImportBatch>;
  readonly findings: (request: Asked<'importFindings'>) => Promise<{ total: number; rows: ImportFinding[] }>;
  readonly sheets: (request: Asked<'importSheets'>) => Promise<{ rows: SheetShape[] }>;
  readonly sheetRows: (request: Asked<'sheetRows'>) => Promise<{ rows: SheetRow[] }>;
  readonly commit: (request: Asked<'commit'>) => Promise<ImportResult>;
  readonly undo: (request: Asked<'undo'>) => Promise<ImportResult>;
  readonly annotated: (request: Asked<'annotated'>) => Promise<FileAnswer>;
  workbook(area: string, year: number): Promise<FileAnswer>;
}

export type CheckLarge = (request: Asked<'upload'>) => Promise<ImportPreview>;

/** A larger file is checked in a thread: reading it would stop everybody else for that long. */
const checkedAtOnceBytes = 256 << 10;

export interface ImportParts {
  readonly gate: Gate;
  readonly exchange: Exchange;
  readonly organization: Organization;
  readonly checkLarge?: CheckLarge | undefined;
}

interface AskedBatch {
  readonly params: { readonly area: string; readonly batch: string };
  readonly principal: Principal;
}

export function createImports({ gate, exchange, organization, checkLarge }: ImportParts): Imports {
  /** What a file makes is nobody else's until it is committed. */
  const standing = async (counties: readonly string[]): Promise<readonly string[]> => {
    const { areas } = await organization.namesOf({ areas: counties, units: [] });
    return counties.filter((code) => areas.has(code) || /^\d+$/.test(code));
  };
  const requireBatch = async ({ params: { area, batch: id }, principal }: AskedBatch): Promise<Batch> => {
    const found = (await exchange.listImports(area)).find((batch) => batch.id === id);
    if (found === undefined) {
      throw errors.batchNotFound({ area, batch: id });
    }
    admitAreas(gate, principal)(await standing(found.counties));
    return found;
  };
  return {
    async upload(request) {
      const { params, form, file, principal, by, at } = request;
      await organization.areaWithPath(params.area);
      if (checkLarge !== undefined && file.bytes.byteLength > checkedAtOnceBytes) return checkLarge(request);
      const preview = await exchange.previewImport({
        areaCode: params.area,
        schoolYear: form.year ?? null,
        profile: form.profile,
        file,
        by,
        at,
        admit: admitAreas(gate, principal),
      });
      return previewOf(preview);
    },
    async batches({ params, principal }) {
      const batches = await exchange.listImports(params.area);
      const known = new Set(await standing([...new Set(batches.flatMap(({ counties }) => counties))]));
      const foreign = new Set(
        [...known].filter((area) => !gate.decide(principal, permissions.import, { area }).allowed),
      );
      return { rows: batches.filter(({ counties }) => !counties.some((code) => foreign.has(code))).map(batchOf) };
    },
    batch: async (request) => batchOf(await requireBatch(request)),
    async findings(request) {
      await requireBatch(request);
      const { params, query } = request;
      const { findings, total } = await exchange.findingsOf(params.area, params.batch, query.offset, query.limit);
      return { total, rows: findings.map(findingOf) };
    },
    async sheets(request) {
      await requireBatch(request);
      return { rows: [...(await exchange.sheetsOf(request.params.area, request.params.batch))] };
    },
    async sheetRows(request) {
      await requireBatch(request);
      const { area, batch, sheet } = request.params;
      const { from, count, only } = request.query;
      const numbers = only?.split(',').map(Number) ?? Array.from({ length: count }, (_, place) => from + place);
      const rows = await exchange.sheetRows(area, batch, sheet, new Set(numbers));
      return { rows: rows.map(({ number, cells }) => ({ number, cells: [...cells] })) };
    },
    async commit(request) {
      await requireBatch(request);
      const { params, body, principal, at } = request;
      const { batchId, state, changes } = await exchange.commitImport({
        areaCode: params.area,
        batchId: params.batch,
        partial: body.partial,
        at,
        admit: admitAreas(gate, principal),
      });
      return { batch: batchId, state, changes: [...changes] };
    },
    async undo(request) {
      await requireBatch(request);
      const { params, body, by, at } = request;
      const { batchId, state, changes } = await exchange.undoImport({
        areaCode: params.area,
        batchId: params.batch,
        reason: body.reason,
        by,
        at,
      });
      return { batch: batchId, state, changes: [...changes] };
    },
    async annotated(request) {
      await requireBatch(request);
      const { params, query } = request;
      return exchange.annotatedCopy(params.area, params.batch, query.language === 'zh' ? 'zh-CN' : 'en');
    },
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
