import type { Answer } from '#web/api';

export type Preview = Answer<'organization.upload'>;
export type Batch = Answer<'organization.import'>;
export type ImportFinding = Preview['findings'][number];

/** A checked file as the page shows it: fresh from the upload, or found again by its batch. */
export interface CheckedFile extends Pick<Batch, 'batch' | 'area' | 'fileName' | 'state' | 'rowsRead' | 'rowsReady'> {
  readonly schoolYears: readonly number[];
  readonly refused: number;
  readonly warnings: number;
  readonly committable: boolean;
  readonly findings: readonly ImportFinding[];
  /** Null where only the upload itself knew them. */
  readonly changes: Preview['changes'] | null;
  readonly sheets: Preview['sheets'] | null;
}

/** Joins what the batch remembers with its findings and, right after the upload, with the preview. */
export function joinChecked(
  batch: Batch,
  findings: readonly ImportFinding[],
  preview: Preview | undefined,
): CheckedFile {
  const count = (severity: ImportFinding['severity']) => findings.filter((one) => one.severity === severity).length;
  const refused = preview?.refused ?? count('refused');
  return {
    batch: batch.batch,
    area: batch.area,
    fileName: batch.fileName,
    state: batch.state,
    rowsRead: batch.rowsRead,
    rowsReady: batch.rowsReady,
    schoolYears: preview?.schoolYears ?? (batch.schoolYear === null ? [] : [batch.schoolYear]),
    refused,
    warnings: preview?.warnings ?? count('warning'),
    committable: preview?.committable ?? refused === 0,
    findings: preview?.findings ?? findings,
    changes: preview?.changes ?? null,
    sheets: preview?.sheets ?? null,
  };
}

/** Which sentence a checked file deserves. */
export function verdictOf(
  file: Pick<CheckedFile, 'rowsRead' | 'rowsReady' | 'refused'>,
): 'nothing' | 'allReady' | 'ready' {
  if (file.rowsReady === 0) return 'nothing';
  return file.refused === 0 && file.rowsReady === file.rowsRead ? 'allReady' : 'ready';
}

/** The years a file may be for: those known, one before, one after, newest first. */
export function yearChoices(years: readonly number[]): readonly number[] {
  return [...new Set([Math.max(...years) + 1, ...years, Math.min(...years) - 1])].sort((a, b) => b - a);
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
