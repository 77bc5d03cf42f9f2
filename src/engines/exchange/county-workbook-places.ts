import type { Dataset } from '#engines/mapping';
import type { Dictionary, Measure } from '#standards';
import { areaMeasures, datasetSheets, sheetNames, unitMeasures } from './county-workbook-layout.ts';

/** Where the county workbook keeps each number: sheets and columns count from 0, rows as a spreadsheet shows them. */
export interface WorkbookPlaces {
  readonly sheets: readonly string[];
  /** Sheet of a dataset's records, by its id. */
  readonly sheetOfDataset: ReadonlyMap<string, number>;
  readonly stageSheet: number;
  readonly stageColumnOf: ReadonlyMap<string, number>;
  readonly wholeSheet: number;
  readonly wholeColumnOf: ReadonlyMap<string, number>;
  readonly areaSheet: number;
  readonly areaColumn: number;
  readonly areaRowOf: ReadonlyMap<string, number>;
}

/** The places of the county workbook for these datasets and measures, in the order in which it is written. */
export function countyWorkbookPlaces(datasets: ReadonlyMap<string, Dataset>, dictionary: Dictionary): WorkbookPlaces {
  const records = datasetSheets(datasets);
  const sheets = [
    sheetNames.guide,
    ...records.map(({ words }) => words.zh),
    sheetNames.stage,
    sheetNames.whole,
    sheetNames.area,
  ];
  return {
    sheets,
    sheetOfDataset: new Map(records.map(({ id }, index) => [id, index + 1])),
    stageSheet: sheets.indexOf(sheetNames.stage),
    stageColumnOf: positions(unitMeasures(dictionary, 'stage'), 3),
    wholeSheet: sheets.indexOf(sheetNames.whole),
    wholeColumnOf: positions(unitMeasures(dictionary, 'whole'), 2),
    areaSheet: sheets.indexOf(sheetNames.area),
    areaColumn: 1,
    areaRowOf: positions(areaMeasures(dictionary), 2),
  };
}

function positions(measures: readonly Measure[], first: number): ReadonlyMap<string, number> {
  return new Map(measures.map(({ id }, index) => [id, first + index]));
}
