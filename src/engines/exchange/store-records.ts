import { type CopyTarget, type CopyValue, quoteName, type Session } from '#core/db';
import type { Dataset, FieldValue, MappedRecord, Profile } from '#engines/mapping';
import { copyRows } from './copy-rows.ts';
import type { Change } from './model.ts';

/** Which tables keep the batch a row came from; a countyless table is too small to. */
function keepsBatch(dataset: Dataset): boolean {
  return dataset.countyless !== true;
}

interface Layout {
  readonly table: string;
  readonly staging: string;
  readonly keys: readonly string[];
  readonly columns: readonly string[];
  /** Columns a file of this profile speaks of; the others keep what they hold. */
  readonly updates: readonly string[];
  /** Columns among them whose earlier value another column remembers. */
  readonly remembered: readonly { readonly column: string; readonly former: string }[];
}

function layoutOf(dataset: Dataset, profile: Profile): Layout {
  const column = (field: string) => dataset.fields[field]?.column ?? field;
  const keys = [
    ...(dataset.countyless === true ? [] : ['county_code']),
    ...(dataset.yearly ? ['school_year'] : []),
    ...dataset.key.map(column),
  ];
  const given = mappedFields(dataset, profile);
  const fields = Object.entries(dataset.fields);
  const updated = fields.filter(([name]) => given.has(name) && !dataset.key.includes(name));
  return {
    table: dataset.table,
    staging: `${dataset.table}_in`,
    keys,
    columns: [
      ...(dataset.countyless === true ? [] : ['county_code']),
      ...(dataset.yearly ? ['school_year'] : []),
      ...fields.map(([, field]) => field.column),
      ...(keepsBatch(dataset) ? ['batch_id'] : []),
      ...(dataset.keepsSource === true ? ['sheet', 'sheet_row'] : []),
    ],
    updates: updated.map(([, field]) => field.column),
    remembered: updated.flatMap(([, { column: name, formerColumn }]) =>
      formerColumn === undefined ? [] : [{ column: name, former: formerColumn }],
    ),
  };
}

function mappedFields(dataset: Dataset, profile: Profile): ReadonlySet<string> {
  const given = profile.sheets.flatMap((sheet) =>
    sheet.records.filter((record) => record.dataset === dataset.id).flatMap((record) => Object.keys(record.fields)),
  );
  const ofForms = dataset.id === 'units' && profile.forms !== null ? Object.keys(profile.forms.unit) : [];
  const read = new Set([...given, ...ofForms, ...dataset.key]);
  const following = Object.entries(dataset.fields).flatMap(([name, { follows, derived }]) =>
    (follows?.some((field) => read.has(field)) ?? derived === true) ? [name] : [],
  );
  return new Set([...given, ...ofForms, ...following]);
}

/** Copies records into a temporary table beside the real one. Must run in a transaction. */
export async function stageRecords(
  session: Session,
  dataset: Dataset,
  profile: Profile,
  records: readonly MappedRecord[],
  batchId: string,
): Promise<void> {
  const target = await openStaging(session, dataset, profile);
  await copyRows(session, target, rowsOf(dataset, records, batchId));
}

/** Makes the temporary table beside the real one. */
export async function openStaging(session: Session, dataset: Dataset, profile: Profile): Promise<CopyTarget> {
  const { table, staging, columns } = layoutOf(dataset, profile);
  const named = columns.map(quoteName).join(', ');
  await session.query(
    `CREATE TEMP TABLE ${quoteName(staging)} ON COMMIT DROP AS SELECT ${named} FROM ${quoteName(table)} WITH NO DATA`,
  );
  return { table: staging, columns };
}

/** Records as rows of their table. */
export function* rowsOf(
  dataset: Dataset,
  records: readonly MappedRecord[],
  batchId: string,
): Generator<readonly CopyValue[]> {
  const names = Object.keys(dataset.fields);
  const fallbacks = Object.values(dataset.fields).map((field): FieldValue => field.fallback ?? null);
  const [hasCounty, hasBatch, hasSource] = [
    dataset.countyless !== true,
    keepsBatch(dataset),
    dataset.keepsSource === true,
  ];
  for (const record of records) {
    const row: CopyValue[] = [];
    if (hasCounty) row.push(record.countyCode);
    if (dataset.yearly) row.push(record.schoolYear);
    for (let field = 0; field < names.length; field += 1) {
      row.push(record.values[names[field] ?? ''] ?? fallbacks[field]);
    }
    if (hasBatch) row.push(batchId);
    if (hasSource) row.push(record.sheet, record.row);
    yield row;
  }
}

