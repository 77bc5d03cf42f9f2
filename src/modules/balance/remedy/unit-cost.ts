import type { Confidence, Stage, Words } from '#standards';

/** What one piece of an indicator's resource costs, and which measure a piece is added to. */
export interface UnitCost {
  readonly standard: string;
  readonly indicator: string;
  readonly measure: string;
  readonly resource: Words;
  /** Pieces are whole: teachers and rooms. */
  readonly whole: boolean;
  /** Fen for one piece, the same everywhere or by stage. */
  readonly costFen: number | Readonly<Partial<Record<Stage, number | undefined>>>;
  /** Fen for moving one piece to another school; absent = it cannot move. */
  readonly moveFen?: number | undefined;
  readonly note?: Words | undefined;
  /** What the ledger proposes to do about a gap. */
  readonly act?: Words | undefined;
}

export interface UnitCosts {
  readonly confidence: Confidence;
  readonly source: Words;
  readonly costs: readonly UnitCost[];
}

/** The price in a stage; null where the table names none. */
export function costFenOf(cost: UnitCost, stage: Stage): number | null {
  return typeof cost.costFen === 'number' ? cost.costFen : (cost.costFen[stage] ?? null);
}
