import type { LedgerCounts } from './contract.ts';
import type { CountRow } from './query-lines.ts';

/** Counts of several counties and families taken together. */
export function addCounts(rows: readonly CountRow[]): LedgerCounts {
  const sum = (pick: (row: CountRow) => number) => rows.reduce((total, row) => total + pick(row), 0);
  return {
    lines: sum((row) => row.lines),
    open: sum((row) => row.open),
    closed: sum((row) => row.closed),
    lapsed: sum((row) => row.lapsed),
    unplanned: sum((row) => row.unplanned),
    overdue: sum((row) => row.overdue),
    bottomLineOpen: sum((row) => row.bottom_line_open),
    bottomLineOverdue: sum((row) => row.bottom_line_overdue),
    reopened: sum((row) => row.reopened),
    openCostFen: sum((row) => row.open_cost_fen),
    withoutCost: sum((row) => row.without_cost),
  };
}
