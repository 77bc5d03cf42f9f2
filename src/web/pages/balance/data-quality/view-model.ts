import type { Finding } from '#contracts/balance';

const gravityOrder: Readonly<Record<Finding['gravity'], number>> = { grave: 0, check: 1, hint: 2 };

/** What still needs a person, gravest first; what is answered stands last. */
export function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  const place = (finding: Finding) => gravityOrder[finding.gravity] + (finding.state === 'open' ? 0 : 10);
  return [...findings].sort((a, b) => place(a) - place(b));
}

/** Rules that look at several schools or levels at once: what they find may be there only from where it was looked at. */
const acrossPlaces: ReadonlySet<Finding['rule']> = new Set(['countedTwice', 'differentSums', 'photoTwice']);

/** The area at which a finding is answered: its own county, or where it was seen. */
export function whereAnswered({ rule, unit }: Finding, seenAt: string): string {
  return acrossPlaces.has(rule) ? seenAt : (unit?.county ?? seenAt);
}
