import { type Cell, columnLetter, type TableFile } from '#engines/sheets';
import type { Measure } from '#standards';
import { cellPosition, rangeTest } from './cell-range.ts';
import { isBlank, textOf } from './cell-text.ts';
import { type Formula, parseFormula } from './check-formula.ts';
import type { FieldValue, MappedRecord } from './dataset.ts';
import type { FindingList } from './finding-list.ts';
import type { MapContext, MappedSheet } from './mapped.ts';
import { matchKey, plainText } from './normalize-text.ts';
import { parseNumber } from './parse-number.ts';
import { compileSource, type PickContext } from './pick-source.ts';
import type { FormFact, FormField, FormMapping, FormsMapping, Profile } from './profile.ts';
import { fault, readField, refuseUnusable } from './read-field.ts';
import { judgeMeasure } from './read-measure.ts';
import { judgeRecord } from './read-record.ts';
import { RowPlace } from './row-place.ts';
import type { Gathered } from './sheet-reading.ts';
import { scale, unitFactor } from './unit-factor.ts';
import { yearIn } from './year-in.ts';

type Grid = ReadonlyMap<number, readonly Cell[]>;

/** Reads a workbook of official forms: one school, every number at its own cell. */
export class FormsMapper {
  private readonly table: TableFile;
  private readonly profile: Profile;
  private readonly forms: FormsMapping;
  private readonly context: MapContext;
  private readonly gathered: Gathered;
  private readonly findings: FindingList;
  private readonly blanks: ReadonlySet<string>;
  private readonly grids = new Map<string, Grid>();
  private readonly values = new Map<string, number>();

  constructor(table: TableFile, profile: Profile, forms: FormsMapping, context: MapContext, gathered: Gathered) {
    this.table = table;
    this.profile = profile;
    this.forms = forms;
    this.context = context;
    this.gathered = gathered;
    this.findings = gathered.findings;
    this.blanks = new Set([...profile.blanks, '-1']);
  }

  read(summaries: ReadonlyMap<string, MappedSheet>): void {
    for (const form of this.forms.sheets) {
      this.load(form, summaries.get(form.sheet));
    }
    const before = this.findings.refused;
    const schoolYear = this.schoolYear();
    const countyCode = this.countyCode();
    const unitId = countyCode === undefined ? undefined : this.unit(countyCode);
    if (schoolYear !== undefined && countyCode !== undefined && unitId !== undefined && this.layoutHolds()) {
      for (const form of this.forms.sheets) {
        this.readForm(form, { countyCode, schoolYear, unitId }, summaries.get(form.sheet));
      }
      this.check();
    }
    for (const summary of summaries.values()) {
      summary.rowsReady = this.findings.refused === before ? summary.rowsRead : 0;
    }
  }

  private load(form: FormMapping, summary: MappedSheet | undefined): void {
    const sheet = this.table.sheets.find((found) => matchKey(found.name) === matchKey(form.sheet));
    if (sheet === undefined) {
      if (form.optional !== true) {
        this.findings.add('sheet-missing', { sheet: form.sheet }, { sheet: form.sheet });
      }
      return;
    }
    const grid = new Map<number, readonly Cell[]>();
    for (const row of this.table.rows(sheet.index)) {
      if (row.number > 2_000) {
        break;
      }
      grid.set(row.number, row.cells);
      if (summary !== undefined) {
        summary.rowsRead++;
      }
    }
    this.grids.set(form.sheet, grid);
  }

  private cell(sheet: string, reference: string): Cell {
    const { row, column } = cellPosition(reference);
    return this.grids.get(sheet)?.get(row)?.[column] ?? null;
  }

  private placeAt(sheet: string, row: number): RowPlace {
    const place = new RowPlace(sheet, this.findings);
    place.row = row;
    return place;
  }

  /** One field of the unit: the cell it names, worked on as any source. */
  private pick(field: FormField): { cell: Cell; column: number; place: RowPlace } | typeof fault {
    const [sheet = '', reference = 'A1'] = (field.cell ?? '').split('!');
    const { row, column } = cellPosition(reference);
    const place = this.placeAt(sheet, field.cell === undefined ? 0 : row);
    const context: PickContext = {
      codes: this.profile.codes,
      blanks: this.blanks,
      columnOf: () => (field.cell === undefined ? -1 : column),
    };
    const cells: Cell[] = [];
    cells[column] = field.cell === undefined ? null : this.cell(sheet, reference);
    const picked = compileSource({ ...field, column: field.cell }, context)(cells, place);
    return picked === fault ? fault : { ...picked, place };
  }

