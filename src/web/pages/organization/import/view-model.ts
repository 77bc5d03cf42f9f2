import type { Answer } from '#web/api';

export type Preview = Answer<'organization.import'>;
export type Batch = Answer<'organization.imports'>['rows'][number];
export type ImportFinding = Preview['findings'][number];

/** Which sentence a checked file deserves. */
export function verdictOf(preview: Preview): 'nothing' | 'allReady' | 'ready' {
  if (preview.rowsReady === 0) return 'nothing';
  return preview.refused === 0 && preview.rowsReady === preview.rowsRead ? 'allReady' : 'ready';
}

const gravity: Readonly<Record<ImportFinding['severity'], number>> = { refused: 0, warning: 1, note: 2 };

/** What was not accepted first, then in the order of the file. */
export function inFileOrder(findings: readonly ImportFinding[]): readonly ImportFinding[] {
  return [...findings].sort(
    (a, b) =>
      gravity[a.severity] - gravity[b.severity] ||
      a.place.sheet.localeCompare(b.place.sheet) ||
      a.place.row - b.place.row,
  );
}

/** A cell as the spreadsheet names it; the sheet alone where the finding is about all of it. */
export function placeText(place: ImportFinding['place']): string {
  if (place.row === 0 && place.column === '') return '';
  return `${place.column}${place.row === 0 ? '' : place.row}`;
}

/** Whether this device has a file that is worth asking about. */
export function isTable(file: { readonly name: string }): boolean {
  return /\.(xlsx|xlsm|xls|csv|tsv|txt|zip|et)$/i.test(file.name);
}
