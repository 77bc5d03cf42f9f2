import type { Item, ItemValue } from './items.ts';

export const levels = ['city', 'province', 'nation'] as const;
export type Level = (typeof levels)[number];

/** What a level above found for an item. */
export interface Found {
  readonly level: Level;
  readonly item: string;
  readonly value: ItemValue;
  readonly verdict: 'met' | 'notMet' | 'noData';
  readonly note: string;
  readonly by: string;
  readonly at: Date;
}

export interface ComparedItem extends Item {
  readonly found: readonly Found[];
  /** A level above came to another value or verdict than the county. */
  readonly differs: boolean;
}

/** Each item with what every level found; `differs` where one of them does not agree with the county. */
export function compareLevels(items: readonly Item[], found: readonly Found[]): readonly ComparedItem[] {
  const byItem = Map.groupBy(found, ({ item }) => item);
  return items.map((item) => {
    const others = byItem.get(item.key) ?? [];
    return {
      ...item,
      found: others.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level)),
      differs: others.some((one) => one.verdict !== item.verdict || (one.value !== null && one.value !== item.value)),
    };
  });
}
