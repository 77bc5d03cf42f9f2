import type { Confidence, Words } from '#standards';

/** One of the six families of conditions, or the bottom line. */
export interface Family {
  readonly id: string;
  readonly words: Words;
  /** Who answers for a gap of the family where nobody is named. */
  readonly owner: Words;
  readonly dueDays: number;
}

export type Light = 'red' | 'yellow' | 'green';

/** Figures by which an area is lit. */
export const lightFigures = [
  'open',
  'overdue',
  'overdueShare',
  'bottomLineOpen',
  'bottomLineOverdue',
  'unplannedShare',
  'projectsLate',
  'reopened',
] as const;
export type LightFigure = (typeof lightFigures)[number];

export interface LightRule {
  readonly light: Light;
  /** Holds where the figure is above the number; a rule without one always holds. */
  readonly figure?: LightFigure | undefined;
  readonly above?: number | undefined;
  readonly words: Words;
}

/** The rules of the ledger, from `policies/ledger.yaml`. */
export interface LedgerPolicy {
  readonly confidence: Confidence;
  readonly source: Words;
  readonly standards: readonly string[];
  readonly families: readonly Family[];
  readonly otherParts: Readonly<Record<string, string>>;
  readonly bottomLine: readonly string[];
  readonly lights: readonly LightRule[];
}

/** The family that a part of a standard belongs to. */
export function familyOf(policy: LedgerPolicy, part: string): Family {
  const id = policy.otherParts[part] ?? part;
  const found = policy.families.find((family) => family.id === id) ?? policy.families[0];
  if (found === undefined) throw new Error('the ledger has no families');
  return found;
}

/** Whether a gap stands on the red list. */
export function isBottomLine(policy: LedgerPolicy, family: string, indicator: string): boolean {
  return family === 'bottomLine' || policy.bottomLine.includes(indicator);
}
