const pageOfRows = 12;

/** Where a key leads from a row; null where the key means something else. */
export function rowAfterKey(key: string, row: number | null, count: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  const from = row ?? -1;
  const to: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: row === null ? 0 : from - 1,
    PageDown: from + pageOfRows,
    PageUp: from - pageOfRows,
    Home: 0,
    End: last,
  };
  const target = to[key];
  return target === undefined ? null : Math.min(Math.max(target, 0), last);
}

/**
 * The row a key leads to; Enter opens what the row names and Space chooses it, both at once.
 * A control inside a row keeps its keys.
 */
export function keyMove(event: KeyboardEvent, scroller: HTMLElement, count: number): number | null {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return null;
  const row = target === scroller ? null : target.dataset['row'];
  if (row === undefined) return null;
  if (row !== null && (key === 'Enter' || key === ' ')) {
    event.preventDefault();
    target.querySelector<HTMLElement>(key === ' ' ? 'input[type="checkbox"]' : 'a[href]')?.click();
    return null;
  }
  const next = rowAfterKey(key, row === null ? null : Number(row), count);
  if (next !== null) event.preventDefault();
  return next;
}
