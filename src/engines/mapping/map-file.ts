import type { Sheet, TableFile } from '#engines/sheets';
import type { Dataset, MappedFact, MappedRecord } from './dataset.ts';
import { FindingList } from './finding-list.ts';
import { FactGatherer } from './gather-facts.ts';
import { RecordGatherer, type RecordSink } from './gather-records.ts';
import { mapForms } from './map-forms.ts';
import { mapTable } from './map-table.ts';
import type { MapContext, Mapped, MappedForm, MappedSheet } from './mapped.ts';
import { matchKey } from './normalize-text.ts';
import type { Profile } from './profile.ts';
import { AreaBook } from './resolve-area.ts';
import type { Gathered } from './sheet-reading.ts';

/**
 * Turns a file into records, facts and findings as a profile says. Asks no database and changes nothing.
 *
 * @remarks A row with a refused record brings nothing; a row with a refused number brings its other numbers. Blank is never zero.
 * Reading is lazy; memory grows with the records taken, not with the file. About a million plain numbers a second.
 * @throws DomainError `sheets.*` where the file turns out to be broken further in.
 * @example const { facts, findings } = mapFile(openTable(bytes, 'a.csv'), profile, context);
 */
export function mapFile(table: TableFile, profile: Profile, context: MapContext): Mapped {
  const steps = mapSteps(table, profile, context);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      return step.value;
    }
  }
}

/**
 * As `mapFile`, in steps: each hands over the records that became ready, so that they can travel while the rest is read.
 *
 * @remarks What was handed over is not taken back, but the findings at the end may refuse the file; units are judged at the end only.
 * @param sink A `KeyGatherer` keeps no records: a list of any length then needs memory for its keys only.
 */
export function* mapSteps(
  table: TableFile,
  profile: Profile,
  context: MapContext,
  sink: RecordSink = new RecordGatherer(),
): Generator<readonly MappedRecord[], Mapped> {
  const findings = new FindingList(table.name);
  const gathered: Gathered = {
    records: sink,
    facts: new FactGatherer(),
    areas: new AreaBook(context.areas, context.areaCode),
    findings,
  };
  const summaries = new Map<string, MappedSheet>();
  let form: MappedForm | null = null;
  if (profile.forms !== null) {
    const wanted = new Set(profile.forms.sheets.map(({ sheet }) => matchKey(sheet)));
    for (const sheet of table.sheets) {
      summaries.set(sheet.name, summaryOf(sheet, wanted.has(matchKey(sheet.name))));
    }
    form = mapForms(table, profile, profile.forms, context, gathered, summaries);
  }
  for (const mapping of profile.sheets) {
    const chosen = chooseSheets(table.sheets, mapping.sheet);
    if (chosen.length === 0 && mapping.optional !== true) {
      findings.add('sheet-missing', { sheet: mapping.sheet }, { sheet: mapping.sheet });
    }
    for (const sheet of chosen) {
      const summary = summaries.get(sheet.name) ?? summaryOf(sheet, true);
      summaries.set(sheet.name, summary);
      for (const _ of mapTable(table, sheet.index, mapping, profile, context, gathered, summary)) {
        yield gathered.records.takeFresh();
      }
    }
  }
  yield gathered.records.takeFresh();
  saySheetsLeftOut(table, summaries, new Set(profile.ignore.map(matchKey)), findings);
  const { records, facts } = keepKnownUnits(gathered, context, table);
  const sheets = table.sheets.map((sheet) => summaries.get(sheet.name) ?? summaryOf(sheet, false));
  return {
    sheets,
    rowsRead: sum(sheets.map((sheet) => sheet.rowsRead)),
    rowsReady: sum(sheets.map((sheet) => sheet.rowsReady)),
    records,
    facts,
    findings: findings.findings,
    refused: findings.refused,
    warnings: findings.warnings,
    counties: distinct(sink.counties, facts, (fact) => fact.countyCode),
    elsewhere: [...gathered.areas.elsewhere].toSorted(),
    schoolYears: distinct(sink.schoolYears, facts, (fact) => fact.schoolYear),
    form,
  };
}

