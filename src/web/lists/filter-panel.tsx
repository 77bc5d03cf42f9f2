import Checkbox from 'antd/es/checkbox/Checkbox';
import { useMemo } from 'react';
import { numberText } from '#web/locale';
import { Button } from '#web/ui';
import { FoldOut } from './fold-out.tsx';
import type { ListColumn } from './list-column.ts';
import { type FacetValue, facetValues, type ListView } from './list-view.ts';
import { useWords } from './messages.ts';

type Facets = ListView['facets'];

/** The same choice with one value of a column put in or taken out. */
export function toggleFacet(facets: Facets, column: string, key: string): Facets {
  const chosen = facets[column] ?? [];
  const next = chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key];
  const { [column]: _, ...others } = facets;
  return next.length === 0 ? others : { ...others, [column]: next };
}

interface Group<Row> {
  readonly column: ListColumn<Row>;
  readonly values: readonly FacetValue[];
}

/** The columns that filter, each with the values its rows take; one value alone filters nothing. */
export function useFacetGroups<Row>(rows: readonly Row[], columns: readonly ListColumn<Row>[]): readonly Group<Row>[] {
  return useMemo(
    () =>
      columns
        .filter((column) => column.facet !== undefined)
        .map((column) => ({ column, values: facetValues(rows, column) }))
        .filter(({ values }) => values.length > 1),
    [rows, columns],
  );
}

interface Props<Row> {
  readonly groups: readonly Group<Row>[];
  readonly facets: Facets;
  readonly onChange: (facets: Facets) => void;
}

/** Every filtering column with its values as check boxes. */
export function FilterPanel<Row>({ groups, facets, onChange }: Props<Row>) {
  const words = useWords();
  const active = Object.keys(facets).length;
  if (groups.length === 0) return null;
  return (
    <FoldOut label={active === 0 ? words.filter : words.filterCount(numberText(active))} title={words.filter}>
      {() => (
        <>
          {groups.map(({ column, values }) => (
            <fieldset key={column.key} className="jh-facet">
              <legend>{column.title}</legend>
              {values.map(({ key, label, count }) => (
                <Checkbox
                  key={key}
                  checked={facets[column.key]?.includes(key) ?? false}
                  onChange={() => onChange(toggleFacet(facets, column.key, key))}
                >
                  {label || words.emptyValue} <span className="jh-quiet jh-number">{numberText(count)}</span>
                </Checkbox>
              ))}
            </fieldset>
          ))}
          <Button look="quiet" disabled={active === 0} onClick={() => onChange({})}>
            {words.clear}
          </Button>
        </>
      )}
    </FoldOut>
  );
}

/** What filters now, each with a button that takes it away. */
export function FilterChips<Row>({ groups, facets, onChange }: Props<Row>) {
  const words = useWords();
  const chips = groups.flatMap(({ column, values }) =>
    (facets[column.key] ?? []).map((key) => ({
      column,
      key,
      label: `${column.title}: ${values.find((value) => value.key === key)?.label || words.emptyValue}`,
    })),
  );
  if (chips.length === 0) return null;
  return (
    <ul className="jh-chips jh-no-print">
      {chips.map(({ column, key, label }) => (
        <li key={`${column.key}:${key}`}>
          <Button aria-label={words.remove(label)} onClick={() => onChange(toggleFacet(facets, column.key, key))}>
            {label} <span aria-hidden="true">×</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
