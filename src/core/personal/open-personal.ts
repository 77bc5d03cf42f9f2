import { createHmac } from 'node:crypto';
import type { Audit } from '#core/audit';
import type { Database, Session } from '#core/db';
import { deriveKey, type KeyRing } from '#core/keys';
import { type CellCipher, keyOfCell, openCell, sealCell } from './cell.ts';
import { openDataKeys } from './data-keys.ts';
import type { PersonalField, PersonalTable } from './declaration.ts';
import { errors } from './errors.ts';
import { masks, sameForm } from './kinds.ts';
import { type RotationProgress, rotateKeys } from './rotate-keys.ts';
import { sweepEnded } from './sweep-ended.ts';

/** One personal value in its place. */
export interface PersonalPlace<Name extends string = string> {
  readonly of: PersonalTable<Name>;
  readonly field: Name;
  /** The values of the row's key. */
  readonly key: readonly string[];
}

/** Personal fields: encrypted at rest, masked unless a reason is given, forgotten when their time is over. */
export interface Personal {
  /** The encrypted text to keep, and the blinded one for its index column. */
  seal<Name extends string>(
    session: Session,
    place: PersonalPlace<Name>,
    plain: string,
  ): Promise<{ readonly cell: string; readonly index: string }>;
  /** The same for many values of one transaction: the key is asked for once. */
  sealer(session: Session): Promise<Seal>;
  /** For the system's own use, such as sending a message; what goes to a person is `masked` or `reveal`. */
  open<Name extends string>(session: Session, place: PersonalPlace<Name>, cell: string): Promise<string>;
  masked<Name extends string>(session: Session, place: PersonalPlace<Name>, cell: string): Promise<string>;
  /** The whole value, for a reason that goes into the audit trail. @throws DomainError `personal.reasonMissing` */
  reveal<Name extends string>(
    session: Session,
    place: PersonalPlace<Name>,
    cell: string,
    asked: { readonly area: string; readonly reason: string; readonly purpose?: string },
  ): Promise<string>;
  /** What the index column of a row with this value may hold. */
  indexesOf<Name extends string>(of: PersonalTable<Name>, field: Name, plain: string): readonly string[];
  /** Encrypts everything anew with new keys. Killed in the middle it loses nothing and goes on when called again. */
  rotate(onProgress?: (progress: RotationProgress) => void): Promise<RotationProgress>;
  /** Forgets what was kept long enough. Answers how many values. */
  sweep(): Promise<number>;
}

/** The encrypted text to keep, and the blinded one for its index column. */
export type Seal = <Name extends string>(
  place: PersonalPlace<Name>,
  plain: string,
) => { readonly cell: string; readonly index: string };

export interface PersonalParts {
  readonly database: Database;
  readonly keys: KeyRing;
  readonly audit: Audit;
  readonly cipher: CellCipher;
  readonly now: () => Date;
}

const shortestReason = 4;

export function openPersonal({ database, keys, audit, cipher, now }: PersonalParts): Personal {
  const dataKeys = openDataKeys(keys, now);
  const ownHash = cipher === 'sm4' ? 'sm3' : 'sha256';
  const blind = (keyId: string, field: PersonalField, table: string, plain: string, hash: string = ownHash): string => {
    const secret = deriveKey(keys.byId(keyId), `index ${table}.${field.column}`, 32);
    return `${keyId}.${hash}.${createHmac(hash, secret).update(sameForm(field.kind, plain)).digest('base64url')}`;
  };
  const sealWith: Sealing = (key, { of, field, key: row }, plain) => ({
    cell: sealCell(key.secret, key.id, cipher, placeText(of.table, of.fields[field], row), plain),
    index: blind(keys.current('index').id, of.fields[field], of.table, plain),
  });
  const open = async <Name extends string>(session: Session, { of, field, key }: PersonalPlace<Name>, cell: string) => {
    const { secret } = await dataKeys.byId(session, keyOfCell(cell));
    return openCell(secret, placeText(of.table, of.fields[field], key), cell);
  };
  return {
    seal: async (session, place, plain) => sealWith(await dataKeys.current(session), place, plain),
    async sealer(session) {
      const key = await dataKeys.current(session);
      return (place, plain) => sealWith(key, place, plain);
    },
    open,
    masked: async (session, place, cell) => masks[place.of.fields[place.field].kind](await open(session, place, cell)),
    async reveal(session, place, cell, { area, reason, purpose }) {
      if ([...reason.trim()].length < shortestReason) throw errors.reasonMissing();
      await audit.append(session, {
        act: 'personal.reveal',
        on: { kind: place.of.table, id: place.key.join(' '), area },
        result: 'done',
        reason,
        details: { field: place.field, purpose },
      });
      return open(session, place, cell);
    },
    indexesOf: (of, field, plain) =>
      keys
        .list()
        .filter(({ purpose }) => purpose === 'index')
        .flatMap(({ id }) => ['sha256', 'sm3'].map((hash) => blind(id, of.fields[field], of.table, plain, hash))),
    rotate: (onProgress) => rotateKeys({ database, keys, audit, dataKeys, now, open, sealWith }, onProgress),
    sweep: () => sweepEnded(database, audit, now()),
  };
}

export type Sealing = <Name extends string>(
  key: { readonly id: string; readonly secret: Uint8Array },
  place: PersonalPlace<Name>,
  plain: string,
) => { readonly cell: string; readonly index: string };

function placeText(table: string, { column }: PersonalField, key: readonly string[]): string {
  return JSON.stringify([table, column, ...key]);
}
