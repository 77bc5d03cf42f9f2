import { canonicalText } from './canonical-text.ts';
import { currentRow, lockCurrent, putCurrent, readActions } from './case-rows.ts';
import { deriveCase } from './derive-case.ts';
import { eachHistory } from './each-history.ts';
import type { Tools } from './parts.ts';

/** Derives the row of every case again, such as after a year's holiday notice has come. @returns how many differed */
export async function rebuildCurrent({ database, library, calendar }: Tools): Promise<number> {
  let changed = 0;
  for await (const { ref, history, row } of eachHistory(database)) {
    const opening = history[0]?.opening;
    if (!opening) continue;
    const kind = library.edition(opening.kind, opening.version);
    const fresh = currentRow(ref, deriveCase(kind, history, calendar));
    if (row !== undefined && canonicalText(row) === canonicalText(fresh)) continue;
    await database.transaction(async (session) => {
      await lockCurrent(session, ref);
      await putCurrent(session, currentRow(ref, deriveCase(kind, await readActions(session, ref), calendar)));
    });
    changed += 1;
  }
  return changed;
}
