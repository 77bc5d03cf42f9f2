import { type Audit, chainOf } from '#core/audit';
import { type Database, quoteName } from '#core/db';
import { personalTables } from './declaration.ts';

/** Empties every personal column whose years of keeping are over, and says in the audit trail how many. */
export function sweepEnded(database: Database, audit: Audit, now: Date): Promise<number> {
  return database.transaction(async (session) => {
    let values = 0;
    for (const { table, endedColumn, fields } of personalTables()) {
      for (const { column, indexColumn, keptYears } of Object.values(fields)) {
        const before = new Date(now);
        before.setUTCFullYear(before.getUTCFullYear() - keptYears);
        const sets = [column, ...(indexColumn === undefined ? [] : [indexColumn])]
          .map((each) => `${quoteName(each)} = NULL`)
          .join(', ');
        const [swept] = await session.query<{ n: number }>(
          `WITH swept AS (UPDATE ${quoteName(table)} SET ${sets}
             WHERE ${quoteName(column)} IS NOT NULL AND ${quoteName(endedColumn)} <= $1 RETURNING 1)
           SELECT count(*) AS n FROM swept`,
          [before],
        );
        values += swept?.n ?? 0;
      }
    }
    if (values > 0) {
      const on = { kind: 'installation', id: 'installation', area: chainOf };
      await audit.append(session, { act: 'personal.sweep', on, result: 'done', details: { values } });
    }
    return values;
  });
}
