import type { Comparison, ComparisonRow } from '#contracts/balance';
import { useCommon, useText } from '#web/locale';

/** Names a row: town and country and ownership in the words of the other pages, all else by its own name. */
export function useRowName(by: Comparison['by']): (row: ComparisonRow) => string {
  const common = useCommon();
  const text = useText();
  const known: Readonly<Record<string, string>> =
    by === 'urbanRural' ? common.urbanRural : by === 'ownership' ? common.ownership : {};
  return (row) => known[row.key] ?? text(row.name);
}
