import type { SourcedFact } from '#engines/facts';
import { columnLetter } from './column-letter.ts';
import type { SourceCell } from './contract.ts';

/** The cell as the spreadsheet names it. */
export function cellOf({ source }: SourcedFact): SourceCell | null {
  if (source === null) return null;
  return {
    batch: source.batchId,
    file: source.fileName,
    sheet: source.sheetName,
    row: source.sheetRow,
    column: columnLetter(source.sheetColumn),
    importedAt: source.importedAt.toISOString(),
    importedBy: source.importedBy,
  };
}
