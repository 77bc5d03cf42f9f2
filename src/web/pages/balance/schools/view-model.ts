import type { SchoolRow } from '#contracts/balance';
import type { Stage } from '#standards';
import type { Status } from '#web/ui';

export interface SchoolCounts {
  readonly all: number;
  readonly failing: number;
  readonly noData: number;
  readonly excluded: number;
}

/** School-stages by verdict; an excluded one counts nowhere else. */
export function countSchools(rows: readonly SchoolRow[]): SchoolCounts {
  const judged = rows.filter((row) => row.excludedBy === null);
  return {
    all: judged.length,
    failing: judged.filter((row) => row.verdict === 'notMet').length,
    noData: judged.filter((row) => row.verdict === 'noData').length,
    excluded: rows.length - judged.length,
  };
}

/** Rows of one stage; null leaves the rows as they are. */
export function ofStage(rows: readonly SchoolRow[], stage: Stage | null): readonly SchoolRow[] {
  return stage === null ? rows : rows.filter((row) => row.stage === stage);
}

const order: Readonly<Record<Status, number>> = { notMet: 0, noData: 1, near: 2, met: 3, notApplicable: 4 };

/** Those that need attention first, and among them the ones that meet the fewest indicators. */
export function neediestFirst(rows: readonly SchoolRow[]): readonly SchoolRow[] {
  return [...rows].sort((a, b) => order[a.status] - order[b.status] || a.met - b.met);
}
