import type { Session } from '#core/db';
import { type Fact, factColumns } from '#engines/facts';

/** Lays facts straight into the table, as a starting point for a test; the product writes them by importing a file. */
export async function writeFacts(session: Session, facts: readonly Fact[]): Promise<void> {
  await session.copyIn(
    { table: 'fact', columns: factColumns },
    facts.map((fact) => [
      fact.countyCode,
      fact.schoolYear,
      fact.unitId,
      fact.stage,
      fact.measure,
      fact.value,
      fact.batchId,
      fact.sheet,
      fact.sheetRow,
      fact.sheetColumn,
    ]),
  );
}
