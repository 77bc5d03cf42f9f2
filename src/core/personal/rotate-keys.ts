import { type Audit, chainOf } from '#core/audit';
import { type Database, quoteName, type Session } from '#core/db';
import type { KeyRing } from '#core/keys';
import type { DataKey, DataKeys } from './data-keys.ts';
import { type PersonalTable, personalTables } from './declaration.ts';
import type { PersonalPlace, Sealing } from './open-personal.ts';

export interface RotationProgress {
  /** Values encrypted anew so far. */
  readonly values: number;
  /** Id of the key that everything has after it. */
  readonly key: string;
  /** Whether an earlier rotation that did not end was taken up. */
  readonly isResumed: boolean;
}

interface Parts {
  readonly database: Database;
  readonly keys: KeyRing;
  readonly audit: Audit;
  readonly dataKeys: DataKeys;
  readonly now: () => Date;
  readonly open: <Name extends string>(session: Session, place: PersonalPlace<Name>, cell: string) => Promise<string>;
  readonly sealWith: Sealing;
}

const rowsAtOnce = 200;
const installation = { kind: 'installation', id: 'installation', area: chainOf };

/**
 * Makes new keys of every layer and encrypts each value anew, some rows a transaction. A value is always readable: by the old key
 * until its row is written, by the new one after; the old key is removed only when no value has it.
 */
export async function rotateKeys(
  parts: Parts,
  onProgress: (progress: RotationProgress) => void = () => {},
): Promise<RotationProgress> {
  const { database, dataKeys, audit } = parts;
  const { key, isResumed } = await begin(parts);
  let values = 0;
  for (const of of personalTables()) {
    for (let moved = rowsAtOnce; moved >= rowsAtOnce; ) {
      moved = await database.transaction((session) => moveSome(session, parts, of, key));
      values += moved;
      onProgress({ values, key: key.id, isResumed });
    }
  }
  await database.transaction(async (session) => {
    for (const id of await dataKeys.list(session)) if (id !== key.id) await dataKeys.remove(session, id);
    await audit.append(session, { act: 'keys.rotated', on: installation, result: 'done', details: { values } });
  });
  return { values, key: key.id, isResumed };
}

/** Two data keys mean that a rotation did not end: its newer key is taken up instead of a third. */
function begin({ database, keys, dataKeys, audit, now }: Parts): Promise<{ key: DataKey; isResumed: boolean }> {
  return database.transaction(async (session) => {
    if ((await dataKeys.list(session)).length > 1) return { key: await dataKeys.current(session), isResumed: true };
    keys.add('personal', now());
    keys.add('index', now());
    await dataKeys.rewrap(session);
    const key = await dataKeys.add(session);
    await audit.append(session, { act: 'keys.rotate', on: installation, result: 'done', details: { key: key.id } });
    return { key, isResumed: false };
  });
}

async function moveSome(session: Session, { open, sealWith }: Parts, of: PersonalTable, key: DataKey): Promise<number> {
  const fields = Object.entries(of.fields);
  const isOld = fields.map(([, { column }]) => `${quoteName(column)} NOT LIKE $1`).join(' OR ');
  const columns = [...of.key, ...fields.map(([, { column }]) => column)].map(quoteName).join(', ');
  const rows = await session.query<Record<string, string | null>>(
    `SELECT ${columns} FROM ${quoteName(of.table)} WHERE ${isOld} LIMIT ${rowsAtOnce} FOR UPDATE`,
    [`jp1.${key.id}.%`],
  );
  for (const row of rows) {
    const rowKey = of.key.map((column) => row[column] ?? '');
    const sets: string[] = [];
    const values: string[] = [...rowKey];
    for (const [field, { column, indexColumn }] of fields) {
      const cell = row[column];
      if (cell === null || cell === undefined) continue;
      const place = { of, field, key: rowKey };
      const { cell: fresh, index } = sealWith(key, place, await open(session, place, cell));
      sets.push(`${quoteName(column)} = $${values.push(fresh)}`);
      if (indexColumn !== undefined) sets.push(`${quoteName(indexColumn)} = $${values.push(index)}`);
    }
    const where = of.key.map((column, position) => `${quoteName(column)} = $${position + 1}`).join(' AND ');
    await session.query(`UPDATE ${quoteName(of.table)} SET ${sets.join(', ')} WHERE ${where}`, values);
  }
  return rows.length;
}
