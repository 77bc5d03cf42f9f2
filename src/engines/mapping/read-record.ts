import type { Cell } from '#engines/sheets';
import type { ReadRecord } from './compile-sheet.ts';
import type { Dataset, FieldValue, MappedRecord } from './dataset.ts';
import { fault, readField } from './read-field.ts';
import type { RowPlace } from './row-place.ts';
import type { SheetReading } from './sheet-reading.ts';

/** Reads one record of a row; false, and findings, where it cannot be taken. */
export function readRecord(
  read: ReadRecord,
  cells: readonly Cell[],
  countyCode: string,
  schoolYear: number,
  reading: SheetReading,
): boolean {
  const { dataset, repeats } = read;
  const { place, blanks, sheet } = reading;
  const values: Record<string, FieldValue> = {};
  let good = true;
  for (const [name, field, pick, column] of read.fields) {
    const picked = column === undefined ? pick(cells, place) : undefined;
    const value =
      picked === fault
        ? fault
        : readField(
            field,
            picked === undefined ? (cells[column ?? 0] ?? null) : picked.cell,
            picked?.column ?? column ?? -1,
            place,
            blanks,
          );
    if (picked !== undefined && picked !== fault && picked.column >= 0) {
      read.columns[name] = picked.column;
    }
    if (value === fault) {
      good = false;
    } else {
      values[name] = value;
    }
  }
  if (!good) {
    return false;
  }
  if (dataset.derive !== undefined) {
    Object.assign(values, dataset.derive(values));
  }
  const record: MappedRecord = {
    dataset: dataset.id,
    countyCode: dataset.countyless === true ? '' : countyCode,
    schoolYear: dataset.yearly ? schoolYear : 0,
    values,
    sheet,
    row: place.row,
    columns: read.columns,
  };
  return judgeRecord(dataset, record, cells, place) && reading.gathered.records.add(dataset, record, repeats, place);
}

/** Reports what the dataset itself finds wrong between the fields. */
export function judgeRecord(dataset: Dataset, record: MappedRecord, cells: readonly Cell[], place: RowPlace): boolean {
  let good = true;
  for (const found of dataset.check?.(record.values, record.countyCode) ?? []) {
    const column = record.columns[found.field] ?? -1;
    const code = found.severity === 'refused' ? 'record-check' : 'record-hint';
    place.report(code, column, cells[column] ?? null, { message: found.message, remedy: found.remedy });
    good &&= found.severity !== 'refused';
  }
  return good;
}
