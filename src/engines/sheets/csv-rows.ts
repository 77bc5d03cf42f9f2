import { errors } from './errors.ts';
import type { ReadLimits, Row } from './model.ts';

const longestRecord = 8 * 1024 * 1024;

/**
 * Cuts delimited text into rows. A row number is the record's number, as Excel shows the file; blank records count and are not yielded.
 *
 * @remarks Quotes double inside a quoted field and may hold line ends. Text after a closing quote is kept as it stands.
 */
export function* csvRows(
  pieces: Iterable<string>,
  delimiter: string,
  file: string,
  limits: ReadLimits,
): Generator<Row> {
  let rest = '';
  let number = 0;
  for (const piece of pieces) {
    const source = rest + piece;
    const cut = new RecordCutter(source, delimiter);
    for (let fields = cut.next(false); fields !== undefined; fields = cut.next(false)) {
      number++;
      const row = rowOf(fields, number, file, limits);
      if (row !== undefined) {
        yield row;
      }
    }
    rest = source.slice(cut.at);
    if (rest.length > longestRecord) {
      throw errors.unclosedQuote({ file, row: number + 1 });
    }
  }
  const cut = new RecordCutter(rest, delimiter);
  while (cut.at < rest.length) {
    const fields = cut.next(true);
    if (fields === undefined) {
      throw errors.unclosedQuote({ file, row: number + 1 });
    }
    number++;
    const row = rowOf(fields, number, file, limits);
    if (row !== undefined) {
      yield row;
    }
  }
}

function rowOf(fields: readonly string[], number: number, file: string, limits: ReadLimits): Row | undefined {
  if (number > limits.rows) {
    throw errors.tooManyRows({ file, sheet: 'CSV', limit: limits.rows });
  }
  if (fields.length > limits.columns) {
    throw errors.tooManyColumns({ file, sheet: 'CSV', row: number, limit: limits.columns });
  }
  return fields.length === 1 && fields[0] === ''
    ? undefined
    : { sheet: 0, number, hidden: false, cells: fields.some((field) => field === '') ? fields.map(orNull) : fields };
}

function orNull(field: string): string | null {
  return field === '' ? null : field;
}

class RecordCutter {
  at = 0;
  private readonly source: string;
  private readonly delimiter: string;
  private nextQuote: number;
  private nextReturn: number;

  constructor(source: string, delimiter: string) {
    this.source = source;
    this.delimiter = delimiter;
    this.nextQuote = source.indexOf('"');
    this.nextReturn = source.indexOf('\r');
  }

  /** The next record, or undefined where its end has not arrived (`atEnd`: where a quote is never closed). */
  next(atEnd: boolean): string[] | undefined {
    const { source } = this;
    if (this.nextQuote >= 0 && this.nextQuote < this.at) {
      this.nextQuote = source.indexOf('"', this.at);
    }
    const end = this.endOfLine(this.at, atEnd);
    if (end < 0) {
      return undefined;
    }
    if (this.nextQuote < 0 || this.nextQuote >= end) {
      const fields = source.slice(this.at, end).split(this.delimiter);
      this.at = afterLineEnd(source, end);
      return fields;
    }
    return this.quoted(atEnd);
  }

  private quoted(atEnd: boolean): string[] | undefined {
    const { source, delimiter } = this;
    const fields: string[] = [];
    let at = this.at;
    for (;;) {
      let field = '';
      if (source.charCodeAt(at) === 34) {
        const closed = endOfQuoted(source, at);
        if (closed < 0 || (closed >= source.length - 1 && !atEnd)) {
          return undefined;
        }
        field = source.slice(at + 1, closed).replaceAll('""', '"');
        at = closed + 1;
      }
      const line = this.endOfLine(at, atEnd);
      if (line < 0) {
        return undefined;
      }
      const separator = source.indexOf(delimiter, at);
      if (separator >= 0 && separator < line) {
        fields.push(field + source.slice(at, separator));
        at = separator + 1;
        continue;
      }
      fields.push(field + source.slice(at, line));
      this.at = afterLineEnd(source, line);
      return fields;
    }
  }

  private endOfLine(from: number, atEnd: boolean): number {
    const { source } = this;
    const feed = source.indexOf('\n', from);
    const limit = feed < 0 ? source.length : feed;
    const lone = this.loneReturn(from, limit, atEnd);
    if (lone >= 0) {
      return lone;
    }
    if (feed < 0) {
      return atEnd ? source.length : -1;
    }
    return feed > from && source.charCodeAt(feed - 1) === 13 ? feed - 1 : feed;
  }

  /** A carriage return that ends a line by itself, as old Macintosh files have it. */
  private loneReturn(from: number, limit: number, atEnd: boolean): number {
    const { source } = this;
    if (this.nextReturn >= 0 && this.nextReturn < from) {
      this.nextReturn = source.indexOf('\r', from);
    }
    const at = this.nextReturn;
    if (at < 0 || at >= limit) {
      return -1;
    }
    return at + 1 < source.length ? (at + 1 === limit && source.charCodeAt(limit) === 10 ? -1 : at) : atEnd ? at : -1;
  }
}

/** Position of the quote that closes the one at `at`; -1 where it has not arrived. */
function endOfQuoted(source: string, at: number): number {
  let end = source.indexOf('"', at + 1);
  while (end >= 0 && source.charCodeAt(end + 1) === 34) {
    end = source.indexOf('"', end + 2);
  }
  return end;
}

function afterLineEnd(source: string, end: number): number {
  if (end >= source.length) {
    return end;
  }
  return source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}
