import type { Cell, Row, TableFile } from '#engines/sheets';
import type { Measure } from '#standards';
import { isBlank, textOf } from './cell-text.ts';
import { compileConditions, type RowTest } from './condition.ts';
import type { Dataset, Field, FieldValue, MappedRecord } from './dataset.ts';
import { MergeFiller } from './fill-merges.ts';
import type { FindingList } from './finding-list.ts';
import { FactGatherer } from './gather-facts.ts';
import { RecordGatherer } from './gather-records.ts';
import { columnAt, findHeader, type Header } from './header.ts';
import type { MapContext, MappedSheet } from './mapped.ts';
import { halfWidth } from './normalize-text.ts';
import { compileSource, type Pick, type PickContext } from './pick-source.ts';
import type { Condition, FactsMapping, MeasureSource, Profile, SheetMapping, Source } from './profile.ts';
import { fault, readField } from './read-field.ts';
import { readMeasure } from './read-measure.ts';
import { type AreaBook, type AreaOf, compileArea } from './resolve-area.ts';
import { RowPlace } from './row-place.ts';
import { TotalRow, totalKind } from './total-row.ts';

/** What several sheets of one file fill together. */
export interface Gathered {
  readonly records: RecordGatherer;
  readonly facts: FactGatherer;
  readonly areas: AreaBook;
  readonly findings: FindingList;
}

export const stageField: Field = {
  type: 'code',
  words: { zh: '学段', en: 'stage' },
  column: 'stage',
  codes: {
    kindergarten: ['幼儿园', '学前', '学前教育', '幼儿'],
    primary: ['小学', '小学段', '小学部'],
    junior: ['初中', '普通初中', '初级中学', '初中部'],
    senior: ['高中', '普通高中', '高级中学', '高中部'],
    special: ['特教', '特殊教育', '特殊教育学校'],
    all: ['全校', '全部', '不分学段', '合计'],
  },
};
const unitField: Field = {
  type: 'identifier',
  words: { zh: '学校标识', en: 'unit' },
  column: 'unit_id',
  required: true,
  maxLength: 64,
};

interface ReadMeasure {
  readonly source: MeasureSource;
  readonly measure: Measure;
  readonly column: number;
  readonly pick: Pick | undefined;
  readonly unit: string | undefined;
  readonly stage: Pick | undefined;
  readonly schoolYear: number | undefined;
  readonly test: RowTest | undefined;
}

interface ReadFacts {
  readonly unit: Pick | undefined;
  readonly stage: Pick | undefined;
  readonly measures: readonly ReadMeasure[];
  readonly long: { readonly measure: Pick; readonly value: Pick } | undefined;
}

interface ReadRecord {
  readonly dataset: Dataset;
  readonly fields: readonly (readonly [name: string, field: Field, pick: Pick])[];
  readonly repeats: boolean;
  readonly test: RowTest | undefined;
}

/** Reads one sheet of a table file as one mapping says. */
export class TableMapper {
  private readonly sheet: number;
  private readonly context: MapContext;
  private readonly profile: Profile;
  private readonly mapping: SheetMapping;
  private readonly gathered: Gathered;
  private readonly blanks: ReadonlySet<string>;
  private readonly place: RowPlace;
  private readonly sheetName: string;
  private readonly table: TableFile;
  private complete = true;

  constructor(
    table: TableFile,
    sheet: number,
    mapping: SheetMapping,
    profile: Profile,
    context: MapContext,
    gathered: Gathered,
  ) {
    this.table = table;
    this.sheet = sheet;
    this.mapping = mapping;
    this.profile = profile;
    this.context = context;
    this.gathered = gathered;
    this.blanks = new Set(profile.blanks);
    this.sheetName = table.sheets[sheet]?.name ?? '';
    this.place = new RowPlace(this.sheetName, gathered.findings);
  }

