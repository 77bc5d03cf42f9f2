import type { ReactNode } from 'react';
import { fixedText, numberText } from '#web/locale';
import type { ShownColumn } from './shown-column.ts';

/** What stands in a cell: the column's own drawing, else its value as text. */
export function cellContent<Row>(row: Row, column: ShownColumn<Row>): ReactNode {
  if (column.render) return column.render(row);
  const value = column.value(row);
  if (typeof value === 'number' || (column.kind === 'number' && value === null)) {
    return column.decimals === undefined ? numberText(value) : fixedText(value, column.decimals);
  }
  return value;
}
