import type { Dictionary, Measure } from '#standards';
import { cellPosition } from './cell-range.ts';
import { textOf } from './cell-text.ts';
import type { FormBook } from './form-book.ts';
import { matchKey } from './normalize-text.ts';
import { parseNumber } from './parse-number.ts';
import type { FormFact, FormMapping } from './profile.ts';
import { fault, refuseUnusable } from './read-field.ts';
import { judgeMeasure } from './read-measure.ts';
import { scale, unitFactor } from './unit-factor.ts';

/** The numbers a form gives in a school year: those the profile lists, and those the dictionary knows besides. */
export function factsOfForm(form: FormMapping, dictionary: Dictionary | null, schoolYear: number): readonly FormFact[] {
  const given = new Set(form.facts.map((fact) => `${fact.measure}@${fact.stage}`));
  const listed = [...(dictionary?.measures.values() ?? [])].flatMap((measure) =>
    measure.forms
      .filter((cell) => matchKey(cell.form) === matchKey(form.sheet))
      .filter((cell) => (cell.since ?? 0) <= schoolYear && schoolYear <= (cell.until ?? 9999))
      .filter((cell) => !given.has(`${measure.id}@${cell.stage}`))
      .map((cell) => ({ cells: cell.cell, measure: measure.id, stage: cell.stage, factor: cell.factor })),
  );
  return [...form.facts, ...listed];
}

export interface FormNumber {
  readonly value: number;
  readonly stage: string;
  readonly row: number;
  readonly column: number;
}

/** Reads one number of a form, adding up its cells; undefined where all are blank or one was refused. */
export function readFormFact(book: FormBook, sheet: string, fact: FormFact, measure: Measure): FormNumber | undefined {
  let sum = 0;
  let first: string | undefined;
  for (const reference of cellsOfFact(fact)) {
    const value = readCell(book, sheet, reference, measure);
    if (value === fault) {
      return undefined;
    }
    if (value !== undefined) {
      sum += value;
      first ??= reference;
    }
  }
  if (first === undefined) {
    return undefined;
  }
  const { row, column } = cellPosition(first);
  const factor = fact.in === undefined ? (fact.factor ?? 1) : (unitFactor(fact.in, measure.unit) ?? 1);
  const cell = book.cell(sheet, first);
  const value = judgeMeasure(measure, scale(sum, factor), cell, column, book.placeAt(sheet, row));
  const stage = measure.stages.includes('all') ? 'all' : fact.stage;
  return value === fault ? undefined : { value, stage, row, column };
}

export function cellsOfFact(fact: FormFact): readonly string[] {
  return fact.cells.split('+').map((part) => part.trim());
}

function readCell(
  book: FormBook,
  sheet: string,
  reference: string,
  measure: Measure,
): number | undefined | typeof fault {
  const cell = book.cell(sheet, reference);
  if (book.isEmpty(cell)) {
    return undefined;
  }
  const { row, column } = cellPosition(reference);
  const place = book.placeAt(sheet, row);
  if (refuseUnusable(cell, column, measure.words, place)) {
    return fault;
  }
  const value = book.numberAt(sheet, reference);
  if (value === undefined) {
    const { kind } = parseNumber(textOf(cell));
    place.report(kind === 'ambiguous-number' ? kind : 'not-a-number', column, cell, { field: measure.words });
    return fault;
  }
  return value;
}
