import type { Cell } from '#engines/sheets';
import { isBlank, textOf } from './cell-text.ts';
import { matchKey } from './normalize-text.ts';
import type { CodeMap, Source } from './profile.ts';
import { fault } from './read-field.ts';
import type { RowPlace } from './row-place.ts';

/** What a source gives for one row; `column` is -1 for a constant. */
export interface Picked {
  readonly cell: Cell;
  readonly column: number;
}

export type Pick = (cells: readonly Cell[], place: RowPlace) => Picked | typeof fault;

const nothing: Picked = { cell: null, column: -1 };

export interface PickContext {
  columnOf(source: Source): number;
  readonly codes: Readonly<Record<string, CodeMap>>;
  readonly blanks: ReadonlySet<string>;
}

/** Compiles a source once a sheet, so that reading a row costs only the work that the source really asks for. */
export function compileSource(source: Source, context: PickContext): Pick {
  const base = compileBase(source, context);
  const steps: ((picked: Picked, place: RowPlace) => Picked | typeof fault)[] = [];
  if (source.fillDown === true) {
    let above: Cell = null;
    steps.push((picked) => {
      above = isBlank(picked.cell, context.blanks) ? above : picked.cell;
      return { cell: above, column: picked.column };
    });
  }
  if (source.fallback !== undefined) {
    const cell = cellOf(source.fallback);
    steps.push((picked) => (isBlank(picked.cell, context.blanks) ? { cell, column: picked.column } : picked));
  }
  if (source.pattern !== undefined) {
    const pattern = new RegExp(source.pattern, 'u');
    steps.push((picked) => {
      const found = pattern.exec(textOf(picked.cell));
      return { cell: found === null ? null : (found[1] ?? found[0]), column: picked.column };
    });
  }
  if (source.codes !== undefined) {
    steps.push(codeStep(context.codes[source.codes] ?? {}, source.column ?? source.at ?? source.codes, context.blanks));
  }
  if (source.prefix !== undefined) {
    const { prefix } = source;
    steps.push((picked) =>
      isBlank(picked.cell, context.blanks) ? picked : { cell: prefix + textOf(picked.cell), column: picked.column },
    );
  }
  if (steps.length === 0) {
    return base;
  }
  return (cells, place) => {
    let picked = base(cells, place);
    for (const step of steps) {
      if (picked === fault) {
        return fault;
      }
      picked = step(picked, place);
    }
    return picked;
  };
}

function compileBase(source: Source, context: PickContext): Pick {
  if (source.join !== undefined) {
    const parts = source.join.map((part) => compileSource(part, context));
    const separator = source.separator ?? '';
    return (cells, place) => {
      const texts: string[] = [];
      let column = -1;
      for (const part of parts) {
        const picked = part(cells, place);
        if (picked === fault) {
          return fault;
        }
        column = column < 0 ? picked.column : column;
        if (!isBlank(picked.cell, context.blanks)) {
          texts.push(textOf(picked.cell));
        }
      }
      return { cell: texts.length === 0 ? null : texts.join(separator), column };
    };
  }
  if (source.value !== undefined) {
    const constant: Picked = { cell: cellOf(source.value), column: -1 };
    return () => constant;
  }
  const column = context.columnOf(source);
  return column < 0 ? () => nothing : (cells) => ({ cell: cells[column] ?? null, column });
}

function codeStep(codes: CodeMap, name: string, blanks: ReadonlySet<string>) {
  const byKey = new Map(Object.entries(codes).map(([spelling, value]) => [matchKey(spelling), cellOf(value)]));
  const allowed = Object.keys(codes).slice(0, 12).join('、');
  return (picked: Picked, place: RowPlace): Picked | typeof fault => {
    const found = byKey.get(matchKey(textOf(picked.cell)));
    if (found !== undefined) {
      return { cell: found, column: picked.column };
    }
    if (isBlank(picked.cell, blanks)) {
      return picked;
    }
    place.report('unknown-code', picked.column, picked.cell, { field: name, allowed });
    return fault;
  };
}

function cellOf(value: string | number | boolean): Exclude<Cell, null> {
  return typeof value === 'string'
    ? value
    : { kind: typeof value === 'number' ? 'number' : 'boolean', value, text: String(value) };
}
