import type { LocalText } from '#core/locale';
import { shownUnit, toShown } from '#standards';
import type { ComparedItem } from './compare-levels.ts';
import type { ComparedItemShown } from './contract.ts';
import type { ItemValue } from './items.ts';

/** An item with its numbers in the unit a person reads them in. */
export function showItem(
  { measuredIn, found, value, line, ...item }: ComparedItem,
  name?: LocalText,
): ComparedItemShown {
  const shown = (figure: ItemValue) => (typeof figure === 'number' ? toShown(figure, measuredIn) : figure);
  return {
    ...item,
    name: name ?? { zh: item.indicator, en: item.indicator },
    shownIn: shownUnit(measuredIn).words,
    value: shown(value),
    line: line === null ? null : toShown(line, measuredIn),
    found: found.map(({ level, value: seen, verdict, note, by, at }) => ({
      level,
      value: shown(seen),
      verdict,
      note,
      by,
      at: at.toISOString(),
    })),
  };
}
