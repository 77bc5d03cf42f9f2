import Checkbox from 'antd/es/checkbox/Checkbox';
import { Button, headerOf } from '#web/ui';
import { FoldOut } from './fold-out.tsx';
import type { ListColumn } from './list-column.ts';
import { columnsOfView } from './list-view.ts';
import { useWords } from './messages.ts';

interface Props<Row> {
  readonly columns: readonly ListColumn<Row>[];
  readonly chosen: readonly string[] | null;
  readonly onChange: (chosen: readonly string[] | null) => void;
}

/** Which columns are shown; the first one names the row and always is. */
export function ColumnPanel<Row>({ columns, chosen, onChange }: Props<Row>) {
  const words = useWords();
  const [, ...choices] = columns;
  const shown = new Set(columnsOfView(columns, chosen).map((column) => column.key));
  return (
    <FoldOut label={words.columns} title={words.columnsTitle}>
      {() => (
        <>
          <fieldset className="jh-facet">
            <legend>{words.columnsTitle}</legend>
            {choices.map((column) => (
              <Checkbox
                key={column.key}
                checked={shown.has(column.key)}
                onChange={(event) =>
                  onChange(
                    choices
                      .map(({ key }) => key)
                      .filter((key) => (key === column.key ? event.target.checked : shown.has(key))),
                  )
                }
              >
                {headerOf(column)}
              </Checkbox>
            ))}
          </fieldset>
          <Button look="quiet" disabled={chosen === null} onClick={() => onChange(null)}>
            {words.columnsReset}
          </Button>
        </>
      )}
    </FoldOut>
  );
}
