import type { ShownColumn } from '#web/ui';

/** A column of a long list: besides its look, whether it filters, and whether it is shown before anybody chose columns. */
export interface ListColumn<Row> extends ShownColumn<Row> {
  /**
   * The column's values are offered as a filter. A function gives the key that stands in the address,
   * where `value` is a word of one language.
   */
  readonly facet?: true | ((row: Row) => string);
  /** Offered in the choice of columns, not shown at first. */
  readonly extra?: boolean;
  /** Width in characters of body text, where the content does not tell it (buttons, drawings). */
  readonly width?: number;
}

export function facetKeyOf<Row>(row: Row, column: ListColumn<Row>): string {
  return typeof column.facet === 'function' ? column.facet(row) : String(column.value(row) ?? '');
}
