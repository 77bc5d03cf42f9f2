import type { ReactNode } from 'react';
import { numberText } from '#web/locale';
import type { ShownColumn } from './shown-column.ts';

/** What stands in a cell: the column's own drawing, else its value as text. */
export function cellContent<Row>(row: Row, column: ShownColumn<Row>): ReactNode {
  if (column.render) return column.render(row);
  const value = column.value(row);
  return typeof value === 'number' || (column.kind === 'number' && value === null)
    ? numberText(value, column.decimals ?? 2)
    : value;
}
