import type { Stage } from '#standards';
import { readStage } from '#web/locale';

/** What every page of an area carries in its address, so that a link in a message opens the same view. */
export interface View {
  readonly year: number | null;
  readonly stage: Stage | null;
  readonly standard: string | null;
}

/** Reads the view from an address; a value that cannot be right is taken as absent. */
export function readView(search: URLSearchParams): View {
  const year = Number(search.get('year'));
  return {
    year: Number.isInteger(year) && year >= 1950 && year <= 2200 ? year : null,
    stage: readStage(search.get('stage')),
    standard: search.get('standard') || null,
  };
}

const carried = ['year', 'stage', 'standard'] as const;

/** An address inside the application that keeps year, stage and standard and replaces whatever else was there. */
export function hrefWithin(
  path: string,
  current: URLSearchParams,
  extra: Readonly<Record<string, string | number | null>> = {},
): string {
  const next = new URLSearchParams();
  for (const key of carried) {
    const value = current.get(key);
    if (value) next.set(key, value);
  }
  for (const [key, value] of Object.entries(extra)) {
    if (value === null || value === '') next.delete(key);
    else next.set(key, String(value));
  }
  const search = next.toString();
  return search === '' ? path : `${path}?${search}`;
}

/** The same page with some parameters changed; null takes a parameter away. */
export function withParameters(
  current: URLSearchParams,
  changes: Readonly<Record<string, string | number | null>>,
): URLSearchParams {
  const next = new URLSearchParams(current);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(key);
    else next.set(key, String(value));
  }
  return next;
}

/** The pages of an area, by the work they belong to; the first of a group opens with it. */
export const screenGroups = {
  evaluation: ['overview', 'schools', 'indicators', 'compare', 'plan', 'what-if'],
  planning: ['plans', 'roadmap', 'seats', 'admission', 'recognition', 'pilots', 'examples'],
  conditions: ['ledger', 'projects', 'review', 'compliance', 'three-schools'],
  quality: ['rounds', 'campaigns', 'surveys'],
  data: ['import', 'data-quality', 'attestations', 'forms', 'people'],
  results: ['reports', 'snapshots'],
} as const;
export type ScreenGroup = keyof typeof screenGroups;
export type Screen = (typeof screenGroups)[ScreenGroup][number];
export const screens: readonly Screen[] = Object.values(screenGroups).flat();
export const groups = Object.keys(screenGroups) as readonly ScreenGroup[];

export function groupOf(screen: Screen): ScreenGroup {
  const found = groups.find((group) => (screenGroups[group] as readonly Screen[]).includes(screen));
  return found ?? 'evaluation';
}

export function areaPath(area: string, screen: Screen, rest = ''): string {
  return `/areas/${encodeURIComponent(area)}/${screen}${rest === '' ? '' : `/${encodeURIComponent(rest)}`}`;
}

/** The area and screen of a path, or null where the path belongs to no area. */
export function readAreaPath(path: string): { readonly area: string; readonly screen: Screen } | null {
  const [, root, area, screen] = path.split('/');
  if (root !== 'areas' || !area) return null;
  return { area: decodeURIComponent(area), screen: screens.find((known) => known === screen) ?? 'overview' };
}