  private schoolYear(): number | undefined {
    const picked = this.pick(this.forms.schoolYear);
    const year = picked === fault ? undefined : (yearIn(textOf(picked.cell)) ?? this.context.schoolYear ?? undefined);
    if (year === undefined && picked !== fault) {
      picked.place.report('no-school-year', picked.column, picked.cell);
    }
    return year;
  }

  private countyCode(): string | undefined {
    const picked = this.pick(this.forms.county);
    if (picked === fault) {
      return undefined;
    }
    const text = plainText(textOf(picked.cell));
    const code = this.gathered.areas.find(text, 'county')?.code ?? (/^\d{6}/.test(text) ? text.slice(0, 6) : undefined);
    const { areaCode } = this.context;
    if (code === undefined) {
      picked.place.report('unknown-area', picked.column, picked.cell, { area: text });
    } else if (areaCode !== null && areaCode !== code && !this.gathered.areas.isInside(code, areaCode)) {
      picked.place.report('wrong-county', picked.column, picked.cell, { found: code, expected: areaCode });
      return undefined;
    }
    return code;
  }

  private unit(countyCode: string): string | undefined {
    const dataset = this.context.datasets.get('units');
    if (dataset === undefined) {
      return undefined;
    }
    const values: Record<string, FieldValue> = {};
    const columns: Record<string, number> = {};
    let firstPlace = this.placeAt('', 0);
    let good = true;
    for (const [name, field] of Object.entries(dataset.fields)) {
      const picked = this.pick(this.forms.unit[name] ?? {});
      const value = picked === fault ? fault : readField(field, picked.cell, picked.column, picked.place, this.blanks);
      if (value === fault) {
        good = false;
        continue;
      }
      values[name] = value;
      if (picked !== fault && picked.column >= 0) {
        columns[name] = picked.column;
        firstPlace = name === dataset.key[0] ? picked.place : firstPlace;
      }
    }
    if (!good) {
      return undefined;
    }
    Object.assign(values, dataset.derive?.(values));
    const sheet = this.forms.unit[dataset.key[0] ?? '']?.cell?.split('!')[0] ?? '';
    const index = this.table.sheets.findIndex((found) => found.name === sheet);
    const record: MappedRecord = {
      dataset: 'units',
      countyCode,
      schoolYear: 0,
      values,
      sheet: Math.max(0, index),
      row: firstPlace.row,
      columns,
    };
    const taken =
      judgeRecord(dataset, record, [], firstPlace) && this.gathered.records.add(dataset, record, false, firstPlace);
    return taken ? String(values[dataset.key[0] ?? 'id']) : undefined;
  }

  private layoutHolds(): boolean {
    let holds = true;
    for (const form of this.forms.sheets) {
      for (const [reference, expected] of Object.entries(this.grids.has(form.sheet) ? form.expect : {})) {
        const cell = this.cell(form.sheet, reference);
        if (!matchKey(textOf(cell)).includes(matchKey(expected))) {
          const { row, column } = cellPosition(reference);
          this.placeAt(form.sheet, row).report('form-layout', column, cell, { expected });
          holds = false;
        }
      }
    }
    return holds;
  }

  private readForm(
    form: FormMapping,
    at: { countyCode: string; schoolYear: number; unitId: string },
    summary: MappedSheet | undefined,
  ): void {
    const grid = this.grids.get(form.sheet);
    const sheet = this.table.sheets.findIndex((found) => matchKey(found.name) === matchKey(form.sheet));
    if (grid === undefined || summary === undefined) {
      return;
    }
    const used = new Set<string>();
    for (const fact of this.factsOf(form, at.schoolYear)) {
      this.readFact(fact, form.sheet, sheet, at, used);
    }
    for (const reference of form.remarks) {
      used.add(reference);
      const text = plainText(textOf(this.cell(form.sheet, reference)));
      if (text !== '') {
        const { row, column } = cellPosition(reference);
        this.placeAt(form.sheet, row).report('form-remark-warning', column, text, remarkWords(text));
      }
    }
    this.accountForCells(form, grid, used);
  }

  private factsOf(form: FormMapping, schoolYear: number): readonly FormFact[] {
    const own = form.facts;
    if (!this.forms.fromDictionary) {
      return own;
    }
    const given = new Set(own.map((fact) => `${fact.measure}@${fact.stage}`));
    const listed = [...this.context.dictionary.measures.values()].flatMap((measure) =>
      measure.forms
        .filter((cell) => matchKey(cell.form) === matchKey(form.sheet))
        .filter((cell) => (cell.since ?? 0) <= schoolYear && schoolYear <= (cell.until ?? 9999))
        .filter((cell) => !given.has(`${measure.id}@${cell.stage}`))
        .map((cell) => ({
          cells: cell.cell,
          measure: measure.id,
          stage: cell.stage,
          in: cell.factor === 10_000 ? '万元' : undefined,
        })),
    );
    return [...own, ...listed];
  }

