import type { Session } from '#core/db';
import { type Dataset, KeyGatherer, type Mapped, type MappedRecord, mapSteps } from '#engines/mapping';
import { copyChunks } from './copy-rows.ts';
import type { Change } from './model.ts';
import type { OpenedFile } from './read-request.ts';
import { copyTarget, holdsAny, rowsOf } from './store-records.ts';

/**
 * The dataset of a file that is one long list of it, for a place that holds none of it yet; undefined for any other file.
 *
 * @remarks Such a list (staff, classes) can travel into its table while the rest of it is still being read: what it must be
 * judged against is known beforehand, and the transaction takes everything back where a row is refused.
 */
export async function listDataset(
  session: Session,
  { profile: { profile }, context }: OpenedFile,
): Promise<Dataset | undefined> {
  const [sheet, ...furtherSheets] = profile.sheets;
  const [record, ...furtherRecords] = sheet?.records ?? [];
  const dataset = context.datasets.get(record?.dataset ?? '');
  const schoolYear = profile.schoolYear ?? context.schoolYear;
  const isList =
    furtherSheets.length + furtherRecords.length + (sheet?.facts.length ?? 0) === 0 &&
    profile.forms === null &&
    sheet?.county === undefined &&
    sheet?.schoolYear === undefined &&
    dataset?.unitField !== undefined;
  if (!isList || dataset === undefined || schoolYear === null || context.areaCode === null) {
    return undefined;
  }
  return (await holdsAny(session, dataset, [context.areaCode], [schoolYear])) ? undefined : dataset;
}

/** Reads such a list and writes its good rows as they become ready; the caller judges the findings and may roll back. */
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
  const inserted = await copyChunks(
    session,
    copyTarget(dataset, profile),
    mapEach(ready(), (records) => rowsOf(dataset, records, batchId)),
  );
  if (ended.mapped === undefined) {
    throw new Error('the list was not read to its end');
  }
  return {
    mapped: ended.mapped,
    change: { dataset: dataset.id, label: dataset.words, inserted, changed: 0, unchanged: 0 },
  };
}

function* mapEach<From, To>(source: Iterable<From>, turn: (from: From) => To): Generator<To> {
  for (const one of source) {
    yield turn(one);
  }
}
