import type { Session } from '#core/db';
import { type Dataset, KeyGatherer, type Mapped, type MappedRecord, mapSteps } from '#engines/mapping';
import { copyChunks } from './copy-rows.ts';
import type { Change } from './model.ts';
import type { OpenedFile } from './read-request.ts';
import { copyTarget, holdsAny, openStaging, rowsOf, writeRecords } from './store-records.ts';

/**
 * The dataset of a file that is one long list of it; undefined for any other file.
 *
 * @remarks Such a list (staff, classes) can travel while the rest of it is still being read: what it must be judged against is
 * known beforehand, and the transaction takes everything back where a row is refused.
 */
export function listDataset({ profile: { profile }, context }: OpenedFile): Dataset | undefined {
  const [sheet, ...furtherSheets] = profile.sheets;
  const [record, ...furtherRecords] = sheet?.records ?? [];
  const dataset = context.datasets.get(record?.dataset ?? '');
  const isList =
    furtherSheets.length + furtherRecords.length + (sheet?.facts.length ?? 0) === 0 &&
    profile.forms === null &&
    sheet?.county === undefined &&
    sheet?.schoolYear === undefined &&
    dataset?.unitField !== undefined;
  const isPlaced = (profile.schoolYear ?? context.schoolYear) !== null && context.areaCode !== null;
  return isList && isPlaced ? dataset : undefined;
}

/**
 * Reads such a list and writes its good rows as they become ready; the caller judges the findings and may roll back.
 *
 * @remarks Into a place that holds none of it the rows go straight; else beside it, to be compared with what stands there.
 */
export async function streamList(
  session: Session,
  { profile: { profile }, table, context }: OpenedFile,
  dataset: Dataset,
  batchId: string,
): Promise<{ readonly mapped: Mapped; readonly change: Change }> {
  const known = new Set((context.units ?? []).map((unit) => `${unit.countyCode}\n${unit.id}`));
  const isKnown = (countyCode: string, unitId: string) =>
    context.units === null || known.has(`${countyCode}\n${unitId}`);
  const steps = mapSteps(table, profile, context, new KeyGatherer(isKnown));
  const ended: { mapped?: Mapped } = {};
  function* ready(): Generator<readonly MappedRecord[]> {
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        ended.mapped = step.value;
        return;
      }
      yield step.value;
    }
  }
  const [areaCode, schoolYear] = [context.areaCode ?? '', profile.schoolYear ?? context.schoolYear ?? 0];
  const isCompared = await holdsAny(session, dataset, [areaCode], [schoolYear]);
  const target = isCompared ? await openStaging(session, dataset, profile) : copyTarget(dataset, profile);
  const rows = mapEach(ready(), (records) => rowsOf(dataset, records, batchId));
  const copied = await copyChunks(session, target, rows);
  if (ended.mapped === undefined) {
    throw new Error('the list was not read to its end');
  }
  const change = isCompared
    ? await writeRecords(session, dataset, profile, batchId, areaCode)
    : { dataset: dataset.id, label: dataset.words, inserted: copied, changed: 0, unchanged: 0 };
  return { mapped: ended.mapped, change };
}

function* mapEach<From, To>(source: Iterable<From>, turn: (from: From) => To): Generator<To> {
  for (const one of source) {
    yield turn(one);
  }
}