  read(summary: MappedSheet): void {
    const { table, sheet, mapping, gathered } = this;
    const header = findHeader(table, sheet, mapping, wantedColumns(mapping), gathered.findings);
    if (header === undefined) {
      return;
    }
    const compiled = this.compile(header);
    if (!this.complete) {
      return;
    }
    const merges = new MergeFiller(table.merges(sheet));
    const totals = new TotalRow(
      compiled.facts.flatMap((facts) =>
        facts.measures.filter((read) => read.pick !== undefined).map((read) => read.column),
      ),
    );
    const skipped = new Map<string, { count: number; first: number }>();
    let hidden = 0;
    for (const row of table.rows(sheet)) {
      if (row.number <= header.lastRow) {
        continue;
      }
      const cells = merges.fill(row);
      summary.rowsRead++;
      hidden += row.hidden ? 1 : 0;
      if (this.isShifted(row, header)) {
        continue;
      }
      const reason = this.skipReason(row, cells, compiled.skips, totals);
      if (reason !== undefined) {
        const known = skipped.get(reason) ?? { count: 0, first: row.number };
        skipped.set(reason, { ...known, count: known.count + 1 });
        continue;
      }
      if (this.readRow(row, cells, compiled)) {
        summary.rowsReady++;
      }
      totals.add(row.cells);
    }
    this.sayWhatWasSkipped(skipped, hidden, summary);
  }

  private compile(header: Header) {
    const pickContext: PickContext = {
      codes: this.profile.codes,
      blanks: this.blanks,
      columnOf: (source) => this.columnOf(header, source),
    };
    const testOf = (conditions: readonly Condition[] | undefined): RowTest | undefined =>
      conditions === undefined
        ? undefined
        : compileConditions(conditions, (condition) => this.columnOf(header, condition), this.blanks);
    const { mapping } = this;
    return {
      county: mapping.county === undefined ? undefined : compileArea(mapping.county, this.gathered.areas, pickContext),
      schoolYear: mapping.schoolYear === undefined ? undefined : compileSource(mapping.schoolYear, pickContext),
      skips: mapping.skip.map((rule) => ({ test: testOf(rule.when) ?? (() => false), why: rule.why })),
      records: mapping.records.flatMap((record): ReadRecord[] => {
        const dataset = this.context.datasets.get(record.dataset);
        return dataset === undefined
          ? []
          : [
              {
                dataset,
                repeats: record.repeats === true,
                test: testOf(record.where),
                fields: Object.entries(dataset.fields).map(
                  ([name, field]) => [name, field, compileSource(record.fields[name] ?? {}, pickContext)] as const,
                ),
              },
            ];
      }),
      facts: mapping.facts.map((facts) => this.compileFacts(facts, header, pickContext, testOf)),
    };
  }

  private compileFacts(
    facts: FactsMapping,
    header: Header,
    pickContext: PickContext,
    testOf: (conditions: readonly Condition[] | undefined) => RowTest | undefined,
  ): ReadFacts {
    const optional = (source: Source | undefined) =>
      source === undefined ? undefined : compileSource(source, pickContext);
    return {
      unit: optional(facts.unit),
      stage: optional(facts.stage),
      long:
        facts.long === undefined
          ? undefined
          : {
              measure: compileSource(facts.long.measure, pickContext),
              value: compileSource(facts.long.value, pickContext),
            },
      measures: facts.measures.flatMap((source): ReadMeasure[] => {
        const measure = this.context.dictionary.measures.get(source.measure);
        if (measure === undefined) {
          return [];
        }
        const common = { source, measure, stage: optional(source.stage), test: testOf(source.where) };
        if (source.columns !== undefined) {
          return matchingColumns(header, source.columns).map(({ column, stage, year }) => ({
            ...common,
            column,
            pick: (cells) => ({ cell: cells[column] ?? null, column }),
            unit: source.in,
            stage: stage === undefined ? common.stage : () => ({ cell: stage, column: -1 }),
            schoolYear: year ?? source.schoolYear,
          }));
        }
        const from = source.from ?? {};
        const column = source.take === 'count' && source.from === undefined ? -1 : this.columnOf(header, from);
        const absent = column < 0 && from.value === undefined && from.join === undefined;
        return absent && source.take !== 'count'
          ? []
          : [
              {
                ...common,
                column,
                pick: absent ? undefined : compileSource(from, pickContext),
                unit: source.in ?? from.in,
                schoolYear: source.schoolYear,
              },
            ];
      }),
    };
  }

