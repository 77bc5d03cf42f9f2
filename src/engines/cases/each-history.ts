import type { Session } from '#core/db';
import { type CurrentRow, readActions } from './case-rows.ts';
import type { CaseAction, CaseRef } from './model.ts';

const pageSize = 500;

/** Every case of the database with its history, county by county, a page at a time. */
export async function* eachHistory(session: Session): AsyncGenerator<{
  readonly ref: CaseRef;
  readonly history: readonly CaseAction[];
  readonly row: CurrentRow | undefined;
}> {
  let last: CaseRef = { county: '', id: '' };
  for (;;) {
    const refs: readonly { readonly county_code: string; readonly case_id: string }[] = await session.query(
      `SELECT county_code, case_id FROM case_action WHERE seq = 1 AND (county_code, case_id) > ($1, $2)
       ORDER BY county_code, case_id LIMIT ${pageSize}`,
      [last.county, last.id],
    );
    for (const { county_code, case_id } of refs) {
      const ref: CaseRef = { county: county_code, id: case_id };
      const history = await readActions(session, ref);
      const [row] = await session.query<CurrentRow>(
        'SELECT * FROM case_current WHERE county_code = $1 AND case_id = $2',
        [county_code, case_id],
      );
      yield { ref, history, row };
      last = ref;
    }
    if (refs.length < pageSize) return;
  }
}
