import { columnLetter, type TableFile } from '#engines/sheets';
import { compileFormCondition } from '#standards';
import { cellPosition, rangeTest } from './cell-range.ts';
import { textOf } from './cell-text.ts';
import type { Dataset, FieldValue, MappedRecord } from './dataset.ts';
import { FormBook } from './form-book.ts';
import { cellsOfFact, factsOfForm, readFormFact } from './form-facts.ts';
import type { MapContext, MappedForm, MappedSheet } from './mapped.ts';
import { matchKey, plainText } from './normalize-text.ts';
import type { FormCheck, FormMapping, FormsMapping, Profile } from './profile.ts';
import { fault, readField } from './read-field.ts';
import { judgeRecord } from './read-record.ts';
import type { Gathered } from './sheet-reading.ts';
import { yearIn } from './year-in.ts';

interface School {
  readonly countyCode: string;
  readonly schoolYear: number;
  readonly unitId: string;
}

interface FormsReading {
  readonly table: TableFile;
  readonly profile: Profile;
  readonly forms: FormsMapping;
  readonly book: FormBook;
  readonly context: MapContext;
  readonly gathered: Gathered;
  /** Numbers read so far, as `measure@stage`, for the checks. */
  readonly values: Map<string, number>;
}

/** Reads a workbook of official forms: one school, every number at its own cell. */
export function mapForms(
  table: TableFile,
  profile: Profile,
  forms: FormsMapping,
  context: MapContext,
  gathered: Gathered,
  summaries: ReadonlyMap<string, MappedSheet>,
): MappedForm | null {
  const book = new FormBook(profile, gathered.findings);
  for (const form of forms.sheets) {
    book.load(table, form, summaries.get(form.sheet));
  }
  const fields = [forms.schoolYear, ...Object.values(forms.unit)];
  if (fields.some((field) => field.label !== undefined)) {
    book.loadRest(table);
  }
  const before = gathered.findings.refused;
  const reading: FormsReading = { table, profile, forms, book, context, gathered, values: new Map() };
  const school = layoutHolds(reading) ? readSchool(reading) : undefined;
  if (school !== undefined) {
    for (const form of forms.sheets) {
      readForm(form, school, reading);
    }
    for (const check of forms.checks) {
      judge(check, reading);
    }
  }
  for (const summary of summaries.values()) {
    summary.rowsReady = gathered.findings.refused === before ? summary.rowsRead : 0;
  }
  return school === undefined ? null : { ...school, ...cellsOf(book) };
}

function cellsOf(book: FormBook): Pick<MappedForm, 'hasSheet' | 'numberAt' | 'textAt'> {
  return {
    hasSheet: (sheet) => book.grid(sheet) !== undefined,
    numberAt: (sheet, cell) => book.numberAt(sheet, cell),
    textAt: (sheet, reference) => {
      const cell = book.cell(sheet, reference);
      return book.isEmpty(cell) ? '' : plainText(textOf(cell));
    },
  };
}

function layoutHolds({ forms, book }: FormsReading): boolean {
  let holds = true;
  for (const form of forms.sheets) {
    for (const [reference, expected] of Object.entries(book.grid(form.sheet) === undefined ? {} : form.expect)) {
      const cell = book.cell(form.sheet, reference);
      if (!matchKey(textOf(cell)).includes(matchKey(expected))) {
        const { row, column } = cellPosition(reference);
        book.placeAt(form.sheet, row).report('form-layout', column, cell, { expected });
        holds = false;
      }
    }
  }
  return holds;
}

function readSchool(reading: FormsReading): School | undefined {
  const schoolYear = schoolYearOf(reading);
  const countyCode = countyOf(reading);
  const dataset = reading.context.datasets.get('units');
  if (schoolYear === undefined || countyCode === undefined || dataset === undefined) {
    return undefined;
  }
  const unitId = readUnit(reading, dataset, countyCode);
  return unitId === undefined ? undefined : { schoolYear, countyCode, unitId };
}

function schoolYearOf({ profile, forms, book, context }: FormsReading): number | undefined {
  const picked = book.pick(forms.schoolYear);
  if (picked === fault) {
    return undefined;
  }
  const year = yearIn(textOf(picked.cell)) ?? context.schoolYear ?? undefined;
  if (year === undefined) {
    picked.place.report('no-school-year', picked.column, picked.cell);
    return undefined;
  }
  const { since, until } = profile;
  if ((since !== null && year < since) || (until !== null && year > until)) {
    picked.place.report('profile-year', picked.column, picked.cell, { years: `${since ?? ''}—${until ?? ''}`, year });
    return undefined;
  }
  return year;
}

