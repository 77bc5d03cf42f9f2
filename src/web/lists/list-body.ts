import type { SortOrder } from '#web/ui';
import type { ListColumn } from './list-column.ts';

/** What the table and the cards draw. */
export interface ListBody<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly ListColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly chosenKeys: ReadonlySet<string>;
  readonly onChoose: (keys: ReadonlySet<string>) => void;
  readonly sort: SortOrder | null;
  readonly onSort: (sort: SortOrder | null) => void;
}
