import type { ReactNode } from 'react';
import type { ListColumn } from './list-column.ts';

export interface ListProps<Row> {
  /** Names the list's parameters in the address; two lists on a page need two names. */
  readonly id: string;
  /** Names the list for saved views, which serve wherever the same list is shown: `balance.schools`. */
  readonly list: string;
  readonly caption: string;
  readonly rows: readonly Row[];
  /** The first one names the row: it stays in view and cannot be taken away. */
  readonly columns: readonly ListColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Buttons at the right, for the list as a whole. */
  readonly actions?: ReactNode;
  /** Filters of the page itself, beside the search. */
  readonly filters?: ReactNode;
  /** Parameters of the page's own filters, which a saved view holds too. */
  readonly also?: readonly string[];
  /** What can be done with the chosen rows; without it they can be copied and exported. */
  readonly renderBulk?: (rows: readonly Row[]) => ReactNode;
  /** Said instead of the list where there are no rows at all. */
  readonly empty?: ReactNode;
}
