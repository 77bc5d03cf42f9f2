import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { areaPath, hrefWithin, readAreaPath, readView, type Screen, type View, withParameters } from './address.ts';

type Changes = Readonly<Record<string, string | number | null>>;

export interface ViewState extends View {
  readonly area: string;
  /** One parameter of this page's own (a filter, an open trace); '' where absent. */
  readonly read: (key: string) => string;
  readonly change: (changes: Changes, how?: 'replace' | 'push') => void;
  /** The address of another page of an area, with year, stage and standard kept. */
  readonly href: (screen: Screen, rest?: string, extra?: Changes, area?: string) => string;
  readonly hrefTo: (path: string, extra?: Changes) => string;
}

/** The view as the address states it, and the ways to change it. */
export function useView(): ViewState {
  const { pathname } = useLocation();
  const [search, setSearch] = useSearchParams();
  // The frame stands above the routes that name the area, so the area is read from the path itself.
  const area = readAreaPath(pathname)?.area ?? search.get('area') ?? '';
  const change = useCallback(
    (changes: Changes, how: 'replace' | 'push' = 'replace') =>
      setSearch((current) => withParameters(current, changes), {
        replace: how === 'replace',
        preventScrollReset: true,
      }),
    [setSearch],
  );
  return useMemo(
    () => ({
      ...readView(search),
      area,
      read: (key: string) => search.get(key) ?? '',
      change,
      href: (screen: Screen, rest = '', extra: Changes = {}, other: string = area) =>
        hrefWithin(areaPath(other, screen, rest), search, extra),
      hrefTo: (path: string, extra: Changes = {}) => hrefWithin(path, search, extra),
    }),
    [area, change, search],
  );
}
