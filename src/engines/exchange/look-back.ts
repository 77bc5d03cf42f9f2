import type { Session } from '#core/db';
import { FindingList, type Mapped } from '#engines/mapping';
import { sameFileBefore } from './batch-store.ts';
import { mostAlikeYear } from './store-facts.ts';

/** The share of values that no two years have in common by themselves. */
const suspiciousShare = 0.95;
const fewestCompared = 20;

/** Comparing years costs a walk over the counties' facts; beyond this many the numbers are not compared. */
const mostCompared = 500_000;

/**
 * Whether last year's file was sent again: the same bytes, or nearly the same numbers, under another year.
 *
 * @param batchId The batch whose facts are written already; null where they are only staged.
 */
export async function lookBack(
  session: Session,
  areaCode: string,
  file: string,
  sha256: string,
  mapped: Mapped,
  batchId: string | null,
): Promise<FindingList> {
  const findings = new FindingList(file);
  const same = await sameFileBefore(session, areaCode, sha256, mapped.schoolYears);
  if (same !== undefined) {
    findings.add(
      'same-file-other-year',
      { sheet: '' },
      {
        date: same.committedAt?.toISOString().slice(0, 10) ?? '',
        year: same.schoolYears.join('、'),
        file: same.fileName,
      },
    );
    return findings;
  }
  const alike =
    mapped.facts.length === 0 || mapped.facts.length > mostCompared
      ? undefined
      : await mostAlikeYear(session, batchId, mapped.counties);
  if (alike !== undefined && alike.compared >= fewestCompared && alike.same / alike.compared >= suspiciousShare) {
    const share = ((100 * alike.same) / alike.compared).toFixed(1);
    findings.add('same-as-other-year', { sheet: '' }, { share, year: alike.schoolYear });
  }
  return findings;
}
