import type { Application, ComparedItemShown } from '#contracts/recognition';

export const filters = ['differing', 'checked', 'open', 'all'] as const;
export type Filter = (typeof filters)[number];

/** What a reader wants first: differences where there are any, otherwise what is not met. */
export function readFilter(text: string, { counts }: Pick<Application, 'counts'>): Filter {
  return filters.find((one) => one === text) ?? (counts.differing > 0 ? 'differing' : 'open');
}

export function keepItems(items: readonly ComparedItemShown[], filter: Filter): readonly ComparedItemShown[] {
  switch (filter) {
    case 'differing':
      return items.filter(({ differs }) => differs);
    case 'checked':
      return items.filter(({ found }) => found.length > 0);
    case 'open':
      return items.filter(({ verdict }) => verdict === 'notMet' || verdict === 'noData');
    case 'all':
      return items;
  }
}

/** A value as it is read: a number with at most three decimals and its unit, yes or no, or nothing. */
export function valueText(
  value: ComparedItemShown['value'],
  words: { readonly yes: string; readonly no: string },
  unit: string,
): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  const number = String(Math.round(value * 1000) / 1000);
  return unit === '' ? number : unit === '%' ? `${number}%` : `${number} ${unit}`;
}
