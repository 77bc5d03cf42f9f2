import type { SchoolRow } from '#contracts/balance';
import type { Stage } from '#standards';
import type { Answer } from '#web/api';
import type { Status } from '#web/ui';

type Counts = Answer<'balance.schools'>['counts'];

/** The counts of one stage, or (null) of all together. */
export function countSchools(counts: Counts, stage: Stage | null): Omit<Counts[number], 'stage'> {
  const own = counts.filter((one) => stage === null || one.stage === stage);
  const sum = (of: 'all' | 'failing' | 'noData' | 'excluded') => own.reduce((total, one) => total + one[of], 0);
  return { all: sum('all'), failing: sum('failing'), noData: sum('noData'), excluded: sum('excluded') };
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
