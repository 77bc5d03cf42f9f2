import Checkbox from 'antd/es/checkbox/Checkbox';
import { useState } from 'react';
import { numberText } from '#web/locale';
import { Button, cellContent, Picker, readSort, writeSort } from '#web/ui';
import type { ListBody } from './list-body.ts';
import type { ListColumn } from './list-column.ts';
import { useWords } from './messages.ts';

const atOnce = 30;
const figuresShown = 5;

function Figures<Row>({ row, columns }: { readonly row: Row; readonly columns: readonly ListColumn<Row>[] }) {
  return (
    <dl className="jh-card-figures">
      {columns.map((column) => (
        <div key={column.key} className={column.wide ? 'jh-card-wide' : undefined}>
          {column.title === '' ? null : (
            <dt>
              {column.title}
              {column.unit ? <span className="jh-unit"> {column.unit}</span> : null}
            </dt>
          )}
          <dd className={column.kind === 'number' ? 'jh-number' : undefined}>{cellContent(row, column)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The rows as cards, one below the other, for a window as narrow as a phone. */
export function ListCards<Row>({ caption, rows, columns, rowKey, chosenKeys, onChoose, sort, onSort }: ListBody<Row>) {
  const words = useWords();
  const [count, setCount] = useState(atOnce);
  const [name, ...figures] = columns;
  const [first, rest] = [figures.slice(0, figuresShown), figures.slice(figuresShown)];
  const choose = (key: string, isChosen: boolean) => {
    const next = new Set(chosenKeys);
    if (isChosen) next.add(key);
    else next.delete(key);
    onChoose(next);
  };
  if (!name) return null;
  return (
    <>
      <Picker
        label={words.sortBy}
        showLabel
        value={writeSort(sort)}
        options={[
          { value: '', label: words.unsorted },
          ...columns
            .filter((column) => column.sortable !== false)
            .flatMap((column) => [
              { value: column.key, label: words.ascending(column.title) },
              { value: `${column.key}-`, label: words.descending(column.title) },
            ]),
        ]}
        onChange={(chosen) => onSort(readSort(chosen))}
      />
      <ul className="jh-cards" aria-label={caption}>
        {rows.slice(0, count).map((row) => {
          const key = rowKey(row);
          return (
            <li key={key} className="jh-card">
              <div className="jh-card-head">
                <strong>{cellContent(row, name)}</strong>
                <Checkbox
                  aria-label={words.chooseRow(String(name.value(row) ?? ''))}
                  checked={chosenKeys.has(key)}
                  onChange={(event) => choose(key, event.target.checked)}
                />
              </div>
              <Figures row={row} columns={first} />
              {rest.length > 0 ? (
                <details>
                  <summary className="jh-hint">{words.details(numberText(rest.length))}</summary>
                  <Figures row={row} columns={rest} />
                </details>
              ) : null}
            </li>
          );
        })}
      </ul>
      {rows.length > count ? (
        <Button onClick={() => setCount(count + atOnce)}>
          {words.more(numberText(Math.min(atOnce, rows.length - count)))}
        </Button>
      ) : null}
    </>
  );
}
