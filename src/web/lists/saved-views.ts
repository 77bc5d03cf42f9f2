/** A view somebody gave a name: the parameters of an address that make it. */
export interface SavedView {
  readonly name: string;
  readonly search: string;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

const keyOf = (list: string) => `junheng.views.${list}`;

function isSavedView(value: unknown): value is SavedView {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'search' in value &&
    typeof value.search === 'string'
  );
}

/** The views kept for a list on this device; a broken note counts as none. */
export function readSavedViews(shelf: Shelf, list: string): readonly SavedView[] {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(keyOf(list)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isSavedView) : [];
  } catch {
    return [];
  }
}

/** Keeps a view; one of the same name gives way to it. */
export function keepView(shelf: Shelf, list: string, view: SavedView): readonly SavedView[] {
  const others = readSavedViews(shelf, list).filter(({ name }) => name !== view.name);
  return writeSavedViews(shelf, list, [...others, view]);
}

export function forgetView(shelf: Shelf, list: string, name: string): readonly SavedView[] {
  return writeSavedViews(
    shelf,
    list,
    readSavedViews(shelf, list).filter((view) => view.name !== name),
  );
}

function writeSavedViews(shelf: Shelf, list: string, views: readonly SavedView[]): readonly SavedView[] {
  shelf.setItem(keyOf(list), JSON.stringify(views));
  return views;
}

/** The part of an address that a saved view holds: the list's own parameters and the page's filters named in `also`. */
export function viewSearch(parameters: URLSearchParams, id: string, also: readonly string[]): string {
  const kept = [...parameters].filter(([key]) => key.startsWith(`${id}.`) || also.includes(key));
  return new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString();
}

/** The address with a saved view in place of what the list and its filters showed. */
export function withViewSearch(
  parameters: URLSearchParams,
  id: string,
  also: readonly string[],
  search: string,
): URLSearchParams {
  const next = new URLSearchParams([...parameters].filter(([key]) => !key.startsWith(`${id}.`) && !also.includes(key)));
  for (const [key, value] of new URLSearchParams(search)) next.append(key, value);
  return next;
}
