import type { Cell, Row, TableFile } from '#engines/sheets';
import { isBlank, textOf } from './cell-text.ts';
import { type CompiledSheet, compileSheet } from './compile-sheet.ts';
import { MergeFiller } from './fill-merges.ts';
import { findHeader, type Header } from './header.ts';
import type { MapContext, MappedSheet } from './mapped.ts';
import type { Profile, SheetMapping } from './profile.ts';
import { readFacts } from './read-facts.ts';
import { fault } from './read-field.ts';
import { readRecord } from './read-record.ts';
import { type Gathered, type SheetReading, startSheet } from './sheet-reading.ts';
import { TotalRow, totalKind } from './total-row.ts';
import { wantedColumns } from './wanted-columns.ts';
import { yearIn } from './year-in.ts';

/** Rows between two pauses. */
const rowsAStep = 2_048;

/** Reads one sheet of a table file as one mapping says, pausing now and then so that a caller can hand on what is ready. */
export function* mapTable(
  table: TableFile,
  sheet: number,
  mapping: SheetMapping,
  profile: Profile,
  context: MapContext,
  gathered: Gathered,
  summary: MappedSheet,
): Generator<void> {
  const reading = startSheet(table, sheet, profile, context, gathered);
  const header = findHeader(table, sheet, mapping, wantedColumns(mapping), gathered.findings);
  const compiled = header && compileSheet(reading, mapping, header);
  if (header === undefined || compiled === undefined) {
    return;
  }
  const merges = new MergeFiller(table.merges(sheet));
  const measured = compiled.facts.flatMap((facts) => facts.measures.filter((read) => read.pick !== undefined));
  const totals = new TotalRow(measured.map((read) => read.column));
  const skipped = new Skipped();
  for (const row of table.rows(sheet)) {
    if (row.number <= header.lastRow) {
      continue;
    }
    const cells = merges.fill(row);
    summary.rowsRead++;
    if (summary.rowsRead % rowsAStep === 0) {
      yield;
    }
    skipped.hidden += row.hidden ? 1 : 0;
    reading.place.row = row.number;
    if (isShifted(row, header, reading)) {
      continue;
    }
    const reason = skipReason(row, cells, compiled, totals, reading);
    if (reason !== undefined) {
      skipped.count(reason, row.number);
      continue;
    }
    summary.rowsReady += readRow(row, cells, compiled, reading) ? 1 : 0;
    totals.add(row.cells);
  }
  skipped.report(reading);
  if (summary.rowsRead === 0 && mapping.optional !== true) {
    gathered.findings.add('sheet-empty', { sheet: reading.sheetName }, { sheet: reading.sheetName });
  }
}

/** A row wider than its header may be shifted and is refused; one cut short in a text file is only pointed out. */
function isShifted(row: Row, header: Header, { place, table, blanks }: SheetReading): boolean {
  const found = row.cells.length;
  const expected = header.width;
  if (expected > 0 && found > expected && row.cells.slice(expected).some((cell) => !isBlank(cell, blanks))) {
    place.report('row-too-wide', expected, row.cells[expected] ?? null, { found, expected });
    return true;
  }
  if (table.kind === 'csv' && found < expected && totalKind(row.cells) !== 'remark') {
    place.report('row-too-short', found - 1, row.cells[found - 1] ?? null, { found, expected });
  }
  return false;
}

/** Why a row is no record, in both languages on two lines. */
function skipReason(
  row: Row,
  cells: readonly Cell[],
  compiled: CompiledSheet,
  totals: TotalRow,
  reading: SheetReading,
): string | undefined {
  const rule = compiled.skips.find(({ test }) => test(cells));
  if (rule !== undefined) {
    return `${rule.why.zh}\n${rule.why.en}`;
  }
  if (cells.every((cell) => isBlank(cell, reading.blanks))) {
    return '空行\nblank rows';
  }
  switch (totalKind(row.cells)) {
    case 'total':
      totals.compare(row.cells, reading.place);
      return '合计行\ntotal rows';
    case 'subtotal':
      return '小计行\nsubtotal rows';
    case 'remark':
      return '表下说明\nremarks below the table';
    default:
      return undefined;
  }
}

function readRow(row: Row, cells: readonly Cell[], compiled: CompiledSheet, reading: SheetReading): boolean {
  const before = reading.place.refusals;
  const countyCode = countyOf(cells, compiled, reading);
  const schoolYear = countyCode === undefined ? undefined : schoolYearOf(cells, compiled, reading);
  if (countyCode === undefined || schoolYear === undefined) {
    return false;
  }
  let taken = true;
  for (const record of compiled.records) {
    if (record.test === undefined || record.test(cells)) {
      taken = readRecord(record, cells, countyCode, schoolYear, reading) && taken;
    }
  }
  if (taken) {
    const at = { countyCode, schoolYear, sheet: reading.sheet, row: row.number };
    for (const facts of compiled.facts) {
      readFacts(facts, row.cells, cells, at, reading);
    }
  }
  return reading.place.refusals === before;
}

function countyOf(
  cells: readonly Cell[],
  { county }: CompiledSheet,
  { context, gathered, place, sheet }: SheetReading,
): string | undefined {
  const { areaCode } = context;
  if (county === undefined) {
    return areaCode ?? '';
  }
  const code = county(cells, place, sheet);
  if (code === fault || code === null) {
    return undefined;
  }
  if (areaCode !== null && !gathered.areas.isInside(code, areaCode)) {
    gathered.areas.elsewhere.add(code);
    place.report('wrong-county', -1, code, { found: code, expected: areaCode });
    return undefined;
  }
  return code;
}

function schoolYearOf(
  cells: readonly Cell[],
  { schoolYear }: CompiledSheet,
  { context, profile, place }: SheetReading,
): number | undefined {
  const picked = schoolYear?.(cells, place);
  if (picked === fault) {
    return undefined;
  }
  const read = picked === undefined ? undefined : yearIn(textOf(picked.cell));
  const year = read ?? profile.schoolYear ?? context.schoolYear ?? undefined;
  if (year === undefined && picked !== undefined) {
    place.report('no-school-year', picked.column, picked.cell);
  } else if (year === undefined) {
    // No row says it, so it is one question and not one a row.
    place.reportOnce('no-school-year');
  }
  return year;
}

/** Rows that were left out, told once for each reason. */
class Skipped {
  hidden = 0;
  private readonly reasons = new Map<string, { readonly first: number; count: number }>();

  count(reason: string, row: number): void {
    const known = this.reasons.get(reason);
    if (known === undefined) {
      this.reasons.set(reason, { first: row, count: 1 });
    } else {
      known.count++;
    }
  }

  report({ gathered, sheetName: sheet }: SheetReading): void {
    for (const [reason, { count, first }] of this.reasons) {
      const [zh = '', en = ''] = reason.split('\n');
      gathered.findings.add('row-skipped', { sheet, row: first }, { count, reason: { zh, en } });
    }
    if (this.hidden > 0) {
      gathered.findings.add('hidden-rows', { sheet }, { sheet, count: this.hidden });
    }
  }
}
