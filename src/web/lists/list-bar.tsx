import { useState } from 'react';
import { useAnswer } from '#web/api';
import { numberText, useCommon } from '#web/locale';
import { asTabbedText, Button, saveTable, tableCells } from '#web/ui';
import { ColumnPanel } from './column-panel.tsx';
import { FilterChips, FilterPanel, useFacetGroups } from './filter-panel.tsx';
import type { ListColumn } from './list-column.ts';
import type { ListProps } from './list-props.ts';
import { useWords } from './messages.ts';
import { withViewSearch } from './saved-views.ts';
import { SearchField } from './search-field.tsx';
import { useListViewAhead } from './use-list-view.ts';
import { ViewPanel } from './view-panel.tsx';

interface Props<Row> extends ListProps<Row> {
  readonly shown: readonly Row[];
  readonly shownColumns: readonly ListColumn<Row>[];
  readonly chosen: readonly Row[];
  readonly onChoose: (keys: ReadonlySet<string>) => void;
}

const nothingElse: readonly string[] = [];

/** Search, filters, columns and views at the left, what can be done with the rows at the right. */
export function ListBar<Row>(props: Props<Row>) {
  const { id, list, caption, rows, columns, also = nothingElse, shown, shownColumns, chosen } = props;
  const words = useWords();
  const common = useCommon();
  const { view, parameters, change, replace } = useListViewAhead(id);
  const me = useAnswer('people.me', {});
  const [said, setSaid] = useState('');
  const groups = useFacetGroups(rows, columns);
  // With rows chosen, copying and exporting speak of these.
  const subject = chosen.length > 0 ? chosen : shown;
  const copy = async () => {
    await navigator.clipboard.writeText(asTabbedText(tableCells(subject, shownColumns)));
    setSaid(common.actions.copied);
  };
  return (
    <>
      <div className="jh-table-bar jh-no-print">
        <SearchField
          label={words.searchIn(caption)}
          placeholder={words.search}
          value={view.query}
          onChange={(query) => change({ query })}
        />
        {props.filters}
        <FilterPanel groups={groups} facets={view.facets} onChange={(facets) => change({ facets })} />
        <ColumnPanel columns={columns} chosen={view.columns} onChange={(next) => change({ columns: next })} />
        <ViewPanel
          key={me.data?.id}
          person={me.data?.id ?? ''}
          id={id}
          list={list}
          also={also}
          parameters={parameters}
          onChoose={(search) => replace((current) => withViewSearch(current, id, also, search))}
        />
        <span className="jh-count" aria-live="polite">
          {shown.length === rows.length
            ? common.table.rows(numberText(rows.length))
            : common.table.rowsOf(numberText(shown.length), numberText(rows.length))}
        </span>
        <span className="jh-spring" />
        {chosen.length > 0 ? (
          <>
            <strong className="jh-count">{words.chosen(numberText(chosen.length))}</strong>
            {props.renderBulk?.(chosen)}
            <Button look="quiet" onClick={() => props.onChoose(new Set())}>
              {words.unchoose}
            </Button>
          </>
        ) : (
          props.actions
        )}
        <Button look="quiet" onClick={() => void copy()}>
          {chosen.length > 0 ? words.copyChosen : common.actions.copy}
        </Button>
        <Button look="quiet" onClick={() => void saveTable('xlsx', caption, subject, shownColumns)}>
          {common.table.toExcel}
        </Button>
        <Button look="quiet" onClick={() => void saveTable('csv', caption, subject, shownColumns)}>
          {common.table.toCsv}
        </Button>
        <span className="jh-said" role="status">
          {said}
        </span>
      </div>
      <FilterChips groups={groups} facets={view.facets} onChange={(facets) => change({ facets })} />
    </>
  );
}
