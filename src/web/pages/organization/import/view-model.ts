import type { SheetRow, SheetShape } from '#contracts/organization';
import type { Answer } from '#web/api';

export type Preview = Answer<'organization.upload'>;
export type Batch = Answer<'organization.import'>;
export type ImportFinding = Preview['findings'][number];
export type ImportRule = Preview['rules'][number];

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
  readonly rules: Preview['rules'] | null;
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
    rules: preview?.rules ?? null,
  };
}

/** How a rule between forms stands in a file. */
export function ruleStanding(rule: Pick<ImportRule, 'state' | 'findings'>): 'clean' | 'found' | 'notJudged' {
  if (rule.state === 'notJudged') return 'notJudged';
  return rule.findings === 0 ? 'clean' : 'found';
}

/** Why parts of a rule were not judged, each reason once. */
export function missingOf({
  notJudged,
}: Pick<ImportRule, 'notJudged'>): readonly ImportRule['notJudged'][number]['why'][] {
  return notJudged.map(({ why }) => why).filter((why, at, all) => all.findIndex(({ zh }) => zh === why.zh) === at);
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

export const severityMark = { refused: 'notMet', warning: 'near', note: 'noData' } as const;

/** What was not accepted first, then in the order of the file. */
export function inFileOrder(findings: readonly ImportFinding[]): readonly ImportFinding[] {
  return [...findings].sort(
    (a, b) =>
      gravity[a.severity] - gravity[b.severity] ||
      a.place.sheet.localeCompare(b.place.sheet) ||
      a.place.row - b.place.row,
  );
}

/** Which sheet to show first: one with something not accepted, else with any finding, else the first that is not hidden. */
export function firstSheet<Sheet extends Pick<SheetShape, 'name' | 'hidden' | 'lastRow'>>(
  sheets: readonly Sheet[],
  findings: readonly ImportFinding[],
): Sheet | undefined {
  const has = (sheet: Sheet, severity?: ImportFinding['severity']) =>
    findings.some((one) => one.place.sheet === sheet.name && (severity === undefined || one.severity === severity));
  const filled = sheets.filter((sheet) => sheet.lastRow > 0);
  return (
    filled.find((sheet) => has(sheet, 'refused')) ??
    filled.find((sheet) => has(sheet)) ??
    filled.find((sheet) => !sheet.hidden) ??
    sheets[0]
  );
}

/** What was found in each cell of a sheet, by its address; what concerns a whole row stands under the row's number alone. */
export function marksOf(
  findings: readonly ImportFinding[],
  sheet: string,
): ReadonlyMap<string, readonly ImportFinding[]> {
  const marks = new Map<string, ImportFinding[]>();
  for (const finding of inFileOrder(findings)) {
    if (finding.place.sheet !== sheet || finding.place.row === 0) continue;
    const address = placeText(finding.place);
    const known = marks.get(address);
    if (known) known.push(finding);
    else marks.set(address, [finding]);
  }
  return marks;
}

/** The addresses of a sheet's findings in reading order: row by row, from left to right. */
export function stepsThrough(marks: ReadonlyMap<string, readonly ImportFinding[]>): readonly string[] {
  const place = (address: string) => marks.get(address)?.[0]?.place ?? { row: 0, column: '' };
  return [...marks.keys()].sort((a, b) => {
    const [one, other] = [place(a), place(b)];
    return (
      one.row - other.row ||
      one.column.length - other.column.length ||
      (one.column < other.column ? -1 : one.column > other.column ? 1 : 0)
    );
  });
}

export function rowOfAddress(address: string): number {
  return Number(/\d+$/.exec(address)?.[0] ?? 0);
}

const mostHeaderRows = 4;

/** How many rows at the top are a header: those before the first row that holds a number. */
export function headerRowCount(rows: readonly SheetRow[]): number {
  const first = rows.find(({ cells }) => cells.some((cell) => /^-?\d+([.,]\d+)*$/.test(cell.trim())));
  const above = (first?.number ?? 2) - 1;
  return above >= 1 && above <= mostHeaderRows ? above : 1;
}

/** A cell as the spreadsheet names it; the sheet alone where the finding is about all of it. */
export function placeText(place: ImportFinding['place']): string {
  if (place.row === 0 && place.column === '') return '';
  return `${place.column}${place.row === 0 ? '' : place.row}`;
}

/** Who has not reported first, each part in the order given. */
export function missingFirst<Row extends { readonly submitted: boolean }>(rows: readonly Row[]): readonly Row[] {
  return [...rows.filter((row) => !row.submitted), ...rows.filter((row) => row.submitted)];
}
