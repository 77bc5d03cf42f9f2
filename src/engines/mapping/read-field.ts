import type { Cell } from '#engines/sheets';
import { isBlank, textOf } from './cell-text.ts';
import type { Field, FieldValue } from './dataset.ts';
import { halfWidth, matchKey, plainText, remember } from './normalize-text.ts';
import { parseBoolean } from './parse-boolean.ts';
import { parseDate } from './parse-date.ts';
import { parseNumber } from './parse-number.ts';
import type { RowPlace } from './row-place.ts';

/** A cell that could not be taken; its finding is already reported. */
export const fault = Symbol('fault');

/** Words repeat from row to row; one copy of each is enough. */
const tidy = remember(plainText);
/** Nothing to tidy and nothing that Excel could have mangled. */
const simpleIdentifier = /^(?:\d+|[A-Z-]{1,6}\d*)$/;
const noBlanks: ReadonlySet<string> = new Set();
const codeReaders = new WeakMap<Field, (text: string) => string | undefined>();

/** Reads one field of a record; what is wrong is reported at the cell and answered by `fault`. */
export function readField(
  field: Field,
  cell: Cell,
  column: number,
  place: RowPlace,
  blanks = noBlanks,
): FieldValue | typeof fault {
  if (isBlank(cell, blanks)) {
    if (field.fallback !== undefined) {
      return field.fallback;
    }
    if (field.required === true) {
      place.report('required', column, cell, { field: field.words });
      return fault;
    }
    return null;
  }
  if (refuseUnusable(cell, column, field.words, place)) {
    return fault;
  }
  switch (field.type) {
    case 'text':
      return readText(field, tidy(textOf(cell)), cell, column, place);
    case 'identifier':
      return readIdentifier(field, cell, column, place);
    case 'integer':
    case 'number':
      return readNumber(field, cell, column, place);
    case 'boolean':
      return parseBoolean(textOf(cell)) ?? refuse('not-yes-or-no', field, cell, column, place);
    case 'date':
      return readDate(field, cell, column, place);
    case 'code':
      return readCode(field, textOf(cell), cell, column, place);
    case 'codes':
      return readCodes(field, cell, column, place);
  }
}

/** Reports errors, formulas without value and unreadable characters; true where the cell cannot be used. */
export function refuseUnusable(cell: Cell, column: number, words: Field['words'], place: RowPlace): boolean {
  if (typeof cell === 'string') {
    if (cell.includes('\uFFFD')) {
      place.report('unreadable-characters', column, cell, { field: words });
      return true;
    }
    return false;
  }
  if (cell?.kind === 'error') {
    place.report('excel-error', column, cell, { field: words });
    return true;
  }
  if (cell?.formula === 'missing') {
    place.report('formula-without-value', column, cell, { field: words });
    return true;
  }
  return false;
}

function refuse(
  code: 'not-yes-or-no' | 'not-a-date' | 'not-a-number' | 'not-whole',
  field: Field,
  cell: Cell,
  column: number,
  place: RowPlace,
): typeof fault {
  place.report(code, column, cell, { field: field.words });
  return fault;
}

function readText(field: Field, text: string, cell: Cell, column: number, place: RowPlace): string | typeof fault {
  const limit = field.maxLength ?? 500;
  if (text.length > limit) {
    place.report('too-long', column, cell, { field: field.words, limit });
    return fault;
  }
  if (field.pattern !== undefined && !field.pattern.regex.test(text)) {
    place.report('wrong-form', column, cell, { field: field.words, expected: field.pattern.expected });
    return fault;
  }
  return text;
}

function readIdentifier(field: Field, cell: Cell, column: number, place: RowPlace): string | typeof fault {
  if (typeof cell === 'string' && simpleIdentifier.test(cell)) {
    return readText(field, cell, cell, column, place);
  }
  const isNumber = typeof cell === 'object' && cell?.kind === 'number';
  const text = halfWidth(textOf(cell)).replaceAll(/^'|\s/g, '');
  if (
    (isNumber && !(typeof cell.value === 'number' && Number.isSafeInteger(cell.value))) ||
    /^\d[.\d]*E\+\d+$/i.test(text)
  ) {
    place.report('digits-lost', column, cell, { field: field.words });
    return fault;
  }
  return readText(field, text, cell, column, place);
}

function readNumber(field: Field, cell: Cell, column: number, place: RowPlace): number | typeof fault {
  let value: number;
  if (typeof cell === 'object' && typeof cell?.value === 'number') {
    value = cell.value;
  } else {
    const reading = parseNumber(textOf(cell));
    if (reading.kind !== 'number') {
      place.report(reading.kind, column, cell, { field: field.words });
      return fault;
    }
    value = reading.value;
  }
  if (field.type === 'integer' && !Number.isInteger(value)) {
    return refuse('not-whole', field, cell, column, place);
  }
  if (field.range !== undefined && !(value >= field.range[0] && value <= field.range[1])) {
    place.report('out-of-range', column, cell, { field: field.words, low: field.range[0], high: field.range[1] });
    return fault;
  }
  return value;
}

const earliestSerial = 14_611; // 1940-01-01
const latestSerial = 73_050; // 2099-12-31

function readDate(field: Field, cell: Cell, column: number, place: RowPlace): string | typeof fault {
  if (typeof cell === 'object' && cell?.kind === 'number' && typeof cell.value === 'number') {
    if (cell.value >= earliestSerial && cell.value <= latestSerial) {
      const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(cell.value) * 86_400_000).toISOString().slice(0, 10);
      place.report('date-from-number', column, cell, { field: field.words, date });
      return date;
    }
  }
  return parseDate(textOf(cell)) ?? refuse('not-a-date', field, cell, column, place);
}

function readCode(field: Field, text: string, cell: Cell, column: number, place: RowPlace): string | typeof fault {
  const found = codeReader(field)(text);
  if (found === undefined) {
    const allowed = Object.entries(field.codes ?? {});
    place.report('unknown-code', column, cell, {
      field: field.words,
      allowed: {
        zh: allowed.map(([code, names]) => names[0] ?? code).join('、'),
        en: allowed.map(([code]) => code).join(', '),
      },
    });
    return fault;
  }
  return found;
}

function readCodes(field: Field, cell: Cell, column: number, place: RowPlace): readonly string[] | typeof fault {
  const codes: string[] = [];
  for (const part of textOf(cell).split(/[,，、;；|/+\s]+/)) {
    if (part !== '') {
      const code = readCode(field, part, cell, column, place);
      if (code === fault) {
        return fault;
      }
      codes.push(code);
    }
  }
  return [...new Set(codes)];
}

function codeReader(field: Field): (text: string) => string | undefined {
  let reader = codeReaders.get(field);
  if (reader === undefined) {
    const entries = Object.entries(field.codes ?? {});
    const known = new Map(entries.flatMap(([code, names]) => [code, ...names].map((name) => [matchKey(name), code])));
    reader = remember((text) => known.get(matchKey(text)));
    codeReaders.set(field, reader);
  }
  return reader;
}
