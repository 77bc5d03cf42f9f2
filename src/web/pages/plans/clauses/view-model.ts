import type { Clause } from '#contracts/plans';

/** A clause that some standard, case or screen serves. */
export function isServed({ links }: Clause): boolean {
  return links.standards.length + links.cases.length + links.screens.length > 0;
}

/** The clauses of one text and one capability; '' = any. */
export function keepClauses(
  clauses: readonly Clause[],
  { of, capability }: { readonly of: string; readonly capability: string },
): readonly Clause[] {
  return clauses.filter(
    (clause) => (of === '' || clause.of === of) && (capability === '' || clause.capabilities.includes(capability)),
  );
}

/** Every capability that a clause names, in the order they first appear. */
export function capabilitiesOf(clauses: readonly Clause[]): readonly string[] {
  return [...new Set(clauses.flatMap(({ capabilities }) => capabilities))];
}