  /** The column of a source, -1 where it names none; a missing column is a finding of the sheet. */
  private columnOf(header: Header, source: Source | Condition): number {
    if (source.at !== undefined) {
      return columnAt(source.at);
    }
    if (source.column === undefined) {
      return -1;
    }
    const [column, other] = header.columnsOf(source.column);
    if (other !== undefined && column !== undefined) {
      this.complete = false;
      this.gathered.findings.add(
        'column-twice',
        { sheet: this.sheetName, row: header.lastRow },
        { column: source.column },
      );
    }
    if (column === undefined && !('optional' in source && source.optional === true)) {
      this.complete = false;
      const present = header.names
        .filter((name) => name !== '')
        .slice(0, 30)
        .join('、');
      this.gathered.findings.add(
        'column-missing',
        { sheet: this.sheetName, row: header.lastRow },
        { column: source.column, present },
      );
    }
    return column ?? -1;
  }

  /** A row wider than its header may be shifted and is refused; one cut short in a text file is only pointed out. */
  private isShifted(row: Row, header: Header): boolean {
    const { place, table } = this;
    place.row = row.number;
    const found = row.cells.length;
    const expected = header.width;
    if (expected > 0 && found > expected && row.cells.slice(expected).some((cell) => !isBlank(cell, this.blanks))) {
      place.report('row-too-wide', expected, row.cells[expected] ?? null, { found, expected });
      return true;
    }
    if (table.kind === 'csv' && found < expected && totalKind(row.cells) !== 'remark') {
      place.report('row-too-short', found - 1, row.cells[found - 1] ?? null, { found, expected });
    }
    return false;
  }

  private skipReason(
    row: Row,
    cells: readonly Cell[],
    skips: readonly { readonly test: RowTest; readonly why: { readonly zh: string; readonly en: string } }[],
    totals: TotalRow,
  ): string | undefined {
    const rule = skips.find(({ test }) => test(cells));
    if (rule !== undefined) {
      return `${rule.why.zh}\n${rule.why.en}`;
    }
    if (cells.every((cell) => isBlank(cell, this.blanks))) {
      return '空行\nblank rows';
    }
    const kind = totalKind(row.cells);
    if (kind === 'total') {
      this.place.row = row.number;
      totals.compare(row.cells, this.place);
      return '合计行\ntotal rows';
    }
    return kind === 'subtotal'
      ? '小计行\nsubtotal rows'
      : kind === 'remark'
        ? '表下说明\nremarks below the table'
        : undefined;
  }

  private readRow(row: Row, cells: readonly Cell[], compiled: ReturnType<TableMapper['compile']>): boolean {
    const { place } = this;
    place.row = row.number;
    const before = place.refusals;
    const countyCode = this.countyOf(cells, compiled.county);
    const schoolYear = this.yearOf(cells, compiled.schoolYear);
    if (countyCode === undefined || schoolYear === undefined) {
      return false;
    }
    let taken = true;
    for (const record of compiled.records) {
      if (record.test === undefined || record.test(cells)) {
        taken = this.readRecord(record, cells, countyCode, schoolYear, row.number) && taken;
      }
    }
    if (taken) {
      for (const facts of compiled.facts) {
        this.readFacts(facts, row, cells, countyCode, schoolYear);
      }
    }
    return place.refusals === before;
  }

