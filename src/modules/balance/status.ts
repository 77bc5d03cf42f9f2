import type { Comparison, Verdict } from '#standards';
import type { Status } from './contract.ts';

/** How near to the line a met value is coloured `near`, as a share of the line. Our own, stated on screen. */
const nearShare = 0.05;

/** A verdict as it is coloured. `near` never changes a verdict. */
export function statusOf(verdict: Verdict, value: number | null, line: number | null, comparison: Comparison): Status {
  if (verdict !== 'met' || value === null || line === null || line === 0) return verdict;
  const room = comparison === 'atLeast' || comparison === 'above' ? value - line : line - value;
  return room < Math.abs(line) * nearShare ? 'near' : 'met';
}
