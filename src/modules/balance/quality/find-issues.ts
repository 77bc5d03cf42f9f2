import { checkRanges } from './check-ranges.ts';
import { checkRelations } from './check-relations.ts';
import { findCopies } from './find-copies.ts';
import { findMissing } from './find-missing.ts';
import { findOutliers } from './find-outliers.ts';
import type { Issue, QualityInput } from './model.ts';
import { testDigits } from './test-digits.ts';

/** Everything the rules say about one area and year. Pure: changes no figure. Cost O(units × measures). */
export function findIssues(input: QualityInput): Issue[] {
  return [checkRanges, checkRelations, findOutliers, findCopies, testDigits, findMissing].flatMap((rule) =>
    rule(input),
  );
}
