import type { IndicatorRef } from '#contracts/balance';
import { useText } from '#web/locale';

/** Names indicators in the reader's language; an unknown id stands for itself. */
export function useIndicatorName(indicators: readonly IndicatorRef[]): (id: string) => string {
  const text = useText();
  return (id) => {
    const indicator = indicators.find((candidate) => candidate.id === id);
    return indicator ? text(indicator.name) : id;
  };
}
