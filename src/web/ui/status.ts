/** A verdict as it is shown: `near` is met with less than 5 % of the line to spare. */
export const statuses = ['notMet', 'near', 'met', 'noData', 'notApplicable'] as const;
export type Status = (typeof statuses)[number];

/** Fixed colours for drawings; the style sheet holds the same ones. All reach 4.5 : 1 on white. */
export const statusColour: Readonly<Record<Status, string>> = {
  met: '#1a7f37',
  near: '#8a5a00',
  notMet: '#c62828',
  noData: '#5f6b7a',
  notApplicable: '#5f6b7a',
};

/** A second, colour-free sign for charts: every status has its own shape. */
export const statusSymbol: Readonly<Record<Status, 'circle' | 'triangle' | 'rect' | 'emptyCircle' | 'diamond'>> = {
  met: 'circle',
  near: 'triangle',
  notMet: 'rect',
  noData: 'emptyCircle',
  notApplicable: 'diamond',
};

/** How near the line a met value may be and still be called near. The share is ours and is stated on screen. */
export const nearShare = 0.05;

/** The status of a met or unmet value beside its line. */
export function statusOf(
  verdict: 'met' | 'notMet' | 'noData' | 'notApplicable',
  value: number | null,
  line: number | null,
): Status {
  if (verdict !== 'met' || value === null || line === null || line === 0) return verdict;
  return Math.abs(value - line) < Math.abs(line) * nearShare ? 'near' : 'met';
}
