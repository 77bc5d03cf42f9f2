import type { Comparison, ComparisonCell, ComparisonRow } from '#contracts/balance';
import type { Stage } from '#standards';
import type { Status } from '#web/ui';

export const bases = ['areas', 'urbanRural', 'group', 'ownership', 'township'] as const;
export type Basis = (typeof bases)[number];
export const quantities = ['coefficient', 'mean', 'metShare'] as const;
export type Quantity = (typeof quantities)[number];

/** A column of the heat map: one indicator in one stage. */
export interface HeatColumn {
  readonly indicator: string;
  readonly stage: Stage;
}

/** The columns that occur in any row, in the order of the standard. */
export function heatColumns(comparison: Comparison, stage: Stage | null): readonly HeatColumn[] {
  const order = new Map(comparison.indicators.map((indicator, index) => [indicator.id, index]));
  const found = new Map<string, HeatColumn>();
  for (const row of comparison.rows) {
    for (const cell of row.cells) {
      if (stage === null || cell.stage === stage) found.set(`${cell.indicator}:${cell.stage}`, cell);
    }
  }
  return [...found.values()]
    .map(({ indicator, stage: of }) => ({ indicator, stage: of }))
    .sort(
      (a, b) => a.stage.localeCompare(b.stage) * -1 || (order.get(a.indicator) ?? 0) - (order.get(b.indicator) ?? 0),
    );
}

export function cellOf(row: ComparisonRow, column: HeatColumn): ComparisonCell | undefined {
  return row.cells.find((cell) => cell.indicator === column.indicator && cell.stage === column.stage);
}

export function cellValue(cell: ComparisonCell | undefined, quantity: Quantity): number | null {
  if (!cell) return null;
  return quantity === 'coefficient' ? cell.coefficientOfVariation : quantity === 'mean' ? cell.mean : cell.metShare;
}

/** What colours a cell: the verdict belongs to the coefficient; a share is met only when it is whole; a mean is neutral. */
export function cellStatus(cell: ComparisonCell | undefined, quantity: Quantity): Status {
  if (!cell) return 'notApplicable';
  if (quantity === 'coefficient') return cell.status;
  if (quantity === 'mean') return cell.mean === null ? 'noData' : 'notApplicable';
  return cell.metShare === null ? 'noData' : cell.metShare >= 1 ? 'met' : 'notMet';
}

/** Rows with a worse rank than a year before, the furthest fallen first. */
export function slipping(rows: readonly ComparisonRow[]): readonly ComparisonRow[] {
  const fall = (row: ComparisonRow) => row.rank - (row.previousRank ?? row.rank);
  return rows.filter((row) => fall(row) > 0).sort((a, b) => fall(b) - fall(a));
}

/** The row to look at first, or null where all are inside. */
export function worstRow(rows: readonly ComparisonRow[]): ComparisonRow | null {
  const failing = rows.filter((row) => row.coefficientsOutside + row.schoolStagesOutside > 0);
  return failing.reduce<ComparisonRow | null>(
    (worst, row) => (worst === null || row.rank > worst.rank ? row : worst),
    null,
  );
}
