import { stringify } from 'yaml';
import type { Dataset } from '#engines/mapping';
import type { Dictionary } from '#standards';
import {
  areaMeasures,
  datasetColumns,
  datasetSheets,
  measureHeader,
  sheetNames,
  stageNames,
  unitMeasures,
} from './county-workbook-layout.ts';

export const countyWorkbookId = 'county-workbook';

/** The profile that reads the county workbook back; made from the same layout that writes it, so the two cannot part. */
export function countyWorkbookProfile(datasets: ReadonlyMap<string, Dataset>, dictionary: Dictionary): string {
  const factsOf = (sheet: string, measures: ReturnType<typeof unitMeasures>, stage: boolean) => ({
    sheet,
    optional: true,
    header: 1,
    facts: [
      {
        unit: '学校标识码',
        ...(stage ? { stage: { column: '学段', codes: 'stages' } } : {}),
        measures: measures.map((measure) => ({ measure: measure.id, column: measureHeader(measure), optional: true })),
      },
    ],
  });
  return stringify(
    {
      profile: countyWorkbookId,
      version: '1',
      title: { zh: '县级工作簿', en: 'County workbook' },
      blanks: ['', '-', '—', '/'],
      ignore: [sheetNames.guide],
      schoolYearAt: `${sheetNames.guide}!A1`,
      codes: {
        stages: Object.fromEntries(Object.entries(stageNames).map(([code, name]) => [name, code])),
        measures: Object.fromEntries(areaMeasures(dictionary).map((measure) => [measureHeader(measure), measure.id])),
      },
      sheets: [
        ...datasetSheets(datasets).map((dataset) => ({
          sheet: dataset.words.zh,
          optional: true,
          header: 1,
          records: [
            {
              dataset: dataset.id,
              fields: Object.fromEntries(
                datasetColumns(dataset).map(({ name = '', header }) => [
                  name,
                  dataset.key.includes(name) ? header : { column: header, optional: true },
                ]),
              ),
            },
          ],
        })),
        factsOf(sheetNames.stage, unitMeasures(dictionary, 'stage'), true),
        factsOf(sheetNames.whole, unitMeasures(dictionary, 'whole'), false),
        {
          sheet: sheetNames.area,
          optional: true,
          header: 1,
          facts: [{ long: { measure: { column: '项目', codes: 'measures' }, value: '数值' } }],
        },
      ],
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}
