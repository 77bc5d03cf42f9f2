import type { SheetHead, SheetView } from '#contracts/instruments';

export interface ListedSheet {
  readonly sheet: SheetHead;
  /** When this device last had it from the server; null = it holds none. */
  readonly keptAt: string | null;
}

/** What the server lists and what this device holds, as one list: open ones first, the most urgent at the top. */
export function listSheets(
  listed: readonly SheetHead[],
  kept: readonly { readonly view: SheetView; readonly keptAt: string }[],
): readonly ListedSheet[] {
  const keptAt = new Map(kept.map(({ view, keptAt: at }) => [`${view.sheet.area}/${view.sheet.id}`, at]));
  const heads = new Map(kept.map(({ view }) => [`${view.sheet.area}/${view.sheet.id}`, view.sheet]));
  for (const sheet of listed) heads.set(`${sheet.area}/${sheet.id}`, sheet);
  const rank = ({ state, dueOn }: SheetHead) => `${state === 'open' ? 0 : 1} ${dueOn ?? '9999'}`;
  return [...heads]
    .map(([key, sheet]) => ({ sheet, keptAt: keptAt.get(key) ?? null }))
    .sort((a, b) =>
      rank(a.sheet) < rank(b.sheet) ? -1 : rank(a.sheet) > rank(b.sheet) ? 1 : a.sheet.id < b.sheet.id ? 1 : -1,
    );
}