  private readFact(
    fact: FormFact,
    sheetName: string,
    sheet: number,
    at: { countyCode: string; schoolYear: number; unitId: string },
    used: Set<string>,
  ): void {
    const measure = this.context.dictionary.measures.get(fact.measure);
    const references = fact.cells.split('+').map((part) => part.trim());
    references.forEach((reference) => used.add(reference));
    if (measure === undefined) {
      return;
    }
    let sum: number | undefined;
    let first: string | undefined;
    for (const reference of references) {
      const value = this.numberAt(sheetName, reference, measure);
      if (value === fault) {
        return;
      }
      if (value !== undefined) {
        sum = (sum ?? 0) + value;
        first ??= reference;
      }
    }
    if (sum === undefined || first === undefined) {
      return;
    }
    const { row, column } = cellPosition(first);
    const place = this.placeAt(sheetName, row);
    const cell = this.cell(sheetName, first);
    const factor = fact.in === undefined ? 1 : unitFactor(fact.in, measure.unit);
    const judged = factor === undefined ? fault : judgeMeasure(measure, scale(sum, factor), cell, column, place);
    if (judged !== fault) {
      const stage = measure.stages.includes('all') ? 'all' : fact.stage;
      this.values.set(`${measure.id}@${stage}`, judged);
      this.gathered.facts.add({ ...at, stage, sheet, row }, measure, column, judged, undefined, place);
    }
  }

  private numberAt(sheet: string, reference: string, measure: Measure | undefined): number | undefined | typeof fault {
    const cell = this.cell(sheet, reference);
    if (isBlank(cell, this.blanks)) {
      return undefined;
    }
    const { row, column } = cellPosition(reference);
    const place = this.placeAt(sheet, row);
    const words = measure?.words ?? { zh: reference, en: reference };
    if (measure !== undefined && refuseUnusable(cell, column, words, place)) {
      return fault;
    }
    if (typeof cell === 'object' && typeof cell?.value === 'number') {
      return cell.value === -1 ? undefined : cell.value;
    }
    const reading = parseNumber(textOf(cell));
    if (reading.kind === 'number') {
      return reading.value;
    }
    if (measure === undefined) {
      return undefined;
    }
    place.report(reading.kind, column, cell, { field: words });
    return fault;
  }

  private accountForCells(form: FormMapping, grid: Grid, used: ReadonlySet<string>): void {
    const known = [...form.labels, ...form.unused.map((entry) => entry.cells), ...Object.keys(form.expect)].map(
      rangeTest,
    );
    const named = new Set(
      [this.forms.schoolYear, this.forms.county, ...Object.values(this.forms.unit)]
        .map((field) => field.cell)
        .filter((cell) => cell?.startsWith(`${form.sheet}!`)),
    );
    for (const [row, cells] of grid) {
      for (const [column, cell] of cells.entries()) {
        const reference = `${columnLetter(column)}${row}`;
        const blank = isBlank(cell, this.blanks) || (typeof cell === 'object' && cell?.value === -1);
        if (
          !blank &&
          !used.has(reference) &&
          !named.has(`${form.sheet}!${reference}`) &&
          !known.some((test) => test(row, column))
        ) {
          this.placeAt(form.sheet, row).report('cell-not-known', column, cell);
        }
      }
    }
  }

  private check(): void {
    for (const check of this.forms.checks) {
      const formula = parseFormula(check.holds);
      if (!('fault' in formula) && this.ask(formula) === 0) {
        const [sheet = '', reference = 'A1'] = check.marks.split('!');
        const { row, column } = cellPosition(reference);
        const code = check.severity === 'refused' ? 'form-check' : 'form-hint';
        const words = { message: check.message, remedy: check.remedy };
        this.placeAt(sheet, row).report(code, column, this.cell(sheet, reference), words);
      }
    }
  }

  private ask(formula: Formula): number | undefined {
    return formula.evaluate((name) => {
      const [sheet = '', reference] = name.split('!');
      const value = reference === undefined ? this.values.get(name) : this.numberAt(sheet, reference, undefined);
      return value === fault ? undefined : value;
    });
  }
}

function remarkWords(text: string) {
  return {
    message: { zh: `填报单位的核查说明：${text}`, en: `The sender's own remark on a failed check: ${text}` },
    remedy: {
      zh: '请核对所述情况；数据仍按原样收下。',
      en: 'Look into what it says; the numbers are taken as they are.',
    },
  };
}
