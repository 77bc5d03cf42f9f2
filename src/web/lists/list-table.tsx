import type { ColumnsType } from 'antd/es/table';
import Table from 'antd/es/table/Table';
import { useMemo, useRef } from 'react';
import { useLargeText } from '#web/locale';
import { cellContent } from '#web/ui';
import { columnWidth, fitWidths } from './column-width.ts';
import type { ListBody } from './list-body.ts';
import type { ListColumn } from './list-column.ts';
import { useWords } from './messages.ts';
import { useMedia } from './use-media.ts';
import { useWidth } from './use-width.ts';
import { DrawAllContext, WindowedBody } from './windowed-body.tsx';

const choiceWidth = 40;
const shortList = 20;
const components = { body: { wrapper: WindowedBody } };

function classOf<Row>(column: ListColumn<Row>, isFirst: boolean): string {
  return [isFirst ? 'jh-list-name' : '', column.kind === 'number' ? 'jh-right jh-number' : '']
    .filter(Boolean)
    .join(' ');
}

/** The rows as one table: header and first column stay in view, arrow keys go from row to row. */
export function ListTable<Row extends object>(body: ListBody<Row>) {
  const { caption, rows, columns, rowKey, chosenKeys, onChoose, sort, onSort } = body;
  const words = useWords();
  const { large } = useLargeText();
  const isPrinting = useMedia('print');
  const scale = large ? 1.25 : 1;
  const scroller = useRef<HTMLElement>(null);
  const room = useWidth(scroller) - choiceWidth;
  const asked = useMemo(
    () => columns.map((column, place) => columnWidth(rows, column, place === 0) * scale),
    [rows, columns, scale],
  );
  const widths = useMemo(() => fitWidths(asked, columns, room), [asked, columns, room]);
  const total = widths.reduce((sum, width) => sum + width, choiceWidth);
  const drawn = useMemo<ColumnsType<Row>>(
    () =>
      columns.map((column, place) => ({
        key: column.key,
        title: (
          <>
            {column.title}
            {column.unit ? <span className="jh-unit"> {column.unit}</span> : null}
          </>
        ),
        ...(isPrinting ? {} : { width: widths[place] ?? 0 }),
        className: classOf(column, place === 0),
        ...(place === 0 ? { rowScope: 'row' as const } : {}),
        ...(column.sortable === false
          ? {}
          : {
              // The rows come in order; Ant Design only shows and asks.
              sorter: true,
              showSorterTooltip: false,
              sortOrder:
                sort?.key === column.key ? (sort.descending ? ('descend' as const) : ('ascend' as const)) : null,
              sortDirections:
                column.kind === 'number'
                  ? (['descend', 'ascend'] as const).slice()
                  : (['ascend', 'descend'] as const).slice(),
            }),
        render: (_: unknown, row: Row) => cellContent(row, column),
      })),
    [columns, widths, sort, isPrinting],
  );
  const nameOf = (row: Row) => String(columns[0]?.value(row) ?? '');
  return (
    <DrawAllContext value={isPrinting}>
      <section
        ref={scroller}
        className={`jh-list-scroll${rows.length <= shortList ? ' jh-list-short' : ''}`}
        aria-label={words.scroll(caption)}
      >
        <Table<Row>
          size="small"
          tableLayout={isPrinting ? 'auto' : 'fixed'}
          style={{ minWidth: isPrinting ? undefined : total }}
          aria-label={caption}
          aria-rowcount={rows.length + 1}
          components={components}
          columns={drawn}
          dataSource={rows}
          rowKey={rowKey}
          pagination={false}
          onRow={(_, place) => ({ 'data-row': place, 'aria-rowindex': (place ?? 0) + 2, tabIndex: -1 })}
          onChange={(_page, _filters, order) => {
            const one = Array.isArray(order) ? order[0] : order;
            onSort(
              one?.order && one.columnKey !== undefined
                ? { key: String(one.columnKey), descending: one.order === 'descend' }
                : null,
            );
          }}
          rowSelection={{
            columnWidth: choiceWidth,
            selectedRowKeys: [...chosenKeys],
            onChange: (keys) => onChoose(new Set(keys.map(String))),
            getCheckboxProps: (row) => ({ 'aria-label': words.chooseRow(nameOf(row)) }),
          }}
        />
      </section>
    </DrawAllContext>
  );
}
