import { filterRows, readSort, type SortOrder, sortRows, writeSort } from '#web/ui';
import { facetKeyOf, type ListColumn } from './list-column.ts';

/** What a person made of a list: words looked for, order, columns in their order, chosen values of columns. */
export interface ListView {
  readonly query: string;
  readonly sort: SortOrder | null;
  /** Null shows the columns that the list shows at first. */
  readonly columns: readonly string[] | null;
  readonly facets: Readonly<Record<string, readonly string[]>>;
}

export const plainView: ListView = { query: '', sort: null, columns: null, facets: {} };

/** Reads the view of the list `id` from an address. */
export function readListView(parameters: URLSearchParams, id: string): ListView {
  const facets: Record<string, string[]> = {};
  const facetPrefix = `${id}.in.`;
  for (const [key, value] of parameters) {
    if (key.startsWith(facetPrefix)) (facets[key.slice(facetPrefix.length)] ??= []).push(value);
  }
  const columns = parameters.get(`${id}.cols`);
  return {
    query: parameters.get(`${id}.q`) ?? '',
    sort: readSort(parameters.get(`${id}.sort`) ?? ''),
    columns: columns ? columns.split(',') : null,
    facets,
  };
}

/** The same address with another view of the list `id`; what belongs to others stays. */
export function writeListView(parameters: URLSearchParams, id: string, view: ListView): URLSearchParams {
  const next = new URLSearchParams([...parameters].filter(([key]) => !key.startsWith(`${id}.`)));
  if (view.query !== '') next.set(`${id}.q`, view.query);
  if (view.sort !== null) next.set(`${id}.sort`, writeSort(view.sort));
  if (view.columns !== null) next.set(`${id}.cols`, view.columns.join(','));
  for (const [key, values] of Object.entries(view.facets)) {
    for (const value of values) next.append(`${id}.in.${key}`, value);
  }
  return next;
}

/** The columns a view shows, in its order; one that no longer exists is left out, and a list is never without its first. */
export function columnsOfView<Row>(
  columns: readonly ListColumn<Row>[],
  chosen: readonly string[] | null,
): readonly ListColumn<Row>[] {
  const [first, ...rest] = columns;
  if (first === undefined) return [];
  if (chosen === null) return [first, ...rest.filter((column) => column.extra !== true)];
  return [first, ...chosen.flatMap((key) => rest.find((column) => column.key === key) ?? [])];
}

/** The rows a view shows, in its order. The words are looked for in every text column, shown or not. */
export function rowsOfView<Row>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
  view: ListView,
): readonly Row[] {
  const chosen = Object.entries(view.facets).flatMap(([key, values]) => {
    const column = columns.find((candidate) => candidate.key === key && candidate.facet !== undefined);
    return column && values.length > 0 ? [{ column, values: new Set(values) }] : [];
  });
  const kept =
    chosen.length === 0
      ? rows
      : rows.filter((row) => chosen.every(({ column, values }) => values.has(facetKeyOf(row, column))));
  const sorted = columns.find((column) => column.key === view.sort?.key);
  return sortRows(filterRows(kept, columns, view.query), sorted, view.sort?.descending ?? false);
}

export interface FacetValue {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** The values a column takes, in the order in which the rows first take them, each with its number of rows. */
export function facetValues<Row>(rows: readonly Row[], column: ListColumn<Row>): readonly FacetValue[] {
  const found = new Map<string, { label: string; count: number }>();
  for (const row of rows) {
    const key = facetKeyOf(row, column);
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { label: String(column.value(row) ?? ''), count: 1 });
  }
  return [...found].map(([key, { label, count }]) => ({ key, label, count }));
}