function countyOf({ forms, book, context, gathered }: FormsReading): string | undefined {
  const { areaCode } = context;
  if (forms.county === undefined) {
    return areaCode ?? '';
  }
  const picked = book.pick(forms.county);
  if (picked === fault) {
    return undefined;
  }
  const text = plainText(textOf(picked.cell));
  const code = gathered.areas.find(text, 'county')?.code ?? /^\d{6}/.exec(text)?.[0];
  if (code === undefined) {
    picked.place.report('unknown-area', picked.column, picked.cell, { area: text });
  } else if (areaCode !== null && areaCode !== code && !gathered.areas.isInside(code, areaCode)) {
    gathered.areas.elsewhere.add(code);
    picked.place.report('wrong-county', picked.column, picked.cell, { found: code, expected: areaCode });
    return undefined;
  }
  return code;
}

function readUnit(
  { forms, book, table, gathered }: FormsReading,
  dataset: Dataset,
  countyCode: string,
): string | undefined {
  const values: Record<string, FieldValue> = {};
  const columns: Record<string, number> = {};
  const key = dataset.key[0] ?? 'id';
  const at = book.locate(forms.unit[key] ?? {});
  let good = true;
  for (const [name, field] of Object.entries(dataset.fields)) {
    const picked = book.pick(forms.unit[name] ?? {});
    const value = picked === fault ? fault : readField(field, picked.cell, picked.column, picked.place, book.blanks);
    if (value === fault) {
      good = false;
    } else {
      values[name] = value;
      columns[name] = picked === fault ? -1 : picked.column;
    }
  }
  if (!good) {
    return undefined;
  }
  Object.assign(values, dataset.derive?.(values));
  const place = book.placeAt(at?.sheet ?? '', at?.row ?? 0);
  const sheet = Math.max(
    0,
    table.sheets.findIndex((found) => found.name === at?.sheet),
  );
  const record: MappedRecord = {
    dataset: dataset.id,
    countyCode,
    schoolYear: 0,
    values,
    sheet,
    row: place.row,
    columns,
  };
  const taken = judgeRecord(dataset, record, [], place) && gathered.records.add(dataset, record, false, place);
  return taken ? String(values[key]) : undefined;
}

function readForm(
  form: FormMapping,
  school: School,
  { table, forms, book, context, gathered, values }: FormsReading,
): void {
  const sheet = table.sheets.findIndex((found) => matchKey(found.name) === matchKey(form.sheet));
  const used = new Set(form.remarks);
  for (const fact of factsOfForm(form, forms.fromDictionary ? context.dictionary : null, school.schoolYear)) {
    const measure = context.dictionary.measures.get(fact.measure);
    for (const reference of cellsOfFact(fact)) {
      used.add(reference);
    }
    const read = measure && readFormFact(book, form.sheet, fact, measure);
    if (measure !== undefined && read !== undefined) {
      const { value, stage, row, column } = read;
      values.set(`${measure.id}@${stage}`, value);
      gathered.facts.add(
        { ...school, stage, sheet, row },
        measure,
        column,
        value,
        undefined,
        book.placeAt(form.sheet, row),
      );
    }
  }
  for (const reference of form.remarks) {
    const text = plainText(textOf(book.cell(form.sheet, reference)));
    const { row, column } = cellPosition(reference);
    if (text !== '') {
      book.placeAt(form.sheet, row).report('form-remark', column, text, { remark: text });
    }
  }
  accountForCells(form, used, forms, book);
}

/** Every filled cell is read, a heading, or known and unused; anything else is pointed out. */
function accountForCells(form: FormMapping, used: ReadonlySet<string>, forms: FormsMapping, book: FormBook): void {
  const known = [...form.labels, ...form.unused.map((entry) => entry.cells), ...Object.keys(form.expect)].map(
    rangeTest,
  );
  const fields = [
    forms.schoolYear,
    ...(forms.county === undefined ? [] : [forms.county]),
    ...Object.values(forms.unit),
  ];
  const named = fields.flatMap((field) => book.locate(field) ?? []).filter((at) => at.sheet === form.sheet);
  for (const [row, cells] of book.grid(form.sheet) ?? []) {
    for (const [column, cell] of cells.entries()) {
      const isKnown =
        book.isEmpty(cell) ||
        used.has(`${columnLetter(column)}${row}`) ||
        named.some((at) => at.row === row && at.column === column) ||
        known.some((test) => test(row, column));
      if (!isKnown) {
        book.placeAt(form.sheet, row).report('cell-not-known', column, cell);
      }
    }
  }
}

function judge(check: FormCheck, { book, context, values }: FormsReading): void {
  const { condition } = compileFormCondition(check.holds, context.dictionary);
  const held = condition?.holds((name) => {
    const [sheet = '', reference] = name.split('!');
    return reference === undefined ? values.get(name) : book.numberAt(sheet, reference);
  });
  if (held === false) {
    const [sheet = '', reference = 'A1'] = check.marks.split('!');
    const { row, column } = cellPosition(reference);
    const code = check.severity === 'refused' ? 'form-check' : 'form-hint';
    const words = { message: check.message, remedy: check.remedy };
    book.placeAt(sheet, row).report(code, column, book.cell(sheet, reference), words);
  }
}