function summaryOf(sheet: Sheet, read: boolean): MappedSheet {
  const skipped = read ? null : { zh: '方案没有用到', en: 'not used by the profile' };
  return { name: sheet.name, hidden: sheet.hidden, rowsRead: 0, rowsReady: 0, skipped };
}

function chooseSheets(sheets: readonly Sheet[], wanted: string): readonly Sheet[] {
  if (wanted === '*') {
    return sheets.filter((sheet) => !sheet.hidden).slice(0, 1);
  }
  const regex = /^\/(.+)\/$/.exec(wanted)?.[1];
  if (regex !== undefined) {
    const pattern = new RegExp(regex, 'u');
    return sheets.filter((sheet) => pattern.test(sheet.name));
  }
  return sheets.filter((sheet) => matchKey(sheet.name) === matchKey(wanted));
}

function saySheetsLeftOut(
  table: TableFile,
  summaries: ReadonlyMap<string, MappedSheet>,
  ignored: ReadonlySet<string>,
  findings: FindingList,
): void {
  for (const note of table.notes()) {
    if (note.code === 'dates-1904') {
      findings.add('dates-1904', { sheet: '' });
    }
  }
  for (const { name, hidden } of table.sheets) {
    const used = summaries.get(name)?.skipped === null;
    if (hidden) {
      findings.add(used ? 'hidden-sheet' : 'hidden-sheet-unread', { sheet: name }, { sheet: name });
    } else if (!used && !ignored.has(matchKey(name))) {
      findings.add('sheet-not-used', { sheet: name }, { sheet: name });
    }
  }
}

/** Leaves out what belongs to a unit that neither the file nor the registry knows, with one finding a unit. */
function keepKnownUnits(
  gathered: Gathered,
  context: MapContext,
  table: TableFile,
): { records: MappedRecord[]; facts: MappedFact[] } {
  const derive = context.datasets.get('areas')?.derive;
  const areas = [...gathered.areas.created.values()].map((record) => ({
    ...record,
    values: { ...record.values, ...derive?.(record.values) },
  }));
  const records = [...areas, ...gathered.records.records()];
  const facts = [...gathered.facts.facts()];
  if (context.units === null) {
    return { records, facts };
  }
  const known = new Set(context.units.map((unit) => `${unit.countyCode}\n${unit.id}`));
  for (const record of records) {
    if (record.dataset === 'units') {
      known.add(`${record.countyCode}\n${String(record.values.id)}`);
    }
  }
  const reported = new Set<string>();
  let last = { countyCode: '', unitId: '' };
  const isKnown = (countyCode: string, unitId: string, sheet: number, row: number): boolean => {
    if (unitId === '' || (unitId === last.unitId && countyCode === last.countyCode)) {
      return true;
    }
    const key = `${countyCode}\n${unitId}`;
    if (known.has(key)) {
      last = { countyCode, unitId };
      return true;
    }
    if (!reported.has(key)) {
      reported.add(key);
      const place = { sheet: table.sheets[sheet]?.name ?? '', row, value: unitId };
      gathered.findings.add('unknown-unit', place, { unit: unitId });
    }
    return false;
  };
  const unitOf = (record: MappedRecord, dataset: Dataset | undefined) =>
    dataset?.unitField === undefined ? '' : String(record.values[dataset.unitField] ?? '');
  return {
    records: records.filter((record) =>
      isKnown(record.countyCode, unitOf(record, context.datasets.get(record.dataset)), record.sheet, record.row),
    ),
    facts: facts.filter((fact) => isKnown(fact.countyCode, fact.unitId, fact.sheet, fact.row)),
  };
}

/** The different values, sorted; '' and 0 stand for none. */
function distinct<Value extends string | number>(
  ofRecords: ReadonlySet<Value>,
  facts: readonly MappedFact[],
  pick: (fact: MappedFact) => Value,
): Value[] {
  const values = new Set(ofRecords);
  for (const fact of facts) {
    values.add(pick(fact));
  }
  return [...values].filter((value) => value !== '' && value !== 0).sort((a, b) => (a < b ? -1 : 1));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
