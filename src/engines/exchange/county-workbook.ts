import ExcelJs from 'exceljs';
import type { Dataset, Field } from '#engines/mapping';
import { readCountyData } from './county-workbook-data.ts';
import { guideLines } from './county-workbook-guide.ts';
import {
  areaMeasures,
  datasetColumns,
  datasetSheets,
  measureHeader,
  sheetNames,
  stageNames,
  unitMeasures,
  type WorkbookColumn,
} from './county-workbook-layout.ts';
import { type SheetRow, writeCheckedSheet } from './county-workbook-sheet.ts';
import { errors } from './errors.ts';
import type { WorkbookRequest } from './model.ts';
import type { ExchangeParts } from './parts.ts';

/**
 * Writes the county workbook, filled with what is already known, so that nobody types a thing twice.
 *
 * @throws DomainError `exchange.notACounty`
 */
export async function buildCountyWorkbook(
  parts: ExchangeParts,
  { countyCode, schoolYear }: WorkbookRequest,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { database, datasets, dictionary, registry } = parts;
  const county = (await registry.areas(database)).find((area) => area.code === countyCode);
  if (county?.level !== 'county') {
    throw errors.notACounty({ area: countyCode });
  }
  const data = await readCountyData(database, datasetSheets(datasets), countyCode, schoolYear);
  const workbook = new ExcelJs.Workbook();
  const year = `${schoolYear}—${schoolYear + 1}`;
  const guide = workbook.addWorksheet(sheetNames.guide);
  guide.getColumn(1).width = 100;
  for (const line of guideLines(county.name, year)) {
    guide.addRow([line]).alignment = { wrapText: true };
  }
  for (const dataset of datasetSheets(datasets)) {
    const columns = datasetColumns(dataset);
    writeCheckedSheet(
      workbook,
      dataset.words.zh,
      columns,
      (data.records.get(dataset.id) ?? []).map((row) => cellsOf(dataset, columns, row)),
    );
  }
  const units = data.records.get('units') ?? [];
  const stageColumns = unitMeasures(dictionary, 'stage').map((measure) =>
    measureColumn(measureHeader(measure), measure),
  );
  const wholeColumns = unitMeasures(dictionary, 'whole').map((measure) =>
    measureColumn(measureHeader(measure), measure),
  );
  const names = [column('学校标识码', 16), column('学校名称', 28)];
  const valueOf = (unit: string, stage: string, measure: string) =>
    data.facts.get(`${unit}\n${stage}\n${measure}`) ?? null;
  writeCheckedSheet(
    workbook,
    sheetNames.stage,
    [...names, { ...column('学段', 10), field: stageChoice }, ...stageColumns],
    units.flatMap((unit) =>
      stagesOf(unit).map((stage) => [
        unit.id,
        unit.name,
        stageNames[stage] ?? stage,
        ...stageColumns.map(({ measure }) => valueOf(unit.id, stage, measure?.id ?? '')),
      ]),
    ),
  );
  writeCheckedSheet(
    workbook,
    sheetNames.whole,
    [...names, ...wholeColumns],
    units.map((unit) => [
      unit.id,
      unit.name,
      ...wholeColumns.map(({ measure }) => valueOf(unit.id, 'all', measure?.id ?? '')),
    ]),
  );
  writeCheckedSheet(
    workbook,
    sheetNames.area,
    [column('项目', 48), column('数值', 16)],
    areaMeasures(dictionary).map((measure) => [measureHeader(measure), valueOf('', 'all', measure.id)]),
  );
  return {
    name: `${county.name}-${schoolYear}-县级工作簿.xlsx`,
    bytes: new Uint8Array(await workbook.xlsx.writeBuffer()),
  };
}

const stageChoice: Field = {
  type: 'code',
  column: 'stage',
  words: { zh: '学段', en: 'stage' },
  codes: Object.fromEntries(Object.entries(stageNames).map(([code, name]) => [code, [name]])),
};

function column(header: string, width: number): WorkbookColumn {
  return { header, width };
}

function measureColumn(header: string, measure: NonNullable<WorkbookColumn['measure']>): WorkbookColumn {
  return { header, measure, width: Math.max(10, Math.min(24, header.length * 2)) };
}

type Stored = Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string };

function stagesOf(unit: Stored): readonly string[] {
  return Array.isArray(unit.stages) ? unit.stages.map(String) : [];
}

/** A stored row as a person reads it: codes by their first name, yes and no in words. */
function cellsOf(dataset: Dataset, columns: readonly WorkbookColumn[], row: Stored): SheetRow {
  return columns.map(({ name = '' }) => {
    const field = dataset.fields[name];
    const value = row[field?.column ?? ''];
    if (field === undefined || value === null || value === undefined) {
      return null;
    }
    if (Array.isArray(value)) {
      return value.map((code) => field.codes?.[String(code)]?.[0] ?? String(code)).join('、');
    }
    if (typeof value === 'boolean') {
      return value ? '是' : '否';
    }
    if (typeof value === 'number') {
      return value;
    }
    return typeof value === 'string' ? (field.codes?.[value]?.[0] ?? value) : null;
  });
}
