import type { Database } from '#core/db';
import { importStamp } from '#engines/exchange';
import type { Dictionary } from '#standards';
import { requireArea } from './area-service.ts';
import { type EvaluationFrame, type FrameQuestion, readEvaluationFrame } from './evaluation-frame.ts';

const triesInPortions = 2;

/**
 * Units, facts, classes and staff as they are at one instant, whatever is imported meanwhile.
 *
 * @remarks
 * A transaction would hold the embedded database's only connection for all the seconds that a province takes. There the reading is
 * made statement by statement, others between them, and made again where an import was committed meanwhile.
 */
export async function readFrameAtOnce(
  database: Database,
  dictionary: Dictionary,
  question: FrameQuestion,
): Promise<EvaluationFrame> {
  const root = await requireArea(database, question.area);
  const isLarge = root.level !== 'county' && root.level !== 'township';
  const tries = database.engine === 'embedded' && isLarge ? triesInPortions : 0;
  for (let tried = 0; tried < tries; tried += 1) {
    const before = await importStamp(database);
    const frame = await readEvaluationFrame(database, dictionary, root, question);
    if ((await importStamp(database)) === before) return frame;
  }
  return database.transaction(async (session) => {
    await session.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    return readEvaluationFrame(session, dictionary, root, question);
  });
}