/**
 * Writes records, keeping what they replace. A table that holds nothing yet of these counties (and years) takes them straight in.
 */
export async function storeRecords(
  session: Session,
  dataset: Dataset,
  profile: Profile,
  records: readonly MappedRecord[],
  batchId: string,
  areaCode: string,
): Promise<Change> {
  if (dataset.countyless === true || (await holdsAny(session, dataset, ...placesOf(records)))) {
    await stageRecords(session, dataset, profile, records, batchId);
    return writeRecords(session, dataset, profile, batchId, areaCode);
  }
  await copyRows(session, copyTarget(dataset, profile), rowsOf(dataset, records, batchId));
  return { dataset: dataset.id, label: dataset.words, inserted: records.length, changed: 0, unchanged: 0 };
}

function placesOf(records: readonly MappedRecord[]): [counties: readonly string[], years: readonly number[]] {
  return [
    [...new Set(records.map((record) => record.countyCode))],
    [...new Set(records.map((record) => record.schoolYear))],
  ];
}

/** The table and columns that records of a dataset are copied into. */
export function copyTarget(dataset: Dataset, profile: Profile): CopyTarget {
  const { table, columns } = layoutOf(dataset, profile);
  return { table, columns };
}

/** Whether a table already holds anything of these counties (and years). */
export async function holdsAny(
  session: Session,
  dataset: Dataset,
  counties: readonly string[],
  years: readonly number[],
): Promise<boolean> {
  const year = dataset.yearly ? 'school_year = ANY ($2::int[])' : '$2::int[] IS NOT NULL';
  const [row] = await session.query<{ any: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM ${quoteName(dataset.table)} WHERE county_code = ANY ($1::text[]) AND ${year}) AS any`,
    [counties, years],
  );
  return row?.any === true;
}

/** Counts what writing the staged records would do. */
export async function countRecords(session: Session, dataset: Dataset, profile: Profile): Promise<Change> {
  const layout = layoutOf(dataset, profile);
  // A new table has no statistics; guessing a thousand rows, the planner would look a million up one by one.
  await session.query(`ANALYZE ${quoteName(layout.staging)}`);
  const [row] = await session.query<{ total: number; known: number; changed: number }>(
    `SELECT count(*) AS total, count(t.${quoteName(layout.keys.at(-1) ?? 'id')}) AS known, count(*) FILTER (WHERE
       t.${quoteName(layout.keys.at(-1) ?? 'id')} IS NOT NULL AND ${differs(layout)}) AS changed
     FROM ${quoteName(layout.staging)} i LEFT JOIN ${quoteName(layout.table)} t ON ${sameKey(layout)}`,
  );
  const { total, known, changed } = row ?? { total: 0, known: 0, changed: 0 };
  return { dataset: dataset.id, label: dataset.words, inserted: total - known, changed, unchanged: known - changed };
}

/** Writes the staged records, keeping what they replace. */
export async function writeRecords(
  session: Session,
  dataset: Dataset,
  profile: Profile,
  batchId: string,
  areaCode: string,
): Promise<Change> {
  const layout = layoutOf(dataset, profile);
  const change = await countRecords(session, dataset, profile);
  if (change.inserted + change.changed === 0) {
    return change;
  }
  const { table, staging, keys, columns, updates, remembered } = layout;
  const rowKey = (alias: string) =>
    `jsonb_build_array(${keys.map((key) => `${alias}.${quoteName(key)}`).join(', ')})::text`;
  const county = dataset.countyless === true ? '$2' : 't.county_code';
  if (change.changed > 0) {
    await session.query(
      `INSERT INTO import_before (county_code, batch_id, table_name, row_key, before)
       SELECT ${county}, $1, '${table}', ${rowKey('t')}, to_jsonb(t)
       FROM ${quoteName(table)} t JOIN ${quoteName(staging)} i ON ${sameKey(layout)}
       WHERE ${differs(layout)} AND $2::text IS NOT NULL`,
      [batchId, areaCode],
    );
  }
  if (dataset.countyless === true && change.inserted > 0) {
    await session.query(
      `INSERT INTO import_before (county_code, batch_id, table_name, row_key, before)
       SELECT $2, $1, '${table}', ${rowKey('i')}, NULL FROM ${quoteName(staging)} i
       WHERE NOT EXISTS (SELECT 1 FROM ${quoteName(table)} t WHERE ${sameKey(layout)})`,
      [batchId, areaCode],
    );
  }
  const set = [...updates, ...columns.filter((column) => ['batch_id', 'sheet', 'sheet_row'].includes(column))];
  const named = columns.map(quoteName).join(', ');
  const update =
    updates.length === 0
      ? 'DO NOTHING'
      : `DO UPDATE SET ${[...set.map((column) => `${quoteName(column)} = excluded.${quoteName(column)}`), ...remembered.map(rememberSql)].join(', ')}
         WHERE ${differs(layout, 't', 'excluded')}`;
  await session.query(
    `INSERT INTO ${quoteName(table)} AS t (${named}) SELECT ${named} FROM ${quoteName(staging)}
     ON CONFLICT (${keys.map(quoteName).join(', ')}) ${update}`,
  );
  return change;
}

/** Adds what stood in a column to those that stood there before. */
function rememberSql({ column, former }: Layout['remembered'][number]): string {
  const [now, before] = [quoteName(column), quoteName(former)];
  return `${before} = CASE WHEN t.${now} IS DISTINCT FROM excluded.${now} AND t.${now} <> ALL (t.${before})
    THEN array_append(t.${before}, t.${now}) ELSE t.${before} END`;
}

function sameKey({ keys }: Layout): string {
  return keys.map((key) => `t.${quoteName(key)} = i.${quoteName(key)}`).join(' AND ');
}

function differs({ updates }: Layout, one = 't', other = 'i'): string {
  const list = (alias: string) => updates.map((column) => `${alias}.${quoteName(column)}`).join(', ');
  return updates.length === 0 ? 'false' : `ROW(${list(one)}) IS DISTINCT FROM ROW(${list(other)})`;
}

/** Takes back what a batch wrote to one table. */
export async function restoreRecords(
  session: Session,
  dataset: Dataset,
  batchId: string,
  counties: readonly string[],
  areaCode: string,
): Promise<Change> {
  const table = quoteName(dataset.table);
  const scope = [...counties, areaCode];
  const [kept] = await session.query<{ changed: number }>(
    `SELECT count(before) AS changed FROM import_before WHERE county_code = ANY($1) AND batch_id = $2 AND table_name = $3`,
    [scope, batchId, dataset.table],
  );
  const changed = kept?.changed ?? 0;
  const removed = keepsBatch(dataset)
    ? await removeBatchRows(session, table, batchId, counties)
    : await removeListedAreas(session, batchId, areaCode);
  await session.query(
    `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, before)).* FROM import_before
     WHERE county_code = ANY($1) AND batch_id = $2 AND table_name = $3 AND before IS NOT NULL`,
    [scope, batchId, dataset.table],
  );
  await session.query('DELETE FROM import_before WHERE county_code = ANY($1) AND batch_id = $2 AND table_name = $3', [
    scope,
    batchId,
    dataset.table,
  ]);
  const inserted = keepsBatch(dataset) ? removed - changed : removed;
  return { dataset: dataset.id, label: dataset.words, inserted, changed, unchanged: 0 };
}

async function removeBatchRows(
  session: Session,
  table: string,
  batchId: string,
  counties: readonly string[],
): Promise<number> {
  const [row] = await session.query<{ count: number }>(
    `WITH removed AS (DELETE FROM ${table} WHERE county_code = ANY($1) AND batch_id = $2 RETURNING 1) SELECT count(*) AS count FROM removed`,
    [counties, batchId],
  );
  return row?.count ?? 0;
}

/** Areas that the batch made go with it, unless something else has come to stand in them. */
async function removeListedAreas(session: Session, batchId: string, areaCode: string): Promise<number> {
  const [row] = await session.query<{ count: number }>(
    `WITH listed AS (SELECT row_key::jsonb ->> 0 AS code FROM import_before
       WHERE county_code = $1 AND batch_id = $2 AND table_name = 'area' AND before IS NULL),
     removed AS (DELETE FROM area a USING listed l WHERE a.code = l.code
       AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.county_code = a.code)
       AND NOT EXISTS (SELECT 1 FROM area c WHERE c.parent_code = a.code AND (c.code NOT IN (SELECT code FROM listed)
         OR EXISTS (SELECT 1 FROM unit u WHERE u.county_code = c.code))) RETURNING 1)
     SELECT count(*) AS count FROM removed`,
    [areaCode, batchId],
  );
  return row?.count ?? 0;
}
