import type { ReactNode } from 'react';
import type { Column } from './table-model.ts';

/** A column with its look. */
export interface ShownColumn<Row> extends Column<Row> {
  /** How a cell looks; `value` alone where absent. */
  readonly render?: (row: Row) => ReactNode;
  readonly sortable?: boolean;
  readonly wide?: boolean;
}
