import type { Finding } from '#contracts/balance';

const gravityOrder: Readonly<Record<Finding['gravity'], number>> = { grave: 0, check: 1, hint: 2 };

/** What still needs a person, gravest first; what is answered stands last. */
export function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  const place = (finding: Finding) => gravityOrder[finding.gravity] + (finding.state === 'open' ? 0 : 10);
  return [...findings].sort((a, b) => place(a) - place(b));
}
