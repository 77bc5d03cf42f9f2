import { type ReactNode, useId, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { numberText, useCommon } from '#web/locale';
import { Button } from './button.tsx';
import { cellContent } from './cell-content.ts';
import { saveTable } from './save-table.ts';
import type { ShownColumn } from './shown-column.ts';
import { asTabbedText, filterRows, headerOf, readSort, sortRows, tableCells, writeSort } from './table-model.ts';

interface Props<Row> {
  /** Names the table's parameters in the address; two tables on a page need two names. */
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly ShownColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly pageSize?: number;
  readonly actions?: ReactNode;
  readonly filters?: ReactNode;
  /** Said instead of the table where there are no rows at all. */
  readonly empty?: ReactNode;
  readonly search?: boolean;
  /** Bars above the table are left away, for a short table beside a chart. */
  readonly bare?: boolean;
}

/** A table with search above, buttons at the right, sorting in the header and pages below; all of it in the address. */
export function DataTable<Row>(props: Props<Row>) {
  const {
    id,
    caption,
    rows,
    columns,
    rowKey,
    pageSize = 100,
    actions,
    filters,
    empty,
    search = true,
    bare = false,
  } = props;
  const words = useCommon();
  const [parameters, setParameters] = useSearchParams();
  const [said, setSaid] = useState('');
  const captionId = useId();
  const query = parameters.get(`${id}.q`) ?? '';
  const sortText = parameters.get(`${id}.sort`) ?? '';
  const sort = readSort(sortText);
  const shown = useMemo(() => {
    const found = filterRows(rows, columns, query);
    const asked = readSort(sortText);
    const column = columns.find((candidate) => candidate.key === asked?.key);
    return sortRows(found, column, asked?.descending ?? false);
  }, [rows, columns, query, sortText]);
  const pages = Math.max(1, Math.ceil(shown.length / pageSize));
  const page = Math.min(Math.max(1, Number(parameters.get(`${id}.page`)) || 1), pages);
  const visible = shown.slice((page - 1) * pageSize, page * pageSize);

  function change(key: string, value: string) {
    setParameters(
      (current) => {
        const next = new URLSearchParams(current);
        if (value === '') next.delete(`${id}.${key}`);
        else next.set(`${id}.${key}`, value);
        if (key !== 'page') next.delete(`${id}.page`);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  }

  async function copy() {
    await navigator.clipboard.writeText(asTabbedText(tableCells(shown, columns)));
    setSaid(words.actions.copied);
  }

  if (rows.length === 0 && empty) return empty;
  return (
    <div className="jh-table-frame">
      {bare ? null : (
        <div className="jh-table-bar jh-no-print">
          {search ? (
            <input
              type="search"
              className="jh-input"
              placeholder={words.table.search}
              aria-label={`${words.table.search}: ${caption}`}
              defaultValue={query}
              onChange={(event) => change('q', event.target.value)}
            />
          ) : null}
          {filters}
          <span className="jh-count" aria-live="polite">
            {shown.length === rows.length
              ? words.table.rows(numberText(rows.length))
              : words.table.rowsOf(numberText(shown.length), numberText(rows.length))}
          </span>
          <span className="jh-spring" />
          {actions}
          <Button look="quiet" onClick={() => void copy()}>
            {words.actions.copy}
          </Button>
          <Button look="quiet" onClick={() => void saveTable('xlsx', caption, shown, columns)}>
            {words.table.toExcel}
          </Button>
          <Button look="quiet" onClick={() => void saveTable('csv', caption, shown, columns)}>
            {words.table.toCsv}
          </Button>
          <span className="jh-said" role="status">
            {said}
          </span>
        </div>
      )}
      <section
        className={`jh-table-scroll${visible.length <= shortTable ? ' jh-table-short' : ''}`}
        aria-label={words.table.scroll(caption)}
      >
        <table
          className={`jh-table${columns.length > columnsOfPhone ? ' jh-table-cards' : ''}`}
          aria-labelledby={captionId}
        >
          <caption id={captionId} className="jh-unseen">
            {caption}
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeaderCell
                  key={column.key}
                  column={column}
                  descending={sort?.key === column.key ? sort.descending : null}
                  onSort={(descending) => change('sort', writeSort({ key: column.key, descending }))}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {visible.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map((column, index) => (
                  <Cell key={column.key} row={row} column={column} first={index === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shown.length === 0 ? <p className="jh-nothing">{words.table.nothing}</p> : null}
      {pages > 1 ? (
        <nav className="jh-pages jh-no-print" aria-label={caption}>
          <Button look="quiet" disabled={page === 1} onClick={() => change('page', String(page - 1))}>
            {words.table.previous}
          </Button>
          <span className="jh-number">{words.table.page(numberText(page), numberText(pages))}</span>
          <Button look="quiet" disabled={page === pages} onClick={() => change('page', String(page + 1))}>
            {words.table.next}
          </Button>
        </nav>
      ) : null}
    </div>
  );
}

// Up to this many rows a table scrolls with its page.
const shortTable = 30;
// A table with more columns becomes cards on a phone.
const columnsOfPhone = 3;
// Up to this many characters a cell stays on one line.
const shortText = 18;

interface HeaderProps<Row> {
  readonly column: ShownColumn<Row>;
  readonly descending: boolean | null;
  readonly onSort: (descending: boolean) => void;
}

function HeaderCell<Row>({ column, descending, onSort }: HeaderProps<Row>) {
  const words = useCommon().table;
  const label = (
    <>
      {column.title}
      {column.unit ? <span className="jh-unit"> {column.unit}</span> : null}
    </>
  );
  const sorted = descending === null ? 'none' : descending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      className={column.kind === 'number' ? 'jh-right' : undefined}
      aria-sort={column.sortable === false ? undefined : sorted}
    >
      {column.sortable === false ? (
        label
      ) : (
        <button
          type="button"
          className="jh-sort"
          title={words.sortBy(column.title)}
          onClick={() => onSort(descending === null ? column.kind === 'number' : !descending)}
        >
          {label}
          {descending === null ? null : <span aria-hidden="true"> {descending ? '↓' : '↑'}</span>}
        </button>
      )}
    </th>
  );
}

function Cell<Row>({
  row,
  column,
  first,
}: {
  readonly row: Row;
  readonly column: ShownColumn<Row>;
  readonly first: boolean;
}) {
  const value = column.value(row);
  const content = cellContent(row, column);
  const short = typeof value === 'string' && value.length <= shortText;
  const name = [
    column.kind === 'number' ? 'jh-right jh-number' : '',
    column.wide ? 'jh-wide' : '',
    short && !first && !column.wide ? 'jh-short' : '',
  ]
    .filter(Boolean)
    .join(' ');
  return first ? (
    <th scope="row" className={name || undefined}>
      {content}
    </th>
  ) : (
    <td className={name || undefined} data-label={headerOf(column)}>
      {content}
    </td>
  );
}