  private countyOf(cells: readonly Cell[], county: AreaOf | undefined): string | undefined {
    const { areaCode } = this.context;
    if (county === undefined) {
      return areaCode ?? '';
    }
    const code = county(cells, this.place, this.sheet);
    if (code === fault || code === null) {
      return undefined;
    }
    if (areaCode !== null && !this.gathered.areas.isInside(code, areaCode)) {
      this.place.report('wrong-county', -1, code, { found: code, expected: areaCode });
      return undefined;
    }
    return code;
  }

  private yearOf(cells: readonly Cell[], source: Pick | undefined): number | undefined {
    const picked = source?.(cells, this.place);
    if (picked === fault) {
      return undefined;
    }
    const read = picked === undefined ? undefined : yearIn(textOf(picked.cell));
    const year = read ?? this.profile.schoolYear ?? this.context.schoolYear ?? undefined;
    if (year === undefined) {
      this.place.report('no-school-year', picked?.column ?? -1, picked?.cell ?? null);
    }
    return year;
  }

  private readRecord(
    read: ReadRecord,
    cells: readonly Cell[],
    countyCode: string,
    schoolYear: number,
    row: number,
  ): boolean {
    const { dataset } = read;
    const values: Record<string, FieldValue> = {};
    const columns: Record<string, number> = {};
    let good = true;
    for (const [name, field, pick] of read.fields) {
      const picked = pick(cells, this.place);
      const value = picked === fault ? fault : readField(field, picked.cell, picked.column, this.place, this.blanks);
      if (picked !== fault && picked.column >= 0) {
        columns[name] = picked.column;
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
    Object.assign(values, dataset.derive?.(values));
    const record: MappedRecord = {
      dataset: dataset.id,
      countyCode: dataset.countyless === true ? '' : countyCode,
      schoolYear: dataset.yearly ? schoolYear : 0,
      values,
      sheet: this.sheet,
      row,
      columns,
    };
    return (
      judgeRecord(dataset, record, cells, this.place) &&
      this.gathered.records.add(dataset, record, read.repeats, this.place)
    );
  }

  private readFacts(facts: ReadFacts, row: Row, cells: readonly Cell[], countyCode: string, schoolYear: number): void {
    const unit = facts.unit?.(cells, this.place);
    const unitId =
      unit === undefined
        ? ''
        : unit === fault
          ? fault
          : readField(unitField, unit.cell, unit.column, this.place, this.blanks);
    if (typeof unitId !== 'string') {
      return;
    }
    const stage = this.stageOf(facts.stage, cells);
    if (stage === fault) {
      return;
    }
    const at = { countyCode, schoolYear, unitId, stage: stage ?? 'all', sheet: this.sheet, row: row.number };
    for (const read of facts.measures) {
      if (read.test === undefined || read.test(cells)) {
        this.readOne(read, row.cells, stage, at);
      }
    }
    if (facts.long !== undefined) {
      this.readLong(facts.long, cells, stage, at);
    }
  }

  private readOne(
    read: ReadMeasure,
    cells: readonly Cell[],
    rowStage: string | null,
    at: Parameters<FactGatherer['add']>[0],
  ): void {
    const own = this.stageOf(read.stage, cells);
    if (own === fault) {
      return;
    }
    const picked = read.pick?.(cells, this.place) ?? { cell: null, column: read.column };
    if (picked === fault) {
      return;
    }
    const value =
      read.source.take === 'count'
        ? 1
        : readMeasure(read.measure, picked.cell, picked.column, read.unit, this.place, this.blanks);
    if (value === undefined || value === fault) {
      return;
    }
    const stage = stageFor(read.measure, own ?? rowStage);
    if (stage === undefined) {
      this.place.report('wrong-stage', picked.column, picked.cell, {
        field: read.measure.words,
        stage: own ?? rowStage ?? '',
      });
      return;
    }
    this.gathered.facts.add(
      { ...at, stage, schoolYear: read.schoolYear ?? at.schoolYear },
      read.measure,
      Math.max(0, picked.column),
      value,
      read.source.take,
      this.place,
    );
  }

  private readLong(
    long: NonNullable<ReadFacts['long']>,
    cells: readonly Cell[],
    stage: string | null,
    at: Parameters<FactGatherer['add']>[0],
  ): void {
    const name = long.measure(cells, this.place);
    const picked = long.value(cells, this.place);
    if (name === fault || picked === fault) {
      return;
    }
    const measure = this.context.dictionary.measures.get(halfWidth(textOf(name.cell)));
    if (measure === undefined) {
      const allowed = [...this.context.dictionary.measures.keys()].slice(0, 12).join('、');
      this.place.report('unknown-code', name.column, name.cell, { field: { zh: '指标量', en: 'measure' }, allowed });
      return;
    }
    const value = readMeasure(measure, picked.cell, picked.column, undefined, this.place, this.blanks);
    const fits = stageFor(measure, stage);
    if (value === undefined || value === fault) {
      return;
    }
    if (fits === undefined) {
      this.place.report('wrong-stage', picked.column, picked.cell, { field: measure.words, stage: stage ?? '' });
      return;
    }
    this.gathered.facts.add({ ...at, stage: fits }, measure, picked.column, value, undefined, this.place);
  }

  private stageOf(pick: Pick | undefined, cells: readonly Cell[]): string | null | typeof fault {
    const picked = pick?.(cells, this.place);
    if (picked === undefined) {
      return null;
    }
    const value = picked === fault ? fault : readField(stageField, picked.cell, picked.column, this.place, this.blanks);
    return typeof value === 'string' || value === fault ? value : null;
  }

  private sayWhatWasSkipped(
    skipped: ReadonlyMap<string, { count: number; first: number }>,
    hidden: number,
    summary: MappedSheet,
  ): void {
    const { findings } = this.gathered;
    const sheet = this.sheetName;
    for (const [reason, { count, first }] of skipped) {
      const [zh = '', en = ''] = reason.split('\n');
      findings.add('row-skipped', { sheet, row: first }, { count, reason: { zh, en } });
    }
    if (hidden > 0) {
      findings.add('hidden-rows', { sheet }, { sheet, count: hidden });
    }
    if (summary.rowsRead === 0) {
      findings.add('sheet-empty', { sheet }, { sheet });
    }
  }
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

/** The stage a number is filed under; undefined where the measure is not reported for it. */
function stageFor(measure: Measure, stage: string | null): string | undefined {
  if (measure.stages.includes('all')) {
    return 'all';
  }
  return (
    measure.stages.find((known) => known === stage) ??
    (measure.stages.length === 1 && stage === null ? measure.stages[0] : undefined)
  );
}

/** `2020-2021学年` → 2020. */
export function yearIn(text: string): number | undefined {
  const found = /(?:19|20|21)\d{2}/.exec(halfWidth(text));
  return found === null ? undefined : Number(found[0]);
}

function matchingColumns(header: Header, pattern: string) {
  const regex = new RegExp(pattern, 'u');
  return header.names.flatMap((name, column) => {
    const groups = regex.exec(name)?.groups;
    return regex.test(name)
      ? [{ column, stage: groups?.stage, year: groups?.year === undefined ? undefined : yearIn(groups.year) }]
      : [];
  });
}

function wantedColumns(mapping: SheetMapping): readonly string[] {
  const names = new Set<string>();
  const visit = (source: Source | undefined): void => {
    if (source?.column !== undefined) {
      names.add(source.column);
    }
    source?.join?.forEach(visit);
  };
  for (let area = mapping.county; area !== undefined; area = area.parent) {
    visit(area.from);
  }
  visit(mapping.schoolYear);
  for (const record of mapping.records) {
    Object.values(record.fields).forEach(visit);
  }
  for (const facts of mapping.facts) {
    visit(facts.unit);
    visit(facts.stage);
    visit(facts.long?.measure);
    visit(facts.long?.value);
    for (const measure of facts.measures) {
      visit(measure.from);
      visit(measure.stage);
    }
  }
  return [...names];
}
