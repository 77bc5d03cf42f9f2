import { fileOfBatch, findBatch, findingsOfBatch } from './batch-store.ts';
import { countyWorkbookId, countyWorkbookProfile } from './county-workbook-profile.ts';
import type { Exchange } from './model.ts';
import { openPipeline } from './open-pipeline.ts';
import { OpenSheets } from './open-sheets.ts';
import type { ExchangeParts } from './parts.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Opens the exchange engine over a database.
 *
 * @remarks The county workbook's own profile, `county-workbook`, follows from the datasets and the dictionary and is always there.
 * @example
 * const exchange = openExchange({ database, audit, datasets: registryDatasets, dictionary, registry: exchangeRegistry, profiles });
 * const preview = await exchange.previewImport({ areaCode, schoolYear: 2026, profile: 'county-workbook', file, by, at });
 */
export function openExchange(given: ExchangeParts): Exchange {
  const own = countyWorkbookProfile(given.datasets, given.dictionary);
  const parts = { ...given, profiles: new Map([...given.profiles, [countyWorkbookId, own]]) };
  const { database } = parts;
  const open = new OpenSheets(async (areaCode, batchId) => {
    const { fileName } = await findBatch(database, areaCode, batchId);
    const { bytes } = await fileOfBatch(database, areaCode, batchId);
    return { name: fileName, bytes };
  });
  return {
    ...openPipeline(parts),
    async annotatedCopy(areaCode, batchId, locale) {
      // Loaded on first use: the workbook library costs a quarter of a second.
      const { annotateWorkbook } = await import('./annotate-workbook.ts');
      const batch = await findBatch(database, areaCode, batchId);
      const { bytes } = await fileOfBatch(database, areaCode, batchId);
      const findings = await findingsOfBatch(database, areaCode, batchId);
      const marked = await annotateWorkbook({ name: batch.fileName, bytes }, findings, locale);
      const mark = locale === 'en' ? 'marked' : '标注';
      return { name: `${batch.fileName.replace(/\.\w+$/, '')}-${mark}.xlsx`, mediaType: workbookType, bytes: marked };
    },
    sheetsOf: (areaCode, batchId) => open.shapes(areaCode, batchId),
    sheetRows: (areaCode, batchId, sheet, numbers) => open.rows(areaCode, batchId, sheet, numbers),
    async workbookTemplate(request) {
      const { buildCountyWorkbook } = await import('./county-workbook.ts');
      const { name, bytes } = await buildCountyWorkbook(parts, request);
      return { name, mediaType: workbookType, bytes };
    },
  };
}
