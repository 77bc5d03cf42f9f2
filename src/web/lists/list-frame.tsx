import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { Button, Skeleton } from '#web/ui';
import { ListBar } from './list-bar.tsx';
import type { ListProps } from './list-props.ts';
import { columnsOfView, plainView, rowsOfView } from './list-view.ts';
import { useWords } from './messages.ts';
import { useListView } from './use-list-view.ts';
import { useMedia } from './use-media.ts';

const ListTable = lazy(async () => ({ default: (await import('./list-table.tsx')).ListTable }));
const ListCards = lazy(async () => ({ default: (await import('./list-cards.tsx')).ListCards }));

/** The bar above a list and, below it, its rows as the window has room for them. */
export function ListFrame<Row>(props: ListProps<Row>): ReactNode {
  const { id, caption, rows, columns, rowKey } = props;
  const words = useWords();
  const { view, change } = useListView(id);
  const isNarrow = useMedia('screen and (max-width: 40rem)');
  const [chosenKeys, setChosenKeys] = useState<ReadonlySet<string>>(new Set());
  const shownColumns = useMemo(() => columnsOfView(columns, view.columns), [columns, view.columns]);
  const shown = useMemo(() => rowsOfView(rows, columns, view), [rows, columns, view]);
  const chosen = useMemo(() => shown.filter((row) => chosenKeys.has(rowKey(row))), [shown, chosenKeys, rowKey]);
  const body = {
    caption,
    rows: shown,
    columns: shownColumns,
    rowKey,
    chosenKeys,
    onChoose: setChosenKeys,
    sort: view.sort,
    onSort: (sort: typeof view.sort) => change({ sort }),
  };
  const Body = (isNarrow ? ListCards : ListTable) as unknown as (drawn: typeof body) => ReactNode;
  return (
    <div className="jh-table-frame">
      <ListBar {...props} shown={shown} shownColumns={shownColumns} chosen={chosen} onChoose={setChosenKeys} />
      {shown.length === 0 ? (
        <p className="jh-nothing">
          {words.nothing}{' '}
          <Button look="quiet" onClick={() => change({ ...plainView, columns: view.columns, sort: view.sort })}>
            {words.clear}
          </Button>
        </p>
      ) : (
        <Suspense fallback={<Skeleton rows={8} alone={false} />}>
          <Body {...body} />
        </Suspense>
      )}
    </div>
  );
}
