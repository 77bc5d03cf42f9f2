import { randomBytes } from 'node:crypto';
import { chainOf } from '#core/audit';
import type { Session } from '#core/db';
import { newId } from '#core/ids';
import { deriveKey, type KeyRing } from '#core/keys';
import { openCell, sealCell } from './cell.ts';
import { errors } from './errors.ts';

export interface DataKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

interface Row {
  readonly id: string;
  readonly wrapped_by: string;
  readonly wrapped: string;
}

/** The keys that personal fields are encrypted with; in the database only as wrapped by a key that is not. */
export interface DataKeys {
  /** The newest; the first is made when it is first asked for. */
  current(session: Session): Promise<DataKey>;
  /** @throws DomainError `keys.keyMissing`, `personal.damaged` */
  byId(session: Session, id: string): Promise<DataKey>;
  add(session: Session): Promise<DataKey>;
  /** Wraps every key anew by the ring's newest. */
  rewrap(session: Session): Promise<void>;
  remove(session: Session, id: string): Promise<void>;
  list(session: Session): Promise<readonly string[]>;
}

const owner = `area_code = '${chainOf}'`;

export function openDataKeys(keys: KeyRing, now: () => Date): DataKeys {
  const unwrapped = new Map<string, DataKey>();
  const placeOf = (id: string) => `personal_key ${id}`;
  const wrap = (id: string, secret: Uint8Array): { by: string; text: string } => {
    const key = keys.current('personal');
    const plain = Buffer.from(secret).toString('base64');
    return { by: key.id, text: sealCell(deriveKey(key, 'wrap', 32), key.id, 'aes', placeOf(id), plain) };
  };
  const unwrap = ({ id, wrapped_by, wrapped }: Row): DataKey => {
    const known = unwrapped.get(id);
    if (known !== undefined) return known;
    const plain = openCell(deriveKey(keys.byId(wrapped_by), 'wrap', 32), placeOf(id), wrapped);
    const key = { id, secret: new Uint8Array(Buffer.from(plain, 'base64')) };
    unwrapped.set(id, key);
    return key;
  };
  const rows = (session: Session) =>
    session.query<Row>(`SELECT id, wrapped_by, wrapped FROM personal_key WHERE ${owner} ORDER BY id DESC`);
  const dataKeys: DataKeys = {
    async current(session) {
      const [newest] = await rows(session);
      return newest === undefined ? dataKeys.add(session) : unwrap(newest);
    },
    async byId(session, id) {
      const known = unwrapped.get(id);
      if (known !== undefined) return known;
      const row = (await rows(session)).find((each) => each.id === id);
      if (row === undefined) throw errors.damaged();
      return unwrap(row);
    },
    async add(session) {
      const id = newId(now());
      const secret = new Uint8Array(randomBytes(32));
      const { by, text } = wrap(id, secret);
      await session.query(
        `INSERT INTO personal_key (area_code, id, wrapped_by, wrapped, made_at) VALUES ('${chainOf}', $1, $2, $3, $4)`,
        [id, by, text, now()],
      );
      // Not remembered yet: the transaction that made it may still be taken back.
      return { id, secret };
    },
    async rewrap(session) {
      for (const row of await rows(session)) {
        const { by, text } = wrap(row.id, unwrap(row).secret);
        await session.query(`UPDATE personal_key SET wrapped_by = $2, wrapped = $3 WHERE ${owner} AND id = $1`, [
          row.id,
          by,
          text,
        ]);
      }
    },
    async remove(session, id) {
      await session.query(`DELETE FROM personal_key WHERE ${owner} AND id = $1`, [id]);
      unwrapped.delete(id);
    },
    list: async (session) => (await rows(session)).map(({ id }) => id),
  };
  return dataKeys;
}
